"""A long file is read in a process of its own: its pages are told, it can be stopped, it keeps to limits."""

import time

import pytest

from delegations.study_guides.limits import read_limited
from delegations.study_guides.reading import Unreadable, read
from tests.delegations.drawn_pdfs import long_pdf


def test_each_page_is_told_while_it_is_read_and_lines_know_theirs() -> None:
    told: list[tuple[int, int]] = []
    text = read(long_pdf(12), "guide.pdf", lambda page, pages: told.append((page, pages)))
    assert told == [(page, 12) for page in range(1, 13)]
    assert {line.page for line in text.lines} == set(range(1, 13))
    assert all(line.text.startswith(f"Page {line.page},") for line in text.lines if line.text)


def test_progress_comes_out_of_the_limited_process_in_order() -> None:
    data = long_pdf(300)
    told: list[tuple[int, int]] = []
    text = read_limited(data, "guide.pdf", progress=lambda page, pages: told.append((page, pages)))
    assert text == read(data, "guide.pdf")
    assert told
    assert told == sorted(told)
    assert {pages for _, pages in told} == {300}


def test_reading_stops_when_it_is_asked_to() -> None:
    asked: list[float] = []

    def cancelled() -> bool:
        asked.append(time.monotonic())
        return True

    with pytest.raises(Unreadable) as stopped:
        read_limited(long_pdf(300, 44), "guide.pdf", cancelled=cancelled)
    assert stopped.value.message == "cancelled"
    assert stopped.value.sentence().endswith(".")
    assert len(asked) == 1


def test_three_hundred_and_one_pages_are_too_many() -> None:
    with pytest.raises(Unreadable) as refused:
        read_limited(long_pdf(301, 1), "guide.pdf")
    assert refused.value.sentence() == "This file has 301 pages; a guide may have at most 300."
