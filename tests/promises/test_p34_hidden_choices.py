"""P-34: while devices vote nobody is shown a choice, not even as a number: only how many have voted."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.votes import CastBallot
from app.screens.regions import Screens
from resolutions.voting import Choice
from tests.procedure.meeting import Meeting
from tests.screens.council import KEYS, directory, sitting

VOTERS = KEYS[:2]
CHOICES: tuple[Choice, ...] = ("yes", "no")
Place = tuple[str, str, str]
LOOKERS = (*("public", "dais", "projector"), *(f"seat:{key}" for key in KEYS[3:5]))


def voting(choices: tuple[Choice, ...], closed: bool) -> Meeting:
    """A motion to suspend, on which two devices have voted; counted or not, but not announced."""
    meeting = sitting()
    vote = meeting.put("motion", meeting.motion("suspend_meeting", KEYS[0]), "devices")
    for seat, choice in zip(VOTERS, choices, strict=True):
        meeting.do(CastBallot(vote.number, choice), by=seat)
    if closed:
        meeting.do(CloseVote(vote.number))
    return meeting


def shown(meeting: Meeting) -> Mapping[Place, str]:
    """Every region of every channel that is not a voter's own, in each language."""
    screens = Screens(directory)
    return {
        (channel, name, locale): screens.html(view, screens.language(channel, locale))
        for channel in LOOKERS
        for locale in ("en", "fr")
        for name, view in screens.views(meeting.history, channel, locale).items()
    }


def differing(one: Mapping[Place, str], other: Mapping[Place, str]) -> set[str]:
    """The channels in which two rooms differ."""
    return {place[0] for place in one if one[place] != other[place]}


def test_p34_while_votes_are_taken_all_screens_are_the_same_whatever_was_chosen() -> None:
    first, *others = (shown(voting(two, False)) for two in itertools.product(CHOICES, repeat=2))
    assert [differing(first, other) for other in others] == [set()] * 3


def test_p34_what_was_counted_is_for_the_dais_alone_and_has_no_names() -> None:
    yes_no, no_yes, both = (shown(voting(two, True)) for two in (CHOICES, CHOICES[::-1], ("yes", "yes")))
    assert differing(yes_no, no_yes) == set()
    assert differing(yes_no, both) == {"dais"}


def test_p34_how_many_have_voted_is_shown() -> None:
    few = shown(voting(CHOICES, False))
    meeting = voting(CHOICES, False)
    meeting.do(CastBallot(meeting.vote.number, "no"), by=KEYS[3])
    more = shown(meeting)
    assert few["projector", "board", "en"] != more["projector", "board", "en"]


def test_p34_once_it_is_announced_the_choices_are_told() -> None:
    boards = set()
    for two in (("yes", "yes"), ("no", "no")):
        meeting = voting(two, True)
        meeting.do(AnnounceResult(meeting.floor.votes.now.number))  # type: ignore[union-attr]
        boards.add(shown(meeting)["projector", "board", "en"])
    assert len(boards) == 2
