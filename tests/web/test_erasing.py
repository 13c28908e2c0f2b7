"""With a person's name go the notes of its delegation and what the dais scored it; the record stands."""

from __future__ import annotations

import re
import secrets

from app.assignments import Assignment, assign, assigned
from app.screens.correspondence import DAIS
from tests.passing import PAGE, Passing
from tests.served import Served

CANARIES = ("quokka", "wombat", "numbat")


def test_a_name_is_erased_with_its_notes_and_scores_and_nothing_of_others(served: Served) -> None:
    passing, store = Passing(served), served.house.store
    passing.begin_anew()
    given = [
        Assignment(served.committee, passing.one, "delegate", "Numbat Person"),
        Assignment(served.committee, passing.other, "delegate", "Another Person"),
    ]
    served.ask(assign(store, 1, given, 1))
    passing.send(passing.one, passing.other, "the quokka pact")
    passing.post(passing.other, f"threads/{passing.thread_of('the quokka pact')}", text="agreed so far")
    passing.send(passing.one, DAIS, "quokka to the dais")
    press = {"command_id": secrets.token_hex(16), "seat": passing.one, "remark": "a wombat of a speaker"}
    chair = served.client("chair", "dais-1")
    assert chair.post(f"{served.here}/scores/remarks", json=press).status_code == 200
    head = served.head()

    person = next(one.person for one in served.ask(assigned(store, (1,))) if one.name == "Numbat Person")
    organizer = served.client("organizer")
    page = organizer.get("/organizer/people", headers=PAGE).text
    assert re.search(r"notes that the delegation wrote meanwhile", page), "it is said before"
    organizer.post("/organizer/people/erasure", data={"person": str(person)}, headers=PAGE)

    rows = "\n".join(served.dump()).lower()
    assert [canary for canary in CANARIES if canary in rows] == []
    for by in (passing.one, passing.other, "dais-1"):
        assert "quokka" not in passing.page(by).lower(), "open pages follow"
    assert "agreed so far" in passing.page(passing.other), "what others wrote stays"
    assert "wombat" not in chair.get(f"{served.here}/scores?seat={passing.one}", headers=PAGE).text
    assert served.head() == head, "the record stands as it was"
