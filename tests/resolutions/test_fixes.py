"""Fixes of random careless papers: each takes its finding away, loses no clause, and they come to an end."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.amendments import Strike
from resolutions.checking import Terms, check
from resolutions.document import Document
from resolutions.document import check as keeps_invariants
from resolutions.drafting import DraftingError, add_clause
from resolutions.findings import SENTENCES, sentence
from resolutions.fixes import Paper, fixed

OPENINGS = (
    "Recalling",
    "Noting",
    "Urges",
    "Urges",
    "Urges",
    "Requests",
    "Condemns",
    "Hurries",
    "Recaling",
    "Notes",
    "",
)
SAID = (
    "the UN", "GA", "5 States", "on March 3, 2014", "by 25/12/2019", "2019-02-28", "our people", "IOM",
    "WHO (WHO)", "resolution 73/195", "peace. War", "that notice be given", "of notice", "resolution 2240",
    "U.N. funds",
)  # fmt: skip
TERMS = Terms(organ="The Council", is_security_council=False, off=frozenset())


def careless(lot: Random) -> Paper:
    """A paper that breaks many rules."""
    document = Document(lot.choice(("", "Return")), lot.choice(("", "The Council", "THE COUNCIL")))
    for number in range(lot.randint(0, 12)):
        parent = lot.choice([None, None, *(c.uid for c in document.clauses)])
        kind = "sub" if parent else lot.choice(("preambular", "operative"))
        opening = "" if parent else lot.choice(OPENINGS)
        said = " ".join(lot.choice(SAID) for _ in range(lot.randint(0, 5)))
        try:
            document = add_clause(document, f"c{number}", kind, None, parent, opening, said)  # type: ignore[arg-type]
        except DraftingError as refusal:
            assert refusal.rule == "too_deep"
    names = tuple(lot.choice(("Ghana", "ghana", "Perú", "Peru", "Éire")) for _ in range(lot.randint(0, 4)))
    return Paper(document, "", "", names, names[::-1])


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 2**64))
def test_a_fix_takes_its_finding_away_and_loses_no_clause_that_it_does_not_name(seed: int) -> None:
    before = careless(Random(seed))
    for finding in check(before, TERMS):
        assert finding.rule in SENTENCES
        assert sentence(finding).endswith(".")
        if finding.fix:
            after = fixed(before, finding.fix)
            keeps_invariants(after.document)
            again = [(f.code, f.uid, dict(f.values)) for f in check(after, TERMS)]
            assert (finding.code, finding.uid, dict(finding.values)) not in again
            gone = {c.uid for c in before.document.clauses} - {c.uid for c in after.document.clauses}
            assert gone == {change.uid for change in finding.fix if isinstance(change, Strike)}


def test_pressing_every_fix_comes_to_an_end() -> None:
    for seed in range(60):
        at = careless(Random(seed))
        for number in range(200):
            offered = [f.fix for f in check(at, TERMS, f"new{number}") if f.fix]
            if not offered:
                break
            at = fixed(at, offered[0])
        assert not [f for f in check(at, TERMS) if f.fix]
