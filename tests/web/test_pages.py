"""Pages that nobody signs in for: what a person reads who came to the wrong place, and the list of guides."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from app.web import help_pages
from tests.served import Served

PAGE = {"accept": "text/html"}


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/nowhere", 404, "Nothing is here"),
        ("/help/nowhere", 404, "Nothing is here"),
        ("/committees/1/chair", 401, "Take your seat first"),
    ],
)
def test_a_stranger_reads_what_stands_against_it_and_where_to_go(
    served: Served, path: str, status: int, title: str
) -> None:
    answer = httpx.get(f"{served.base}{path}", headers=PAGE, follow_redirects=False)
    assert answer.status_code == status
    assert f'<h1 class="title">{title}</h1>' in answer.text
    assert "Nothing was changed" in answer.text


def test_a_delegate_on_the_chairs_page_reads_that_it_belongs_to_another_role(served: Served) -> None:
    with contextlib.closing(served.joined(served.code("delegate", "ghana"))) as client:
        answer = client.get(f"{served.here}/chair", headers=PAGE)
    assert answer.status_code == 403
    assert "Not your page" in answer.text and "This page belongs to another role." in answer.text


def test_each_guide_is_listed_by_its_title_and_its_first_sentence() -> None:
    shown = help_pages.all_pages("en")
    for name in help_pages.names():
        assert f'href="/help/{name}"' in shown
    assert "Guide for delegates" in shown and "You speak, move, write and vote for one delegation." in shown
    shown = help_pages.all_pages("es")
    assert "Guía para delegados" in shown and "Usted habla, presenta mociones, redacta y vota" in shown


@pytest.fixture
def without_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The help, from which the Spanish page of notes was lost."""
    folder = shutil.copytree(help_pages.FOLDER, tmp_path / "help")
    (folder / "es" / "notes.md").unlink()
    kept = (help_pages.spoken, help_pages._text, help_pages._beginning)
    monkeypatch.setattr(help_pages, "FOLDER", folder)
    for one in kept:
        one.cache_clear()
    yield
    for one in kept:
        one.cache_clear()


@pytest.mark.usefixtures("without_one")
def test_a_page_that_a_language_lacks_is_shown_in_english_and_says_so() -> None:
    shown, listed = help_pages.one_page("notes", "es"), help_pages.all_pages("es")
    assert '<article class="prose" lang="en">' in shown and "Hold, report, mute" in shown
    assert "Esta página aún no está en su idioma." in shown and '<html lang="es"' in shown
    assert '<li lang="en"><a href="/help/notes">' in listed
    there = help_pages.one_page("displays", "es")
    assert '<article class="prose">' in there and "aún no está" not in there
