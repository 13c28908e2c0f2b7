"""The library over HTTP: added, searched, sent to every screen and read, quoted in notes and papers."""

from __future__ import annotations

import secrets
from typing import Any

import pytest

from tests.afternoon import Afternoon
from tests.served import Served
from tests.shared_text.typist import Typist
from tests.web.saying import sentences
from tests.web.shelf import add, kept, page, press, regions, wait_for

TITLE, SOURCE = "Flights to São Paulo resume", "Example Herald, 5 June"
BODY = (
    f"{TITLE}\n\nHaiti has been told of three flights, and A/RES/73/195 was named.\n\n"
    "The crews count wombats and marmosets, an official of Ghana said."
)
LAST = BODY.splitlines()[-1]


@pytest.fixture(scope="module")
def room(served: Served) -> Afternoon:
    """A committee in debate."""
    afternoon = Afternoon(served)
    afternoon.opens()
    return afternoon


@pytest.fixture(scope="module")
def item(room: Afternoon) -> int:
    """The number of an item that the organizer has pasted."""
    answer = add(room.served, text=BODY, source=SOURCE)
    assert answer.status_code == 303, answer.text
    return int(answer.headers["location"].rpartition("-")[2])


def test_an_item_that_was_pasted_names_whom_it_speaks_of_and_what_it_cites(
    room: Afternoon, item: int
) -> None:
    shown = page(room.served, f"/library/item-{item}")
    assert f'<h1 class="heading" hx-ignore dir="auto">{TITLE}</h1>' in shown
    assert SOURCE in shown and "A/RES/73/195" in shown
    assert f"{room.served.here}/profiles/haiti" in shown and f"{room.served.here}/profiles/ghana" in shown
    assert f"{room.served.here}/profiles/france" not in shown
    assert TITLE in page(room.served, "/profiles/haiti"), "and its profile leads to the item"
    assert TITLE not in page(room.served, "/profiles/france")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Choose a file or paste a text."),
        ({"title": "x" * 201, "text": "Words."}, "at most 200 characters"),
        ({"file": ("strange.exe", b"MZ\x00\x01" * 40), "title": "Kept"}, ""),
    ],
)
def test_what_cannot_be_added_is_said_and_the_fields_stay(
    room: Afternoon, given: dict[str, Any], says: str
) -> None:
    before = kept(room.served)
    answer = add(room.served, "chair", **given)
    assert answer.status_code == 422
    assert says in answer.text and 'id="add-error"' in answer.text
    assert given.get("title", "")[:200] in answer.text
    assert kept(room.served) == before


def test_search_ignores_accents_and_marks_what_it_found(room: Afternoon, item: int) -> None:
    shown = page(room.served, "/library?q=sao+paulo")
    assert f'href="{room.served.here}/library/item-{item}?q=sao%20paulo#p-' in shown
    assert "<mark>São</mark> <mark>Paulo</mark>" in shown
    assert "<mark>wombats</mark>" in page(room.served, f"/library/item-{item}?q=wombat")
    assert "No text has all of these words" in page(room.served, "/library?q=wombat+zeppelin")
    assert "chapter-" in page(room.served, "/library?q=reintegration"), "the guide is searched too"


def test_what_is_sent_stands_on_every_screen_until_it_is_read(room: Afternoon, item: int) -> None:
    served, (one, other) = room.served, room.seats[:2]
    everybody: list[tuple[str, str, str]] = [
        ("public", "observer", ""),
        ("projector", "projector", ""),
        (f"seat:{one}", "delegate", one),
        (f"seat:{other}", "delegate", other),
    ]

    def shown(who: tuple[str, str, str]) -> bool:
        return TITLE in regions(served, *who)["update"]

    assert not any(map(shown, everybody))
    assert press(served, f"{item}/reading", "delegate", one).status_code == 409, "nothing was sent yet"
    assert press(served, f"{item}/sending").status_code == 200
    assert all(map(shown, everybody)), "sent to all"
    assert f'data-region="seat:{one}/update"' in page(served, "/papers", "delegate", one)

    for _ in range(2):
        assert press(served, f"{item}/reading", "delegate", one).status_code == 200
    wait_for(lambda: not shown(everybody[2]), "who has read it is left in peace")
    assert [shown(who) for who in everybody] == [True, True, False, True]
    assert "Read by 1 of 34" in page(served, f"/library/item-{item}", "chair")

    assert press(served, f"{item}/taking-down", **{"from": "wall"}).status_code == 200
    assert [shown(who) for who in everybody] == [True, False, False, True]
    assert press(served, f"{item}/sending").status_code == 200
    assert all(map(shown, everybody)), "sent again, it is to be read again"
    assert press(served, f"{item}/taking-down", **{"from": "everywhere"}).status_code == 200
    assert not any(map(shown, everybody))


def test_words_are_quoted_with_their_citation_in_the_own_speech_note(room: Afternoon, item: int) -> None:
    served, seat = room.served, room.seats[0]
    whole = press(served, f"item-{item}/quotes", "delegate", seat, paragraph="0", to="speech")
    assert whole.status_code == 200 and "speech note" in whole.json()["sentence"]
    words = "wombats and marmosets"
    some = press(served, f"item-{item}/quotes", "delegate", seat, paragraph="1", words=words, to="speech")
    assert some.status_code == 200
    note = page(served, "/seat", "delegate", seat)
    assert f"“{words}” ({TITLE}, {SOURCE})" in note
    assert "Haiti has been told of three flights" in note


