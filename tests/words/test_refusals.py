"""Every rule that may stand against a command tells a person what it is and what to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.procedure
from app.procedure import overrulable
from app.procedure.act import Refusal, Value, against, impossible, stale
from app.words import refusal_sentence, rule_name
from app.words.names import DEBATE_STAGES, PARAMETERS, PHASES, STAGES, STATUSES, YIELDS
from app.words.reasons import web
from app.words.refusals import SENTENCES, VARIANTS
from app.words.rule_names import RULE_NAMES
from tests.words.reading import NAMES, faults

GROUNDS = ("impossible", "against", "stale", "forbidden")
MADE_UP = {
    # the rule ids that are put together, with what the part in braces can be
    "amendment.{}": ("conflict", "mergeable"),
    "meeting.{}": ("suspended", "adjourned"),
    "paper.cannot_{}": ("submit", "return", "approve", "withdraw"),
    "paper.members_{}": ("sponsor", "signatory"),
}
TEXTS: dict[str, tuple[Value, ...]] = {
    "seat": ("ghana", "viet-nam", "dais-2"),
    "by": ("ghana", "dais-1", "dais-2"),
    "motion": ("moderated_caucus", "close_debate"),
    "first": ("unmoderated_caucus",),
    "second": ("moderated_caucus",),
    "point": ("order", "personal_privilege", "information_to_chair"),
    "first_point": ("order", "inquiry"),
    "parameter": tuple(PARAMETERS),
    "phase": tuple(PHASES),
    "stage": tuple(STAGES),
    "debate_stage": tuple(DEBATE_STAGES),
    "status": tuple(STATUSES),
    "choice": ("yes", "abstain", "pass"),
    "clock": ("speech", "caucus"),
    "to": tuple(YIELDS),
    "paper": ("WP-1", "DR 1.1"),
    "amendment": ("A2",),
    "reason": ("no_clause: o7", "other_wording: o2"),
    "sentence": ("A document has at most 500 clauses.",),
}


def calls() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yields (ground, rule id, names of its values) for every refusal in the rules."""
    for path in sorted(Path(app.procedure.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GROUNDS:
                values = tuple(word.arg for word in node.keywords if word.arg and word.arg != "field")
                yield from ((node.func.id, rule, values) for rule in written_out(node.args[0]))


def written_out(argument: ast.expr) -> tuple[str, ...]:
    """The rule ids that an argument stands for."""
    if isinstance(argument, ast.Constant):
        return (str(argument.value),)
    assert isinstance(argument, ast.JoinedStr), ast.unparse(argument)
    pattern = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in argument.values)
    return tuple(pattern.format(part) for part in MADE_UP[pattern])


CALLS = tuple(calls())
RULES = sorted({rule for _, rule, _ in CALLS})


def refusals(rule: str) -> Iterator[Refusal]:
    """Yields refusals of a rule as the rules give them, with several values."""
    for called, values in {(called, values) for _, called, values in CALLS if called == rule}:
        for turn in range(8):
            given = {
                name: (TEXTS[name][turn % len(TEXTS[name])] if name in TEXTS else turn + 7) for name in values
            }
            yield Refusal(called, tuple(given.items()))


def test_the_rules_are_found() -> None:
    assert len(RULES) > 120
    assert {"caucus.uneven", "meeting.suspended", "paper.cannot_withdraw"} <= set(RULES)


def test_no_rule_is_without_words_and_no_words_without_a_rule() -> None:
    assert set(RULES) - set(SENTENCES) == set()
    of_procedure = set(SENTENCES) - set(web.SENTENCES)  # tests/web/test_words.py has the others
    assert of_procedure - set(RULES) == set()
    assert {rule for rule, _, _ in VARIANTS} <= set(SENTENCES)


def test_every_rule_that_the_dais_may_overrule_has_a_name() -> None:
    against = {rule for ground, rule, _ in CALLS if ground == "against"}
    assert against == set(overrulable.RULES), "app/procedure/overrulable.py lists them"
    assert against <= set(RULE_NAMES)
    assert set(RULE_NAMES) <= set(RULES)
    assert all(rule_name(rule) != rule and not rule_name(rule).endswith(".") for rule in RULE_NAMES)


@pytest.mark.parametrize("rule", RULES)
def test_the_sentence_is_for_people(rule: str) -> None:
    for refusal in refusals(rule):
        said = refusal_sentence(refusal, NAMES)
        assert faults(said) == [], said
        assert re.search(r"\berror\b|\binvalid\b", said) is None


@pytest.mark.parametrize("rule", RULES)
def test_it_says_two_things_what_stands_against_it_and_what_to_do(rule: str) -> None:
    assert len(re.findall(r"[.:;] [A-Z“{a-z]", SENTENCES[rule])) >= 1


def test_a_value_that_the_rule_gives_is_not_left_unsaid_twice() -> None:
    for rule, message in SENTENCES.items():
        fields = [name for _, name, _, _ in Formatter().parse(message) if name]
        assert all(fields.count(name) == 1 for name in fields), rule


@given(
    st.sampled_from(RULES),
    st.integers(0, 100_000),
    st.text(st.characters(categories=("L", "N", "Zs")), max_size=60).filter(str.strip),
)
def test_whatever_the_values_are_it_is_one_clean_text(rule: str, number: int, text: str) -> None:
    for _, called, values in CALLS:
        if called == rule:
            given_values = {name: (text if name in TEXTS else number + 1) for name in values}
            said = refusal_sentence(Refusal(rule, tuple(given_values.items())), {text: text})
            assert said.endswith(".") and "  " not in said and "{" not in said


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (against("list.closed"), "The speakers' list is closed. Ask the dais to open it."),
        (
            against("caucus.max_total", most=1200),
            "A caucus lasts at most 20 minutes here. Ask for less; the chair may insist.",
        ),
        (
            against("caucus.max_speech", most=60),
            "A speech in a caucus lasts at most 60 seconds here. Ask for less; the chair may insist.",
        ),
        (
            against("caucus.uneven", speakers=13, rest=15, below=585, above=630),
            "The total time of 10 minutes does not divide into speeches of 45 seconds. "
            "Take 9:45 (13 speakers) or 10:30 (14 speakers).",
        ),
        (
            stale("list.once", seat="ghana", place=3),
            "Ghana is on the list already, at place 3. Ask again after that speech.",
        ),
        (
            against("motion.precedence", first="unmoderated_caucus", second="moderated_caucus"),
            "The motion “Unmoderated caucus” takes precedence over “Moderated caucus”. "
            "Put it first; the chair may insist.",
        ),
        (
            stale("speech.other", seat=""),
            "Nobody has the floor now. Look at the page again before you call the next speaker.",
        ),
        (
            stale("paper.cannot_withdraw", paper="DR 1.1", stage="adopted"),
            "DR 1.1 is adopted, so it cannot be withdrawn now. Look at the paper again.",
        ),
        (
            impossible("undo.too_late", number=14, by="dais-2"),
            "Act 14 of the dais rests on it. Undo that one first.",
        ),
        (
            impossible("amendment.does_not_apply", reason="other_wording: o2"),
            "The amendment does not fit the draft: the clause has other words by now. "
            "Look at the text and write it again.",
        ),
        (impossible("new.rule"), "Not in order: new.rule."),
    ],
)
def test_what_a_person_reads(refusal: Refusal, sentence: str) -> None:
    assert refusal_sentence(refusal, NAMES) == sentence
