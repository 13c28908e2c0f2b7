"""The papers of these tests: a working paper, a draft on the floor, a pasted resolution, a single clause."""

from resolutions.amendments import Add, Modify
from resolutions.document import Clause, Document, Part, clause_at, text_hash
from resolutions.drafting import add_clause
from resolutions.reading import read

PARTS: tuple[Part, ...] = ("preambular", "operative")
NOTICE = "States to give notice of at least ten days and to name a contact"
ADD_AFTER_1 = Add("n", "operative", None, "o1", "Urges", "peace")

PASTED = """\
Draft resolution DR 1.2
Topic: Reintegration after return
Sponsors: Ghana, Mexico and Philippines
Signatories: Bolivia; Korea, Republic of; Peru

The Council,

Recalling the Global Compact for Safe, Orderly
and Regular Migration of 2018,
Bearing in mind that the forced return of any person to
persecution is forbidden,

1. Affirms that every return must respect the safety of the person returned;
2) Further requests States that carry out removals to give notice of at least ten days, stating:
a) the number of persons on each flight,
and the number of children among them;
b) any medical need, in particular:
i. medicines;
ii. wheelchairs;
c) the hour of arrival;
3. Strongly encourages donors to set up a fund;

4. Decides to remain seized of the matter.
"""


def paper() -> Document:
    """The working paper of these tests: a preambular and two operative paragraphs, one with a list."""
    document = Document("Reintegration after return", "The Council")
    document = add_clause(document, "p1", "preambular", None, None, "Recalling", "the Compact of 2018,")
    document = add_clause(document, "o1", "operative", None, None, "Affirms", "that returns are dignified;")
    document = add_clause(document, "o2", "operative", "o1", None, "Requests", "notice, stating:")
    document = add_clause(document, "o2a", "sub", None, "o2", "", "the number of persons;")
    document = add_clause(document, "o2b", "sub", "o2a", "o2", "", "any medical need:")
    document = add_clause(document, "o2bi", "sub", None, "o2b", "", "medicines;")
    return add_clause(document, "o2bia", "sub", None, "o2bi", "", "insulin;")


def draft() -> Document:
    """DR 1.2 of these tests: two preambular paragraphs, four operative ones, the second with (a) and (b)."""
    document = Document("Return", "The Council")
    for uid, after, opening, text in (
        ("p1", None, "Recalling", "the Compact of 2018"),
        ("p2", "p1", "Noting", "the report of the Director General"),
    ):
        document = add_clause(document, uid, "preambular", after, None, opening, text)
    for uid, after, opening, text in (
        ("o1", None, "Affirms", "that every return is dignified"),
        ("o2", "o1", "Requests", NOTICE),
        ("o3", "o2", "Urges", "donors to set up a fund"),
        ("o4", "o3", "Decides", "to remain seized of the matter"),
    ):
        document = add_clause(document, uid, "operative", after, None, opening, text)
    document = add_clause(document, "o2a", "sub", None, "o2", "", "the number of persons")
    return add_clause(document, "o2b", "sub", "o2a", "o2", "", "any medical need")


def modify(uid: str, text: str) -> Modify:
    clause = clause_at(draft(), uid)
    assert clause is not None
    return Modify(uid, text_hash(clause), clause.opening, text)


def said(uid: str, document: Document) -> str:
    clause = clause_at(document, uid)
    assert clause is not None
    return clause.text


def read_document(text: str) -> Document:
    document = read(text).document
    assert document is not None
    return document


def one_clause(text: str, opening: str = "Urges") -> Document:
    return Document("Title", "The Council", (Clause("c1", "operative", None, "V", opening, text),))
