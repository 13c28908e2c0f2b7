"""The pages of the record, drawn from real floors: a result, an adopted text, the minutes."""

from __future__ import annotations

from dataclasses import replace

from app.access import Holder
from app.procedure.remarks import AddRemark
from app.screens.directory import Directory
from app.screens.environment import page, provide
from app.screens.minutes import ICONS, KINDS, decides
from app.screens.record import ActLine, draft_view, result_view
from app.screens.rulebook_form import groups
from app.screens.says_form import says_form
from app.web.table import act_path
from app.words import act_sentences
from delegations.profiles import Profile
from tests.procedure.meeting import Meeting
from tests.screens.council import directory, sitting
from tests.screens.moments import announced, failed_motion

HEAD = "a1b2 c3d4 e5f6 0718"
provide(act=act_path)


def pages() -> dict[str, str]:
    """Every page of the record, by name."""
    adopted = announced()
    return {
        "result": result(adopted),
        "result-blocs": result(adopted, by_bloc=True),
        "result-placards": result(failed_motion()),
        "resolution": drawn(
            "record/resolution.html", v=draft_view(adopted.floor, directory(), adopted.paper("WP-1"))
        ),
        "minutes": drawn(
            "record/minutes.html",
            lines=lines(adopted),
            kind="",
            head=HEAD,
            hidden=False,
            adopted=[adopted.paper("WP-1")],
        ),
        "minutes-dais": drawn(
            "record/minutes.html",
            lines=lines(remarked()),
            kind="",
            head=HEAD,
            hidden=False,
            holder=Holder("", 1, 1, 1, "dais-1", "chair"),
            key="dais-1",
        ),
        "minutes-public": drawn(
            "record/minutes.html", lines=lines(adopted), kind="", head=HEAD, hidden=False, preview=True
        ),
        "minutes-sheet": drawn(
            "record/minutes.html", lines=of_a_sheet(adopted), kind="", head=HEAD, hidden=False, may_undo=True
        ),
        "rulebook": rulebook(adopted),
        "minutes-empty": drawn("record/minutes.html", lines=[], kind="vote", head="", hidden=False),
    }


def result(meeting: Meeting, by_bloc: bool = False) -> str:
    """The page of a meeting's last vote, as Ghana reads it."""
    return drawn(
        "record/result.html",
        v=result_view(meeting.floor, with_blocs(), meeting.floor.votes.past[-1]),
        by_bloc=by_bloc,
    )


def remarked() -> Meeting:
    """A meeting that the dais wrote a remark on."""
    meeting = sitting()
    meeting.do(AddRemark("The observer asked for the floor and was heard with consent."))
    return meeting


def with_blocs() -> Directory:
    """The names of a committee whose guide puts some states in blocs."""
    blocs = {
        "ghana": ("African Group",),
        "kenya": ("African Group", "Commonwealth"),
        "canada": ("Commonwealth",),
    }
    return directory(profiles={key: Profile(key, key, shared_with=names) for key, names in blocs.items()})


def rulebook(meeting: Meeting) -> str:
    """The rules as a form, with what the chair says."""
    book = meeting.floor.rulebook
    says = says_form(meeting.floor, directory())
    return drawn(
        "record/rulebook.html", groups=groups(book, directory()), says=says, book=book, reason="", wrong=[]
    )


def of_a_sheet(meeting: Meeting) -> list[ActLine]:
    """The last acts as those of a sheet of paper, which a chair can take back as a whole."""
    *before, first, second, third = lines(meeting)
    return [*before, *(replace(one, sheet=first.number) for one in (first, second, third))]


def lines(meeting: Meeting) -> list[ActLine]:
    """Every act of a meeting in sentences; the fourth was taken back."""
    names, found = directory().short_names, []
    for number, at, by, _, _, events in meeting.said:
        kind = KINDS.get(type(events[0]).__module__.rpartition(".")[2], "debate") if events else "debate"
        said = act_sentences(by, events, meeting.floor, names)
        found.append(ActLine(number, at, by, said, number == 4, ICONS[kind], kind, decides(list(events))))
    return found


def drawn(template: str, **context: object) -> str:
    """A page of the record in English, as Ghana reads it."""
    usual = {"committee": 1, "directory": directory(), "holder": None, "zone": "UTC", "key": "ghana"}
    return page(template, "en", **{**usual, **context})
