"""The tests of the promises are tests: a line that is made wrong turns the test of its promise red."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.promises.sabotage import TOP, Sabotage, copied, spoilt, table, tried

ROWS = table()
NAMED = [f"P-{one.promise:02d}-{one.file}" for one in ROWS]


@pytest.fixture(scope="module")
def top() -> Iterator[Path]:
    """A copy of the tree."""
    with copied() as folder:
        yield folder


@pytest.mark.parametrize("one", ROWS, ids=NAMED)
def test_the_line_and_its_test_are_there(one: Sabotage) -> None:
    assert spoilt(one, (TOP / one.file).read_text("utf-8"))
    file, _, name = one.test.partition("::")
    assert f"def {name}(" in (TOP / "tests/promises" / file).read_text("utf-8")


@pytest.mark.long
@pytest.mark.parametrize("one", ROWS, ids=NAMED)
def test_the_promises_test_finds_it(top: Path, one: Sabotage) -> None:
    found = tried(top, one)
    assert found.is_by(one.test), found.told
