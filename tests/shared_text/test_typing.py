"""The typing address: who may sit there, what is taken, what is refused, and who goes at once."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

import pytest
from pycrdt import Text
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.served import Served
from tests.shared_text.paper import Paper
from tests.shared_text.typist import Typist, letters

WORDS_OF_BOTH = ["act", "away", "meanwhile", "states", "to", "typed", "typed", "while"]


@pytest.fixture
def paper(served: Served) -> Paper:
    return Paper(served)


@pytest.fixture
def two(paper: Paper) -> Iterator[tuple[Typist, Typist]]:
    """The author and the sponsor at the paper's desk."""
    with paper.sit(paper.author) as one, paper.sit(paper.sponsor) as other:
        yield one.greet(paper.clause), other.greet(paper.clause)


def test_what_one_types_the_other_reads_and_the_page_too(paper: Paper, two: tuple[Typist, Typist]) -> None:
    one, other = two
    one.writes(paper.clause, " at once")
    other.until("update")
    assert str(other.text(paper.clause)) == "states to act at once"
    other.writes(paper.clause, " together")
    assert paper.words() == "states to act at once together", "kept is in every reading of the paper"
    one.until("update")
    assert str(one.text(paper.clause)) == str(other.text(paper.clause))


def test_who_was_away_gets_and_gives_what_differs(paper: Paper) -> None:
    with paper.sit(paper.author) as one:
        one.greet(paper.clause)
        text = one.text(paper.clause)
    text += " typed while away"
    with paper.sit(paper.sponsor) as other:
        other.greet(paper.clause).writes(paper.clause, " typed meanwhile")
    with paper.sit(paper.author) as again:
        again.docs, again.seeds, again.kept = one.docs, one.seeds, one.kept
        again.greet(paper.clause)
        again.until("kept", again.typed(paper.clause))
    assert sorted(paper.words().split()) == [
        "act",
        "away",
        "meanwhile",
        "states",
        "to",
        "typed",
        "typed",
        "while",
    ]


def test_what_is_refused_has_a_sentence_and_loses_nothing(paper: Paper, two: tuple[Typist, Typist]) -> None:
    one, other = two
    before = paper.words()
    refused = one.until("refused", one.sends(paper.clause, b"no update at all"))
    assert refused["rule"] == "typing.malformed" and "Copy your words" in refused["sentence"]
    long = one.text(paper.clause)
    long += "x" * 8_001
    refused = one.until("refused", one.typed(paper.clause))
    assert refused["rule"] == "draft.too_long" and refused["sentence"].startswith("This text is too long")
    assert paper.words() == before
    del long[len(long) - 8_000 : len(long)]
    one.until("kept", one.typed(paper.clause))
    other.until("update")
    assert paper.words() == f"{before}x" == str(other.text(paper.clause))


def test_an_unprintable_character_is_refused(paper: Paper, two: tuple[Typist, Typist]) -> None:
    one, _ = two
    text = one.text(paper.clause)
    text += "a\0b"
    refused = one.until("refused", one.typed(paper.clause))
    assert refused["rule"] == "draft.not_plain_text" and paper.words() == "states to act"


@pytest.mark.parametrize(
    "message",
    [
        "x",
        "{}}",
        json.dumps({"burn": True}),
        json.dumps({"typed": {"clause": "a"}}),
        json.dumps({"have": {"a": {"seed": "zz", "seen": ""}}}),
        json.dumps({"have": {"a": {"seed": "", "seen": "%%"}}}),
        json.dumps({"caret": {"clause": "a", "field": "title", "anchor": "", "head": ""}}),
    ],
)
def test_what_is_not_understood_ends_the_socket(paper: Paper, message: str) -> None:
    with paper.sit(paper.author) as one, pytest.raises(ConnectionClosed) as closed:
        one.socket.send(message)
        while True:
            one.hears()
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 1008


def test_a_message_that_is_too_large_ends_the_socket_and_changes_nothing(paper: Paper) -> None:
    with paper.sit(paper.author) as one, pytest.raises(ConnectionClosed) as closed:
        one.greet(paper.clause)
        one.sends(paper.clause, b"x" * 70_000)
        while True:
            one.hears()
    assert closed.value.rcvd is not None and closed.value.rcvd.code == 1009
    assert paper.words() == "states to act"


def test_a_reader_sees_what_is_typed_and_types_nothing(paper: Paper, two: tuple[Typist, Typist]) -> None:
    one, _ = two
    with paper.sit(paper.reader) as reader:
        reader.greet(paper.clause)
        one.writes(paper.clause, " now")
        reader.until("update")
        assert str(reader.text(paper.clause)) == "states to act now"
        text = reader.text(paper.clause)
        text += " my words"
        refused = reader.until("refused", reader.typed(paper.clause))
        assert refused["rule"] == "paper.sponsors_only" and paper.words() == "states to act now"


