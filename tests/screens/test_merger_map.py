"""The merger map: clauses of papers that say the same, and what the guide proposes that no paper takes up."""

from __future__ import annotations

from dataclasses import replace

from app.procedure.documents import Paper
from app.screens.directory import Directory
from app.screens.phone.beside import beside
from app.screens.phone.merger_map import merger_map
from delegations.collection import Collection
from delegations.profiles import Profile
from delegations.study_guides.guide import Citation, Instrument, TopicPosition
from resolutions.document import Document
from resolutions.drafting import add_clause

FUND = "Member States to set up a joint fund for the reintegration of returning families"
ALSO = "all Member States to finance a reintegration fund for families that return"
PORTS = "the inspection of cargo in every harbour by trained officers"
POSITION = "Peru proposes a register of recruiters. It supports a joint reintegration fund for families."
DIRECTORY = Directory(
    1,
    "IOM",
    collection=Collection(
        (),
        (
            Instrument("Global Compact for Migration", "A/RES/73/195", 2018),
            Instrument("Kampala Convention"),
        ),
    ),
    profiles={
        "peru": Profile(
            "peru", "Peru", (TopicPosition("Return", POSITION, 4, 90),), (Citation("(IOM, 2020)"),)
        )
    },
)


def paper(key: str, *texts: str) -> tuple[Paper, Document]:
    document = Document("Return", "The Council")
    for at, text in enumerate(texts):
        after = f"{key}-{at - 1}" if at else None
        document = add_clause(document, f"{key}-{at}", "operative", after, None, "Urges", text)
    return Paper(key, "Return", sponsors=("ghana",)), document


def test_clauses_of_two_papers_that_share_their_words_stand_side_by_side() -> None:
    shown = merger_map(DIRECTORY, [paper("WP-1", FUND, PORTS), paper("WP-2", ALSO)])
    (pair,) = shown.pairs
    assert {pair.one.text, pair.other.text} == {FUND, ALSO}
    assert {"reintegration", "fund"} <= set(pair.words), "it says which words make them alike"


def test_clauses_of_one_paper_are_no_pair() -> None:
    assert merger_map(DIRECTORY, [paper("WP-1", FUND, ALSO)]).pairs == ()


def test_a_sub_clause_counts_with_the_clause_that_it_stands_under() -> None:
    holder, document = paper("WP-2", "governments to act on return")
    document = add_clause(document, "s", "sub", None, "WP-2-0", "", ALSO)
    assert len(merger_map(DIRECTORY, [paper("WP-1", FUND), (holder, document)]).pairs) == 1


def test_a_proposal_of_the_guide_is_open_until_a_paper_takes_it_up() -> None:
    shown = merger_map(DIRECTORY, [paper("WP-1", FUND)])
    assert [one.text for one in shown.proposals] == ["Peru proposes a register of recruiters."]
    taken = merger_map(
        DIRECTORY, [paper("WP-1", FUND, "States to keep a public register of recruiters of workers")]
    )
    assert taken.proposals == () and taken.has_guide
    assert not merger_map(replace(DIRECTORY, profiles={}), []).has_guide


def test_the_guides_instruments_are_offered_as_a_preamble_names_them() -> None:
    shown = beside(DIRECTORY, "peru")
    assert [one.text for one in shown.instruments] == [
        "A/RES/73/195 (2018), Global Compact for Migration",
        "the Kampala Convention",
    ]
    assert shown.positions == (("Return", POSITION),) and shown.sources == ("(IOM, 2020)",)
    assert beside(DIRECTORY, "ghana").positions == (), "another's position is on its profile, not here"
