"""Every refusal that the edge gives has a sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app.papers.edits
import app.shared_text
import app.web
from app.papers.edits import FIELD_OF
from app.procedure.act import Refusal, Value
from app.words import refusal_sentence
from app.words.reasons.web import ROLES, SENTENCES
from app.words.refusals import SENTENCES as ALL
from resolutions.drafting import SENTENCES as DRAFTING
from tests.words.reading import NAMES, faults

GROUNDS = ("impossible", "against", "stale", "forbidden")
FILES = [*sorted(Path(app.web.__path__[0]).glob("*.py")), Path(app.papers.edits.__file__)]
TYPING = sorted(Path(app.shared_text.__path__[0]).glob("*.py"))
VALUES: dict[str, Value] = {
    "name": "title",
    "role": "observer",
    "paper": "WP-1",
    "limit": 200,
    "most": 8,
    "number": 6,
    "seconds": 12,
    "sentence": "It is damaged",
}


def rules() -> Iterator[str]:
    """Yields each rule id that the edge writes out, and those that are put together."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GROUNDS:
                match node.args[0]:
                    case ast.Constant(value=str(rule)):
                        yield rule
                    case ast.JoinedStr() | ast.IfExp() | ast.Name() if path.name == "fields.py":
                        yield from ("field.missing", "field.wrong")
                    case ast.JoinedStr():
                        yield from (f"draft.{rule}" for rule in DRAFTING)
                    case other:
                        raise AssertionError(f"{path.name}: {ast.unparse(other)}")


def rules_of_typing() -> Iterator[str]:
    """Yields each rule that refuses what is typed: there they are plain values, without a ground."""
    for path in TYPING:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from re.findall(r"^(?:typing|draft|paper)\.[a-z_]+$", node.value)


RULES = sorted({*rules(), *rules_of_typing(), "field.missing", "field.wrong"})


def test_the_rules_are_found() -> None:
    assert len(RULES) > 25
    assert {"body.kind", "too_many", "sign_in.needed", "draft.no_clause", "paper.not_writable"} <= set(RULES)
    assert set(FIELD_OF) <= set(DRAFTING)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_the_edge_says_what_it_is_and_what_to_do(rule: str) -> None:
    assert rule in ALL
    for role in ROLES:
        values: dict[str, Value] = {**VALUES, "role": role}
        sentence = refusal_sentence(Refusal(rule, tuple(values.items())), NAMES)
        assert faults(sentence) == [], sentence


def test_no_words_without_a_rule() -> None:
    assert set(SENTENCES) - set(RULES) == set()
