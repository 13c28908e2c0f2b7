"""The check of a paper: each rule finds what it is about, and a fix takes the finding away."""

import pytest

from resolutions.amendments import Add, Modify, Move, Strike
from resolutions.checking import OFF_BY_DEFAULT, Terms, check, check_amendment
from resolutions.checking.head import HEAD
from resolutions.checking.openings import OPENINGS
from resolutions.checking.structure import STRUCTURE
from resolutions.checking.wording import WORDING
from resolutions.document import Document
from resolutions.findings import Finding, sentence
from resolutions.fixes import Paper, fixed
from resolutions.reading import read
from tests.resolutions.papers import PASTED, draft, modify

ALL = Terms(off=frozenset())
LONG = "flights by night that carry a child who travels without a parent"
CLEAN = """\
Draft resolution DR 1.2
Committee: Third Committee
Topic: Return
Sponsors: Ghana, Mexico

The Council,

Recalling its resolution 73/195 of 19 December 2018 on the International Organization for Migration (IOM),

Deeply concerned by forced returns,

1. Affirms that IOM keeps figures of every return;
2. Strongly urges States to give notice of:
(a) flights;
(b) medical needs;
3. Decides to remain seized of the matter.
"""


def paper(text: str) -> Paper:
    found = read(text)
    assert found.document is not None
    return Paper(found.document, found.committee, found.symbol, found.sponsors, found.signatories)


def changed(before: str, after: str) -> Paper:
    """The paper that has nothing against it, with one thing in it changed."""
    assert before in CLEAN
    return paper(CLEAN.replace(before, after))


def rules(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def test_a_paper_in_good_form_has_nothing_against_it() -> None:
    terms = Terms(organ="The Council", sponsors_least=2, sponsors_most=2, symbol_pattern=r"DR \d\.\d")
    assert check(paper(CLEAN), terms) == ()


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("L01", "Committee: Third Committee\n", ""),
        ("L01", "Topic: Return\n", ""),
        ("L01", "Draft resolution DR 1.2\n", ""),
        ("L02", "Ghana, Mexico", "Ghana; Mexico; GHANA"),
        ("L04", "Ghana, Mexico", "Mexico, Ghana"),
        ("L07", "Deeply concerned by", "Unhappy about"),
        ("L07", "Recalling", "Recaling"),
        ("L12", "1. Affirms", "1. Hurries"),
        ("L12", "1. Affirms", "1. Afirms"),
        ("L17", "(b) medical needs;\n", ""),
        ("L19", "(b) medical needs;", "(b) medical:\n(i) needs:\na. here;\nb. there;\n(ii) wishes;"),
        ("L21", "1. Affirms that", "1. Urges peace;\n2. Urges calm;\n3. Urges rest;\n4. Affirms that"),
        ("L21", "1. Affirms that", "1. Urges peace;\n2. Urges calm;\n3. Affirms that"),
        ("L22", "1. Affirms", "1. Noting with concern"),
        ("L22", "Deeply concerned by", "Notes"),
        ("L23", "1. Affirms", "1. Strongly condemns"),
        ("L24", "IOM keeps", "WHO keeps"),
        ("L24", "forced returns", "the work of the UN"),
        ("L25", "forced returns", "what happens to our people"),
        ("L26", "forced returns", "forced returns. Many people are hurt"),
        ("L27", "19 December 2018", "December 19, 2018"),
        ("L27", "19 December 2018", "03/04/2018"),
        ("L27", " of 19 December 2018", ""),
        ("L27", "resolution 73/195 of 19 December 2018", "resolution 2240"),
        ("L28", "forced returns", "the return of 5 children"),
        ("L29", "(b) medical needs;", "(b) flights that carry persons;\n(c) flights that carry persons;"),
        ("L29", "(a) flights;", f"(a) {LONG} on board;\n(b) {LONG} in board;"),
        ("L30", "to give notice of:\n(a) flights;\n(b) medical needs", "that notice be given"),
        ("L33", "3. Decides to remain seized of the matter", "3. Invites donors to pay"),
    ],
)  # fmt: skip
def test_each_rule_finds_what_it_is_about(rule: str, before: str, after: str) -> None:
    if after.startswith("that notice"):
        before, after = "States to give notice of:\n(a) flights;\n(b) medical needs", after
    found = check(changed(before, after), ALL)
    noticed = [f for f in found if f.code == rule]
    assert noticed, [sentence(f) for f in found]
    assert "{" not in sentence(noticed[0])
    assert sentence(noticed[0]).endswith(".")


@pytest.mark.parametrize(
    ("rule", "terms"),
    [
        ("L02", Terms(sponsors_least=3)),
        ("L02", Terms(sponsors_most=1)),
        ("L02", Terms(signatories_least=1)),
        ("L03", Terms(observers=frozenset({"Ghana"}))),
        ("L05", Terms(organ="The General Assembly")),
        ("L34", Terms(is_security_council=True)),
        ("L35", Terms(symbol_pattern=r"WP/\d+")),
        ("L35", Terms(symbols_taken=frozenset({"DR 1.2"}))),
    ],
)
def test_a_committee_asks_more_by_its_terms(rule: str, terms: Terms) -> None:
    assert rule in rules(check(paper(CLEAN), terms))


def test_the_switch_lets_observers_sponsor() -> None:
    terms = Terms(observers=frozenset({"Ghana"}), observers_may_sponsor=True)
    assert check(paper(CLEAN), terms) == ()


