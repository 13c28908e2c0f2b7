"""The trust page says what the tests say: no promise is listed as kept without one, none is left out."""

from __future__ import annotations

import re

import pytest

from app.web.help_pages import all_pages, one_page
from tests.promises.trust_page import ENGLISH, Promise, of_each, page, parts, place, tags

PAGE = place(ENGLISH)
EVERY = [promise for some in parts().values() for promise in some]
MOST = 52


@pytest.mark.parametrize("tag", tags())
def test_the_page_is_what_the_list_and_the_tests_give(tag: str) -> None:
    assert place(tag).read_text("utf-8") == page(tag), "run python -m tests.promises.trust_page"


@pytest.mark.parametrize("tag", tags()[1:])
def test_another_language_says_of_each_promise_as_much_as_english(tag: str) -> None:
    for some, same in zip(parts().values(), parts(tag).values(), strict=True):
        assert [_told(one) for one in same] == [_told(one) for one in some]
        assert all(one.words != other.words for one, other in zip(some, same, strict=True))


def _told(promise: Promise) -> tuple[int, bool, bool]:
    return promise.number, bool(promise.without), bool(promise.but)


def test_every_promise_is_listed_once_and_every_test_is_of_a_listed_one() -> None:
    assert [promise.number for promise in EVERY] == list(range(1, MOST + 1))
    assert set(of_each()) <= {promise.number for promise in EVERY}


@pytest.mark.parametrize("promise", EVERY, ids=lambda promise: f"P-{promise.number:02d}")
def test_a_promise_has_a_test_or_a_reason_why_it_is_not_kept(promise: Promise) -> None:
    row = next(
        line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(f"| {promise.number} |")
    )
    _, _, words, kept, _ = (cell.strip() for cell in row.split("|"))
    assert words == promise.words and words.endswith(".")
    assert kept.startswith("yes: `test_p") == bool(of_each().get(promise.number))
    assert kept.startswith("yes") or promise.without.endswith(".")


def test_people_read_it_in_help() -> None:
    assert "/help/trust" in all_pages("en") and "What Placard promises" in all_pages("en")
    shown = one_page("trust", "en")
    assert len(re.findall(r"<tr>\s*<td>\d+</td>", shown)) == MOST
    assert "test_p49_tampering" in shown
