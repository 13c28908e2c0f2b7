"""Every tag by which a rule names its source is in the list of sources, and pages say the source's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.procedure.rulebook_files import load, names
from app.procedure.sources import TAG, named, sources

ROOT = Path(__file__).parents[2]
RULES = ("app/procedure", "resolutions", "tests/procedure", "tests/cases")
NO_TAGS = {"IVX", "IVXLC"}
"""Sets of letters in patterns of the reader of texts."""


def cited() -> Iterator[tuple[str, str]]:
    """Yields (tag, path) for each source that a rule, a rulebook or a case names."""
    for folder in RULES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".toml"):
                tags = {tag[1] for tag in TAG.finditer(path.read_text("utf-8"))}
                yield from ((tag, str(path.relative_to(ROOT))) for tag in tags - NO_TAGS)


def test_every_source_that_is_named_is_in_the_list_and_none_besides() -> None:
    found = list(cited())
    assert [(tag, path) for tag, path in found if tag not in sources()] == []
    assert set(sources()) == {tag for tag, _ in found}


def test_every_source_has_a_name_of_its_own() -> None:
    called = [source["name"] for source in sources().values()]
    assert len(set(called)) == len(called)
    addresses = [source["address"] for source in sources().values() if "address" in source]
    assert all(address.startswith(("http://", "https://")) for address in addresses)


def test_the_reader_is_told_names_for_tags() -> None:
    council = sources()["SCR6"]["name"]
    told = f"Warnings (JAMUN; {council} rule 32) are counted (general knowledge)."
    assert named("Warnings [JAM] [SCR6 rule 32] are counted (K).") == told
    unknown = "A house may have a mark of its own [" + "XYZ]."
    assert named(unknown) == unknown


def test_what_ships_keeps_no_tag_once_its_sources_are_named() -> None:
    for book in map(load, names()):
        for text in (book.evidence, *book.notes):
            assert not TAG.search(named(text)) and "(K)" not in named(text), text