@pytest.mark.parametrize("who", ["stranger", "observer", "organizer", "projector", "lobby", "nobody"])
def test_whoever_may_not_read_the_paper_is_not_let_in(paper: Paper, who: str) -> None:
    served = paper.served
    client = paper.client(paper.stranger) if who == "stranger" else served.client(who)
    with pytest.raises(InvalidStatus) as refused:
        Typist(served, client, paper.key)
    assert refused.value.response.status_code == 403


def test_a_paper_that_is_not_there_has_no_desk(paper: Paper) -> None:
    with pytest.raises(InvalidStatus):
        Typist(paper.served, paper.client(paper.author), "WP-999")


def ended(typist: Typist) -> int:
    """The code under which the socket is closed."""
    with pytest.raises(ConnectionClosed) as closed:
        while True:
            typist.hears()
    assert closed.value.rcvd is not None
    return closed.value.rcvd.code


def test_the_socket_of_whoever_signs_out_ends_at_once(paper: Paper) -> None:
    code = paper.served.code("delegate", paper.sponsor)
    with (
        contextlib.closing(paper.served.joined(code)) as client,
        Typist(paper.served, client, paper.key) as one,
    ):
        one.greet(paper.clause)
        client.post("/sign-out")
        assert ended(one) == 4401


def test_whoever_may_only_read_from_now_on_is_put_out_at_once(
    paper: Paper, two: tuple[Typist, Typist]
) -> None:
    one, other = two
    paper.served.do("delegate", f"/papers/{paper.key}/departures", paper.sponsor)
    assert ended(other) == 4403
    one.writes(paper.clause, " now")
    assert paper.words() == "states to act now"
    with paper.sit(paper.sponsor) as again:
        assert again.greet(paper.clause).heard[-1]["writes"] is False


def test_a_paper_that_is_handed_in_carries_what_was_kept_and_ends_every_socket(
    paper: Paper, two: tuple[Typist, Typist]
) -> None:
    one, other = two
    one.writes(paper.clause, " by spring")
    served = paper.served
    for seat in served.members()[4:9]:
        served.do("chair", f"/papers/{paper.key}/signatories", "dais-1", seat=seat)
    served.do("chair", f"/papers/{paper.key}/submission", "dais-1", insist="A test")
    assert ended(one) == ended(other) == 4403
    submitted = served.room().floor.papers.get(paper.key)
    assert submitted is not None and submitted.text is not None
    assert submitted.text.clauses[0].text == "states to act by spring"


def test_a_command_writes_into_what_is_typed_at_the_same_time(
    paper: Paper, two: tuple[Typist, Typist]
) -> None:
    one, other = two
    paper.edit(edit="change", clause=paper.clause, opening="Requests", text="all states to act")
    one.writes(paper.clause, " now")
    assert str(one.text(paper.clause)) == "all states to act now" == paper.words()
    other.until("look")
    assert str(other.text(paper.clause, "opening")) == "Requests"


def test_a_form_on_older_words_is_refused(paper: Paper, two: tuple[Typist, Typist]) -> None:
    one, _ = two
    page = paper.client(paper.sponsor).get(
        f"{paper.served.here}/papers/{paper.key}", headers={"Accept": "text/html"}
    )
    was = page.text.split('name="was" value="')[1].split('"')[0]
    one.writes(paper.clause, " now")
    given = {"version": 1, "edit": "change", "clause": paper.clause, "text": "nobody", "was": was}
    answer = paper.client(paper.sponsor).post(f"{paper.served.here}/papers/{paper.key}/text", json=given)
    assert answer.status_code == 409 and "Somebody else changed" in answer.text
    assert paper.words() == "states to act now"


def test_a_clause_that_was_removed_takes_no_more_words(paper: Paper, two: tuple[Typist, Typist]) -> None:
    one, _ = two
    paper.edit(edit="remove", clause=paper.clause)
    text: Text = one.text(paper.clause)
    text += " too late"
    refused = one.until("refused", one.typed(paper.clause))
    assert refused["rule"] == "draft.no_clause"


def test_carets_go_to_the_others_with_the_name_of_the_delegation(
    paper: Paper, two: tuple[Typist, Typist]
) -> None:
    one, other = two
    place = {"clause": paper.clause, "field": "text", "anchor": letters(b"a"), "head": letters(b"h")}
    one.says(caret=place)
    told = other.until("caret")
    assert told["caret"] == place
    assert told["name"] == paper.served.house.names(paper.served.committee)[paper.author]
    one.says(caret=False)
    assert other.until("gone")["gone"] == told["who"]
    one.says(ping=1.5)
    assert one.until("pong")["pong"] == 1.5
    assert not [told for told in one.heard if "caret" in told]