def test_without_an_organ_or_without_a_part_the_check_says_so() -> None:
    assert {"L05", "L10"} <= rules(check(Paper(Document("T", ""))))
    assert "L05" in rules(check(Paper(Document("T", "")), Terms(organ="The Council")))


def test_adverbs_compose_and_prepositions_may_be_missing() -> None:
    for before, after in (
        ("Deeply concerned by", "Also deeply concerned by"),
        ("1. Affirms", "1. Once again strongly affirms"),
        ("2. Strongly urges States", "2. Calls States"),
        ("Deeply concerned by", "Noting with grave concern the"),
    ):
        assert check(changed(before, after)) == ()


def test_words_that_only_look_like_a_breach_are_let_through() -> None:
    for said in (
        "the clearance of a mine by all of them",
        "what Annex I and Chapter I say",
        "resolution 61/171, adopted on 19 December 2006",
        "the Charter etc. and the meeting in St. Petersburg",
        "Goal 5 and the votes of 7 to 2",
        "the care of COVID patients by No. 3",
    ):
        assert check(changed("forced returns", said), ALL) == (), said


def test_three_rules_are_off_until_a_committee_asks_for_them() -> None:
    worn = changed("1. Affirms that", "1. Urges peace;\n2. Urges calm;\n3. Urges 5 cats;\n4. Affirms that")
    assert rules(check(worn)) == set()
    assert rules(check(worn, ALL)) == {"L21", "L28"}
    assert {"L21", "L28", "L30"} == OFF_BY_DEFAULT


def test_reserved_phrases_go_by_the_level_that_is_set() -> None:
    condemning = changed("1. Affirms", "1. Condemns")
    for level in ("warn", "error"):
        found = check(condemning, Terms(reserved=level))
        assert [(f.code, f.severity) for f in found] == [("L23", level)]
    assert check(condemning, Terms(reserved="off")) == ()
    council = check(condemning, Terms(is_security_council=True))
    assert "L23" not in rules(council)
    assert check(changed("1. Affirms that", "1. Decides to include in the agenda that")) == ()


def test_spanish_and_french_papers_are_checked_by_their_own_lists() -> None:
    spanish = "El Consejo,\n\nRecordando la paz,\n\n1. Exhorta a los Estados;\n2. Corre."
    french = "Le Conseil,\n\nRappelant la paix,\n\n1. Prie les États d'agir;\n2. Court."
    for text, language in ((spanish, "es"), (french, "fr")):
        found = check(paper(text), Terms(language=language))  # type: ignore[arg-type]
        assert [f.code for f in found if f.uid] == ["L12"]
        assert "L33" in rules(found)


@pytest.mark.parametrize(
    ("rule", "operations"),
    [
        ("L31", (Strike("gone"),)),
        ("L31", (Add("n", "operative", None, "o1", "", ""),)),
        ("L31", (Modify("o1", "other wording", "Urges", "x"),)),
        ("L31", (Move("o2", "o1", None),)),
        ("L32", (Strike("p1"),)),
    ],
)
def test_an_amendment_is_checked_by_what_it_aims_at(rule: str, operations: tuple[object, ...]) -> None:
    found = check_amendment(draft(), operations)  # type: ignore[arg-type]
    assert rules(found) == {rule}
    assert all(sentence(f).endswith(".") for f in found)


def test_an_amendment_in_order_has_nothing_against_it() -> None:
    assert check_amendment(draft(), (modify("o1", "x"),)) == ()
    assert check_amendment(draft(), (Strike("p1"),), Terms(preamble_amendable=True)) == ()


def test_a_misspelled_opening_is_put_right_with_one_press() -> None:
    before = changed("Recalling", "Recaling")
    (finding,) = check(before)
    assert (
        sentence(finding)
        == "“Recaling its resolution” is no known opening of a preambular paragraph; “Recalling” is."
    )
    assert fixed(before, finding.fix) == paper(CLEAN)


def test_the_pasted_paper_of_these_tests_is_checked() -> None:
    assert rules(check(paper(PASTED))) == {"L01"}


def test_what_stands_twice_in_one_clause_is_said_once_and_put_right_in_both_places() -> None:
    text = CLEAN.replace("(b) medical needs;", "(b) medical needs;\nand tells the UN, and again the UN;")
    text = text.replace("notice of:", "notice to the UN of:")
    before = paper(text)
    short = [f for f in check(before) if f.rule == "L24u"]
    assert len(short) == 1
    assert "UN" not in str(fixed(before, short[0].fix).document.clauses).split()


def test_a_rule_that_is_switched_off_is_not_computed() -> None:
    every = {rule: look for rules in (HEAD, STRUCTURE, OPENINGS, WORDING) for rule, look in rules}
    assert every.keys() >= OFF_BY_DEFAULT
    assert check(changed("forced returns", "the return of 5 children"), Terms(off=frozenset(every))) == ()


@pytest.mark.timeout(120)
def test_many_figures_in_one_clause_are_checked_in_time_that_grows_with_them() -> None:
    figures = changed("forced returns", "articles " + "1 , " * 1_900)
    for _ in range(50):
        check(figures, ALL)


def test_what_is_never_abbreviated_is_said_in_one_sentence() -> None:
    assert [f.rule for f in check(changed("forced returns", "the UN")) if f.code == "L24"] == ["L24u"]
