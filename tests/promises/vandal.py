"""Somebody who types hostile texts wherever something can be typed, from the guide to the last vote."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from app.founding import SAMPLE
from app.screens.correspondence import DAIS
from tests.afternoon import Afternoon
from tests.passing import Passing
from tests.web.payloads import PAYLOADS


def hostile_guide(folder: Path) -> Path:
    """The sample guide with a payload in topics, titles, positions, questions and sources."""
    payloads = itertools.cycle(PAYLOADS)
    lines = [
        f"{line} {next(payloads)}" if len(line.split()) > 6 or line.startswith("Topic") else line
        for line in SAMPLE.read_text("utf-8").splitlines()
    ]
    path = folder / "<img src=x onerror=alert('xss7')>.txt"
    path = folder / path.name.replace("/", "")
    path.write_text("\n".join(lines), "utf-8")
    return path


class Vandal(Afternoon):
    """Somebody types payloads wherever something can be typed, for the whole afternoon and beyond."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.said: set[str] = set()

    def vandalise(self) -> None:
        """Every payload through every string field that a delegation or the dais can fill."""
        self.passes_notes()
        self.opens()
        self.debates()
        for payload in PAYLOADS:
            self.moved_and_ruled_out(payload)
        self.a_draft_of_payloads()
        for payload in PAYLOADS[::6]:
            self.seat(0, "/papers", title=payload)
            self.counted_out(payload)
        for payload in PAYLOADS[::3]:
            self.amended(payload)
        self.served.joined(self.served.code("observer")).close()
        for payload in PAYLOADS[::4]:
            body = {"code": self.served.code("observer"), "name": payload}
            with self.served.nobody() as client:
                assert client.post("/join", json=body).status_code == 200
        self.adopts()
        self.pending()
        for payload in PAYLOADS[::7]:
            self.reads(payload)
            self.chair("/remarks", remark=payload)
        for place, payload in enumerate(PAYLOADS[3::9]):
            self.asks_and_is_told(place % 5, payload)
        for payload in PAYLOADS[4::11]:
            self.written_beside_the_record(payload)
        self.organized(PAYLOADS[6])
        self.said.add(self.tried("/suspensions", until=PAYLOADS[8], insist=PAYLOADS[8]))
        self.said.add(self.tried("/sessions", insist=PAYLOADS[8]))
        for seat in self.seats:
            self.chair("/roll-call/statuses", seat=seat, status="present")
        self.chair("/roll-call/closure")

    def asks_and_is_told(self, place: int, payload: str) -> None:
        """A point, its ruling, a warning, a reply that is asked for, a straw poll: in the payload's words."""
        self.said |= {
            self.tried("/points", seat=self.seats[place], kind="order", words=payload, insist=payload),
            self.tried("/warnings", seat=self.seats[place], reason=payload, insist=payload),
            self.tried("/replies", seat=self.seats[place], grounds=payload, insist=payload),
            self.tried("/straw-polls", question=payload, insist=payload),
        }
        for point in self.served.room().floor.points.pending:
            self.said.add(self.tried(f"/points/{point.number}/ruling", ruling=payload, insist=payload))

    def written_beside_the_record(self, payload: str) -> None:
        """Own notes, a comment on a paper, a language that is none."""
        served = self.served
        member = served.client("delegate", self.seats[0])
        kept = member.post(f"{served.here}/notes", json={"notes": payload, "speech": payload, "version": "0"})
        assert kept.status_code in (200, 409), kept.text
        member.post(f"{served.here}/papers/WP-1/comments", json={"comment": payload})
        member.post("/language", json={"language": payload})

    def organized(self, payload: str) -> None:
        """The conference and its people are called by payloads."""
        organizer = self.served.client("organizer")
        form = {"name": payload}
        assert organizer.post("/organizer/conference/name", data=form).status_code in (200, 303, 422)

    def tried(self, path: str, **given: str) -> str:
        """The chair tries this; the path, if it was in order."""
        answer = self.served.act("chair", path, "dais-1", **given)
        assert answer.status_code in (200, 404, 409, 422), (path, answer.text)
        return path.rpartition("/")[2] if answer.status_code == 200 else f"no {path} {answer.text}"

    def reads(self, payload: str) -> None:
        """An item of the payload is sent to every screen, quoted in a speech note, and noted."""
        here, dais = self.served.here, self.served.client("chair", "dais-1")
        form = {"title": payload, "source": payload, "text": f"{payload}\n\n{payload} again", "sends": "true"}
        added = dais.post(f"{here}/library", files={"none": ("", b"")}, data=form, follow_redirects=False)
        assert added.status_code in (200, 303), added.text
        member = self.served.client("delegate", self.seats[0])
        text = self.served.house.directory(self.served.committee).collection.texts[0]
        quote = {"command_id": "a" * 16, "paragraph": "0", "to": "speech"}
        assert member.post(f"{here}/library/{text.key}/quotes", json=quote).status_code == 200

    def passes_notes(self) -> None:
        """The dais notes every payload to a delegation, which answers with some; one is held and returned."""
        passing = Passing(self.served)
        passing.begin_anew()
        for payload in PAYLOADS:
            assert passing.send("dais-1", passing.one, payload).status_code == 200, payload
        passing.rules(held=True)
        for payload in PAYLOADS[:5]:
            assert passing.send(passing.one, passing.other, f"{payload} held").status_code == 200
            note = passing.key_of(f"{payload} held")
            assert passing.post("dais-1", f"{note}/return", sentence=payload).status_code == 200
        for payload in PAYLOADS[5:10]:
            assert passing.send(passing.other, [passing.one, DAIS], payload).status_code == 200

    def moved_and_ruled_out(self, payload: str) -> None:
        """A caucus on the payload, out of order for the payload, insisted on for the payload."""
        terms = {"kind": "moderated_caucus", "total_seconds": 600, "speech_seconds": 59, "topic": payload}
        motion = self.chair("/motions", seat=self.seats[1], insist=payload, **terms)
        self.chair(f"/motions/{motion}/ruling", reason=payload)

    def a_draft_of_payloads(self) -> None:
        """A draft whose title and clauses are payloads, once returned for one, then introduced."""
        self.words |= {"title": PAYLOADS[0], "opening": PAYLOADS[37], "text": PAYLOADS[9]}
        self.words["reason"] = PAYLOADS[31]
        self.writes_only()
        for version, payload in enumerate(PAYLOADS, start=2):
            opening = payload if version % 2 else "Requests"
            self.text(0, version=version, edit="add", kind="operative", opening=opening, text=payload)
        self.introduced()

    def writes_only(self) -> None:
        """The paper is started and signed."""
        self.seat(0, "/papers", title=self.words["title"])
        for place in range(1, 6):
            self.seat(0, "/papers/WP-1/readers", reader=self.seats[place])
            self.seat(place, f"/papers/WP-1/{'sponsors' if place == 1 else 'signatories'}")
        given = {"kind": "operative", "opening": self.words["opening"], "text": self.words["text"]}
        self.text(0, version=0, edit="add", **given)
        self.text(0, version=1, edit="title", text=self.words["title"])

    def introduced(self) -> None:
        """It is submitted, returned, submitted, approved and introduced."""
        self.seat(0, "/papers/WP-1/submission")
        self.chair("/papers/WP-1/return", reason=self.words["reason"])
        self.seat(0, "/papers/WP-1/submission")
        self.chair("/papers/WP-1/approval")
        self.by_placards("motion", str(self.seat(0, "/motions", kind="introduce_draft", paper="WP-1")))

    def counted_out(self, payload: str) -> None:
        """A vote is called off for the payload."""
        motion = self.chair("/motions", seat=self.seats[2], kind="unmoderated_caucus", total_seconds=300)
        vote = self.put("motion", str(motion), "placards")
        self.chair(f"/votes/{vote}/annulment", reason=payload)
        self.chair(f"/motions/{motion}/withdrawal")

    def amended(self, payload: str) -> None:
        """A change to a clause is proposed in the words of the payload."""
        paper = self.served.client("chair", "dais-1").get(self.served.here + "/papers/WP-1").json()
        clause = paper["document"]["clauses"][3]["uid"]
        words = {"opening": payload, "text": f"{payload} once more"}
        change = {"action": "modify", "base": paper["digest"], "clause": clause, **words}
        self.seat(3, "/papers/WP-1/amendments", **change)

    def pending(self) -> None:
        """After the voting some stay on every screen: motions of payloads."""
        self.chair("/voting/closure")
        self.chair("/debates", insist=PAYLOADS[6])
        for place, payload in enumerate(PAYLOADS[5:10]):
            terms: dict[str, Any] = {"total_seconds": 540 + 60 * place, "speech_seconds": 60}
            self.seat(place, "/motions", kind="moderated_caucus", topic=payload, **terms)