def test_a_quotation_becomes_a_clause_of_a_paper_that_one_writes_once_for_each_press(
    room: Afternoon, item: int
) -> None:
    served, (writer, other) = room.served, room.seats[:2]
    room.seat(0, "/papers", title="A paper of our own")
    quote = {"paragraph": "1", "to": "WP-1", "command_id": secrets.token_hex(8)}
    for _ in range(2):
        assert press(served, f"item-{item}/quotes", "delegate", writer, **quote).status_code == 200
    text = served.client("delegate", writer).get(f"{served.here}/papers/WP-1").json()["document"]
    assert [(clause["kind"], clause["text"]) for clause in text["clauses"]] == [
        ("preambular", f"“{LAST}” ({TITLE}, {SOURCE})")
    ]
    before = served.dump()
    answer = press(served, f"item-{item}/quotes", "delegate", other, paragraph="1", to="WP-1")
    assert answer.status_code == 403 and sentences(answer)
    assert served.dump() == before
    assert "Into WP-1" in page(served, f"/library/item-{item}", "delegate", writer)
    assert "WP-1" not in page(served, f"/library/item-{item}", "delegate", other)


def test_a_quotation_is_for_all_who_write_and_shown_to_those_who_type(room: Afternoon, item: int) -> None:
    served, (writer, editor, reader) = room.served, room.seats[:3]
    room.seat(0, "/papers", title="A paper of many hands")
    key = f"WP-{len(served.room().floor.papers.papers)}"
    room.seat(0, f"/papers/{key}/readers", reader=editor, edits=True)
    room.seat(0, f"/papers/{key}/readers", reader=reader)
    with Typist(served, served.client("delegate", writer), key) as typist:
        typist.greet()
        assert (
            press(served, f"item-{item}/quotes", "delegate", editor, paragraph="1", to=key).status_code == 200
        )
        typist.until("look")
    assert f"Into {key}" in page(served, f"/library/item-{item}", "delegate", editor)
    refused = press(served, f"item-{item}/quotes", "delegate", reader, paragraph="1", to=key)
    assert refused.status_code == 403 and sentences(refused)
    assert f"Into {key}" not in page(served, f"/library/item-{item}", "delegate", reader)


@pytest.mark.parametrize(
    ("path", "given", "status"),
    [
        ("item-{item}/quotes", {"paragraph": "99", "to": "speech"}, 422),
        ("item-{item}/quotes", {"paragraph": "-1", "to": "speech"}, 422),
        ("item-{item}/quotes", {"paragraph": "1", "to": "speech", "words": "what was never said"}, 422),
        ("item-999/quotes", {"paragraph": "0", "to": "speech"}, 404),
        ("ghana/quotes", {"paragraph": "0", "to": "speech"}, 404),
        ("{item}/quotes", {"paragraph": "0", "to": "speech"}, 404),
        ("item-{item}/quotes", {"paragraph": "0", "to": "WP-77"}, 403),
    ],
)
def test_what_is_not_there_cannot_be_quoted(
    room: Afternoon, item: int, path: str, given: dict[str, Any], status: int
) -> None:
    served = room.served
    before = served.dump()
    answer = press(served, path.format(item=item), "delegate", room.seats[2], **given)
    assert answer.status_code == status, answer.text
    assert sentences(answer)
    assert served.dump() == before


def test_only_the_dais_and_organizers_keep_the_library(room: Afternoon, item: int) -> None:
    served, before = room.served, kept(room.served)
    for role in ("delegate", "observer", "projector", "lobby", "nobody"):
        seat = room.seats[1] if role == "delegate" else ""
        for step in ("sending", "taking-down", "removal"):
            assert press(served, f"{item}/{step}", role, seat).status_code in (401, 403), (role, step)
        answer = served.client(role, seat).post(f"{served.here}/library", data={"text": "Mine"})
        assert answer.status_code in (401, 403)
    _, invited = served.another_committee()
    stranger = served.joined(next(one.code for one in invited if one.post.role == "chair"))
    elsewhere = stranger.post(f"{served.here}/library/{item}/sending", json={"command_id": "a" * 16})
    assert elsewhere.status_code == 401
    stranger.close()
    assert kept(served) == before


def test_an_item_of_another_committee_is_not_in_this_one(room: Afternoon, item: int) -> None:
    served = room.served
    committee, invited = served.another_committee()
    chair = served.joined(next(one.code for one in invited if one.post.role == "chair"))
    there = f"/committees/{committee}/library"
    assert chair.get(f"{there}/item-{item}").status_code == 404
    answer = chair.post(f"{there}/{item}/sending", json={"command_id": "b" * 16})
    assert answer.status_code == 409 and sentences(answer)
    removal = chair.post(f"{there}/{item}/removal", json={"command_id": "c" * 16})
    assert removal.status_code == 409
    chair.close()


def test_an_item_that_is_taken_out_is_gone_from_search_and_screens(room: Afternoon) -> None:
    served = room.served
    answer = add(served, "chair", text="A numbat was seen at the border.", title="Numbat", sends="true")
    number = int(answer.headers["location"].rpartition("-")[2])
    seat = room.seats[3]
    assert "Numbat" in regions(served, f"seat:{seat}", "delegate", seat)["update"]
    assert press(served, f"{number}/removal").status_code == 200
    assert "Numbat" not in regions(served, f"seat:{seat}", "delegate", seat)["update"]
    assert "No text has all" in page(served, "/library?q=numbat")
    assert press(served, f"{number}/removal").status_code == 409
