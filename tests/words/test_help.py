"""The help pages say what the rules do: their tables and figures are held against the rulebook."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from app.procedure.act import LONGEST_REASON
from app.procedure.clocks import LONGEST_GAP_MS
from app.procedure.rulebook import MotionRule
from app.procedure.rulebook_files import load
from app.procedure.undo import KEPT
from app.words import ENGLISH, duration, minutes_and_seconds, motion_kind_name, result_sentence, speech_length
from app.words.names import PARAMETERS
from resolutions.voting import MajorityRule, count_hands, needed

BOOK = load("harvard")
PAGES = ("chairs", "delegates", "rules", "paper")
MEMBERS, HERE = 31, 28
PLACES = {
    ("agenda", "list", "resolution"): "in debate, between topics",
    ("agenda", "list"): "between topics, or before a draft is introduced",
    ("list", "resolution"): "in debate",
    ("resolution",): "when a draft is introduced",
    ("caucus", "caucus_over"): "in a caucus, or after it",
    ("voting",): "in voting procedure",
}
MAJORITIES = {
    "simple_cast": "simple majority",
    "two_thirds_cast": "two thirds",
    "automatic": "request alone",
}


def page(name: str) -> str:
    return (resources.files("app") / "help" / "en" / f"{name}.md").read_text("utf-8")


def row(rule: MotionRule) -> str:
    """The line of the table for one kind of motion."""
    heard = [(rule.speakers_for, "for"), (rule.speakers_against, "against")]
    cells = (
        motion_kind_name(rule.kind, {}),
        PLACES[rule.phases],
        ", ".join(PARAMETERS[name] for name in rule.parameters) or "nothing",
        MAJORITIES[BOOK.carried(rule)],
        ", ".join(f"{count} {side}" for count, side in heard if count) or "nobody",
    )
    return f"| {' | '.join(cells)} |"


def table() -> list[str]:
    """The whole table of motions, in the order of precedence."""
    head = ["| Motion | In order | You name | Decided by | Heard first |", "|---|---|---|---|---|"]
    return head + [row(rule) for kind in BOOK.precedence if (rule := BOOK.motion(kind))]


def test_the_table_of_motions_is_that_of_the_rulebook() -> None:
    assert "\n".join(table()) in page("rules")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_title_headings_and_plain_words(name: str) -> None:
    text = page(name)
    assert text.startswith("# ") and len(re.findall(r"^# ", text, re.M)) == 1
    assert len(re.findall(r"^## ", text, re.M)) >= 4
    assert "!" not in text and "<" not in text
    assert max(map(len, [line for line in text.splitlines() if not line.startswith("|")])) <= 115
    assert len(text.split()) < 1000


def prose(name: str) -> str:
    """A page without its line breaks, so that a sentence may be broken anywhere."""
    return " ".join(page(name).split())


def test_the_numbers_of_the_example_are_counted() -> None:
    text = prose("chairs")
    rules = BOOK.papers
    assert f"debate opens with {BOOK.quorum.open.count(MEMBERS)} of them here" in text
    assert f"votes on substance need {BOOK.quorum.vote.count(MEMBERS)}" in text
    assert (
        f"{rules.sponsors_min} sponsors and, with 31 members, {rules.signatories_min.count(MEMBERS)} names"
        in text
    )
    assert f"it needs {BOOK.amendments.signatories_min.count(MEMBERS)} names" in text
    simple = MajorityRule("simple_cast")
    assert f"With {HERE} voting, {needed(simple, HERE, HERE)} Yes carry it" in text
    tally = count_hands(simple, HERE, 17, 6, 5)
    assert tally.passed and "17 in favour, 6 against, 5 abstentions" in text
    assert f"{tally.needed} of {tally.base} votes cast" in result_sentence(tally, simple)
    assert f"{tally.needed} of {tally.base} votes cast" in text
    assert f"last {KEPT} acts" in text
    assert f"up to {duration(LONGEST_GAP_MS // 1000)}" in text
    assert len("the sponsors asked for it") <= LONGEST_REASON


def test_the_numbers_of_the_table_are_the_rulebooks() -> None:
    text, caucuses, speeches = page("rules"), BOOK.caucuses, BOOK.speeches
    assert f"| A caucus | at most {duration(caucuses.longest_total_seconds)} |" in text
    assert f"| A speech in a caucus | at most {speech_length(caucuses.longest_speech_seconds)} |" in text
    shortest, longest = (duration(s) for s in (speeches.shortest_seconds, speeches.longest_seconds))
    general = speech_length(speeches.general_seconds)
    assert f"| A speech on the general list | {general}; from {shortest} to {longest} |" in text
    assert f"| Sponsors of a paper | at least {BOOK.papers.sponsors_min} |" in text
    assert (caucuses.extensions_max, caucuses.extension_limit) == (1, "le_original")
    quorum, papers = BOOK.quorum, BOOK.papers
    shares = (quorum.open, quorum.vote, papers.signatories_min, BOOK.amendments.signatories_min)
    assert [(share.numerator, share.denominator) for share in shares] == [(1, 4), (1, 2), (1, 5), (1, 8)]


def test_two_thirds_are_as_the_page_says() -> None:
    rule = MajorityRule("two_thirds_cast")
    assert f"Of 30 votes cast, {needed(rule, 30, 0)}; of 31, {needed(rule, 31, 0)}." in page("rules")


def test_the_offer_to_the_delegate_is_the_one_that_is_made() -> None:
    below, above = 600 // 45 * 45, (600 // 45 + 1) * 45
    offer = f"{minutes_and_seconds(below)} (13 speakers) or {minutes_and_seconds(above)} (14 speakers)"
    assert offer in page("delegates")
    assert ENGLISH.tag == "en"


def test_the_rights_of_observers_are_as_the_page_says() -> None:
    rights = BOOK.rights
    assert rights.observer_procedural_vote and rights.ngo_procedural_vote and rights.observer_may_move
    assert not rights.observer_substantive_vote
    assert not rights.observer_may_sponsor and not rights.observer_may_sign
    assert "do not vote on amendments and drafts, sponsor, or sign" in prose("delegates")
