"""An afternoon of a committee, act by act over HTTP: roll call, adopted resolution, and the next morning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.served import Served

WORDS = {
    "topic": "Reintegration of returnees",
    "title": "Reintegration after return",
    "opening": "Requests",
    "text": "a report on reintegration within one year",
    "amended": "a report on reintegration every year",
    "reason": "The quorum comes by bus",
    "until": "tomorrow at nine",
}
"""What the people of the afternoon type; a test may put something else in its place."""
QUORUM = {"insist": "The quorum comes by bus"}


@dataclass
class Afternoon:
    """Plays the afternoon; `after(what)` is called after each act that was recorded."""

    served: Served
    words: dict[str, str] = field(default_factory=lambda: dict(WORDS))
    after: Callable[[str], None] = lambda what: None

    def __post_init__(self) -> None:
        self.seats = self.served.members()[:6]

    def chair(self, path: str, **given: Any) -> int:
        """The chair acts."""
        return self._do("chair", path, "dais-1", **given)

    def seat(self, place: int, path: str, **given: Any) -> int:
        """The delegation in this place of the roll acts for itself."""
        return self._do("delegate", path, self.seats[place], **given)

    def play(self) -> None:
        """The whole afternoon."""
        for scene in (self.opens, self.debates, self.caucuses, self.writes, self.amends, self.adopts):
            scene()
        self.sleeps()

    def opens(self) -> None:
        """Five answer from their devices, one is entered by the dais."""
        self.chair("/roll-calls")
        for place in range(5):
            self.seat(place, "/roll-call/statuses", status="present")
        self.chair("/roll-call/statuses", seat=self.seats[5], status="present_and_voting")
        self.chair("/roll-call/closure")
        self.chair("/debates", **QUORUM)

    def debates(self) -> None:
        """A speech with a clock that is held, one press too many that is undone."""
        for place in (0, 1):
            self.seat(place, "/speakers")
        wrong = self.chair("/speakers", seat=self.seats[2])
        self.chair(f"/acts/{wrong}/undoing")
        self.chair("/speeches/next", after="")
        self.chair("/clocks/speech/pause")
        self.chair("/clocks/speech/adjustments", seconds=15)
        self.chair("/clocks/speech/start")
        self.chair("/speeches/end", seat=self.seats[0])
        self.seat(1, "/speakers/departures")

    def caucuses(self) -> None:
        """A caucus is moved against another, voted by devices, and held."""
        self.seat(2, "/motions", kind="unmoderated_caucus", total_seconds=600)
        moved = self.seat(
            3,
            "/motions",
            kind="moderated_caucus",
            total_seconds=600,
            speech_seconds=60,
            topic=self.words["topic"],
        )
        for motion in list(self.served.room().floor.motions.pending):
            if motion.number != moved:
                self.chair(f"/motions/{motion.number}/ruling", reason=self.words["reason"])
        self.by_devices("motion", str(moved))
        self.seat(0, "/speakers")
        self.chair("/speeches/next", after="")
        self.chair("/speeches/end", seat=self.seats[0])
        self.chair("/caucus/closure")

    def writes(self) -> None:
        """A paper is written, signed, returned, submitted again, approved and introduced by placards."""
        self.seat(0, "/papers", title=self.words["title"])
        for place in range(1, 6):
            self.seat(0, "/papers/WP-1/readers", reader=self.seats[place])
        self.seat(1, "/papers/WP-1/sponsors")
        for place in (2, 3, 4, 5):
            self.seat(place, "/papers/WP-1/signatories")
        given = {"edit": "add", "kind": "preambular", "opening": "Recalling", "text": "its mandate"}
        self.text(0, version=0, **given)
        given = {"kind": "operative", "opening": self.words["opening"], "text": self.words["text"]}
        self.text(1, version=1, edit="add", **given)
        self.seat(0, "/papers/WP-1/submission")
        self.chair("/papers/WP-1/return", reason=self.words["reason"])
        self.seat(0, "/papers/WP-1/submission")
        self.chair("/papers/WP-1/approval")
        moved = self.seat(0, "/motions", kind="introduce_draft", paper="WP-1")
        self.by_placards("motion", str(moved))

    def amends(self) -> None:
        """The last clause is changed by a vote."""
        paper = self.served.client("delegate", self.seats[4]).get(self.served.here + "/papers/WP-1").json()
        clause = paper["document"]["clauses"][-1]
        change = {"opening": clause["opening"], "text": self.words["amended"]}
        moved = {"action": "modify", "base": paper["digest"], "clause": clause["uid"], **change}
        self.seat(4, "/papers/WP-1/amendments", **moved)
        for place in range(4):
            self.seat(place, "/amendments/A1/signatories")
        self.by_devices("motion", str(self.seat(4, "/motions", kind="introduce_amendment", amendment="A1")))
        self.by_devices("amendment", "A1")

    def adopts(self) -> None:
        """Debate closes; the roll is called in two rounds, one answer is corrected; the draft is adopted."""
        self.by_placards("motion", str(self.seat(1, "/motions", kind="close_debate")))
        vote = self.put("paper", "WP-1", "roll_call")
        ballots = f"/votes/{vote}/ballots"
        while called := self.called():
            choice = "pass" if called == (self.seats[0], 1) else "yes"
            self.chair(ballots, seat=called[0], choice=choice)
        correction = {"seat": self.seats[2], "choice": "no", "reason": self.words["reason"]}
        self.chair(f"/votes/{vote}/corrections", **correction)
        self.announce(vote)

    def sleeps(self) -> None:
        """The meeting is suspended overnight; the next session begins with a roll call of its own."""
        self.chair("/suspensions", until=self.words["until"], **QUORUM)
        self.chair("/sessions")
        self.chair("/roll-call/all-present")
        self.chair("/roll-call/closure")

    def text(self, place: int, **given: Any) -> None:
        """A sponsor edits the text of the paper."""
        client = self.served.client("delegate", self.seats[place])
        answer = client.post(f"{self.served.here}/papers/WP-1/text", json=given)
        assert answer.status_code == 200, answer.text
        self.after("text")

    def put(self, about: str, subject: str, mode: str) -> int:
        """The question is put; returns the vote's number."""
        return self.chair("/votes", about=about, subject=subject, mode=mode, **QUORUM)

    def by_devices(self, about: str, subject: str) -> None:
        """All who are present vote yes on their devices."""
        vote = self.put(about, subject, "devices")
        for place in range(6):
            self.seat(place, f"/votes/{vote}/ballots", choice="yes")
        self.announce(vote)

    def by_placards(self, about: str, subject: str) -> None:
        """The dais counts six placards in favour."""
        vote = self.put(about, subject, "placards")
        self.chair(f"/votes/{vote}/count", yes=6, no=0)
        self.chair(f"/votes/{vote}/result")

    def announce(self, vote: int) -> None:
        """The vote is closed and its result announced."""
        self.chair(f"/votes/{vote}/closure")
        self.chair(f"/votes/{vote}/result")

    def called(self) -> tuple[str, int] | None:
        """Who is called now, in which round."""
        now = self.served.room().floor.votes.now
        assert now is not None
        return now.next()

    def _do(self, role: str, path: str, seat: str, /, **given: Any) -> int:
        number = self.served.do(role, path, seat, **given)
        self.after(path)
        return number
