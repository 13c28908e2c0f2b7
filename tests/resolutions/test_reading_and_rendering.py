"""A resolution pasted as text, written out again, and shown: nothing is lost and nothing becomes markup."""

from html.parser import HTMLParser
from random import Random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.document import MOST_CLAUSES, Clause, Document, Kind, Part, children, key_between, numbering
from resolutions.drafting import add_clause, change_clause
from resolutions.findings import SENTENCES, sentence
from resolutions.phrases import phrases, split_opening, suggest
from resolutions.reading import read
from resolutions.rendering.html import Heading, clause_html, document_html, redline_html
from resolutions.rendering.text import render_text

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


def words(document: Document, parent: str | None = None) -> list[object]:
    """The tree as nested lists of (opening, text)."""
    return [
        (c.opening, c.text, words(document, c.uid)) if children(document, c.uid) else (c.opening, c.text)
        for c in children(document, parent)
    ]


def read_document(text: str) -> Document:
    document = read(text).document
    assert document is not None
    return document


def test_a_pasted_resolution_becomes_a_tree() -> None:
    found = read(PASTED)
    assert found.title == "Reintegration after return"
    assert found.sponsors == ("Ghana", "Mexico", "Philippines")
    assert found.signatories == ("Bolivia", "Korea, Republic of", "Peru")
    assert found.findings == ()
    assert found.document is not None
    assert found.document.organ == "The Council"
    assert words(found.document) == [
        ("Recalling", "the Global Compact for Safe, Orderly and Regular Migration of 2018"),
        ("Bearing in mind", "that the forced return of any person to persecution is forbidden"),
        ("Affirms", "that every return must respect the safety of the person returned"),
        (
            "Further requests",
            "States that carry out removals to give notice of at least ten days, stating",
            [
                ("", "the number of persons on each flight, and the number of children among them"),
                ("", "any medical need, in particular", [("", "medicines"), ("", "wheelchairs")]),
                ("", "the hour of arrival"),
            ],
        ),
        ("Strongly encourages", "donors to set up a fund"),
        ("Decides to remain seized of the matter", ""),
    ]


def test_the_eighth_letter_is_followed_by_the_ninth_and_not_by_roman_one() -> None:
    items = "\n".join(f"({letter}) thing {letter};" for letter in "abcdefghijk")
    document = read_document(f"1. Requests members to send:\n{items}\n2. Urges peace.")
    numbers = numbering(document)
    assert [numbers[c.uid] for c in document.clauses][1:12] == [f"({letter})" for letter in "abcdefghijk"]


def test_after_a_colon_roman_one_opens_a_list_below() -> None:
    items = "\n".join(f"({letter}) thing {letter};" for letter in "abcdefg")
    document = read_document(f"1. Requests:\n{items}\n(h) more:\n(i) one;\n(ii) two;\n(i) last;\n")
    numbers = numbering(document)
    assert [numbers[c.uid] for c in document.clauses][-4:] == ["(h)", "(i)", "(ii)", "(i)"]


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "Dear all, lunch is at noon.", "1. Eggs\n2. Milk\n3. Bread", "\x00\ud800\ufeff", "(" * 5000],
)
def test_what_is_no_resolution_gives_no_clauses_and_says_so(text: str) -> None:
    found = read(text)
    assert found.document is None
    assert [f.rule for f in found.findings] == ["no_resolution"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("1. Recalling peace,\n2. Noting war,\n1. Urges peace.", "L09"),
        ("Recalling peace,\n\n1. Urges peace;\n3. Requests more.", "unknown_number"),
        ("Recalling peace,\n\nUrges peace.", "unnumbered"),
        ("Recalling peace,\n\n1. Urges peace;\n2. Hurries members.", "L12"),
        ("Recalling peace,\n\nPeace being good,\n\n1. Urges peace.", "L07"),
        ("1. Urges peace.", "L10p"),
        ("Recalling peace,", "L10"),
        ("1. Urges peace.", "no_organ"),
        ("1. Urges peace.\n\nPage 3 of 4", "unread"),
        ("1. Urges:\n(a) one:\n(i) two:\na. three:\n- four.", "too_deep"),
    ],
)
def test_what_looks_wrong_is_noticed_with_a_sentence(text: str, rule: str) -> None:
    found = read(text)
    assert found.document is not None
    noticed = [f for f in found.findings if f.rule == rule]
    assert noticed
    assert "{" not in sentence(noticed[0])
    assert sentence(noticed[0]).endswith(".")


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.sampled_from("1234.()abiv:;,- \n\tRecallingUrges\u00e9\u202e"), max_size=400))
def test_no_text_makes_reading_fail(text: str) -> None:
    found = read("Recalling x,\n1. Urges y:\n" + text)
    assert found.document is not None
    assert all(f.rule in SENTENCES for f in found.findings)
    assert read_document(render_text(found.document)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "1. Urges x:\n" + "lower case words go on\n" * 9_000,
        "Recalling x,\n" + "1. Urges a:\n(a) b;\n" * 10_000,
        "1. Urges " + ";" * 190_000 + "x",
        "Sponsors: " + "and " * 45_000,
        "also " * 40_000,
        "1. Urges x:\n" + "(a) y:\n(i) z;\nand so on\n" * 7_000,
        "\t" * 190_000 + "1. Urges",
        "1. Urges " + "a." * 95_000,
    ],
)
def test_a_hostile_text_is_read_in_bearable_time(text: str) -> None:
    started = perf_counter()
    found = read(text)
    assert perf_counter() - started < 5
    assert found.document is None or len(found.document.clauses) <= MOST_CLAUSES


def test_what_is_cut_off_is_said() -> None:
    found = read("1. Urges " + "peace " * 40_000)
    assert {"too_long_text", "clause_too_long"} <= {f.rule for f in found.findings}
    found = read("Recalling x,\n" + "1. Urges peace;\n" * 600)
    assert found.document is not None
    assert len(found.document.clauses) == MOST_CLAUSES
    assert "too_many_clauses" in {f.rule for f in found.findings}


PARTS: tuple[Part, ...] = ("preambular", "operative")
SAID = ("States", "return", "persons", "notice", "2018", "(b)", "U.N.", "etc.", "Ünïcode", "No. 3")


def well_formed(lot: Random) -> Document:
    """A draft as the editor makes it: known openings, sub-clauses without, up to four levels."""
    document = Document(lot.choice(("", "Return and reintegration")), "The Council")
    last: dict[tuple[str | None, str], str] = {}
    for number in range(1, lot.randint(2, 14)):
        deep = [c.uid for c in document.clauses if len(_line(document, c.uid)) < 4]
        parent = lot.choice([None, None, *deep])
        part: Part = lot.choice(PARTS)
        kind: Kind = "sub" if parent else part
        opening = "" if parent else lot.choice(phrases().of(part))
        said = "the " + " ".join(lot.choice(SAID) for _ in range(lot.randint(1, 8)))
        uid = f"c{number}"
        document = add_clause(document, uid, kind, last.get((parent, kind)), parent, opening, said)
        last[parent, kind] = uid
        if parent and lot.random() < 0.2:
            document = change_clause(document, parent, text_after="and reports " + said)
    return document


def _line(document: Document, uid: str | None) -> list[str]:
    line = []
    while uid is not None:
        line.append(uid)
        uid = next(c.parent for c in document.clauses if c.uid == uid)
    return line


def said(document: Document) -> tuple[object, ...]:
    """The content without uids."""
    order = {c.uid: n for n, c in enumerate(document.clauses)}
    return (
        document.title,
        document.organ,
        [(c.kind, order.get(c.parent or ""), c.opening, c.text, c.text_after) for c in document.clauses],
    )


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 2**64))
def test_what_is_written_out_is_read_back(seed: int) -> None:
    lot = Random(seed)
    document = well_formed(lot)
    found = read(render_text(document, "DR 1.2", ("Ghana", "Haiti"), ("Peru",)))
    if not any(c.parent is None for c in document.clauses):
        return
    assert found.document is not None, render_text(document)
    assert said(found.document) == said(document), render_text(document)
    assert (found.sponsors, found.signatories) == (("Ghana", "Haiti"), ("Peru",))


def test_every_listed_phrase_is_recognised_in_its_part() -> None:
    for part in PARTS:
        for phrase in phrases().of(part):
            assert split_opening(f"{phrase} the matter", part) == (phrase, "the matter")


def test_phrases_combine_with_adverbs_and_do_without_their_preposition() -> None:
    assert split_opening("Once again calls upon States", "operative") == ("Once again calls upon", "States")
    assert split_opening("Deeply concerned about war", "preambular") == ("Deeply concerned", "about war")
    assert split_opening("Requests also that", "operative") == ("Requests also", "that")
    assert split_opening("Notesbook", "operative") == ("", "Notesbook")


def test_typing_offers_phrases_of_the_part() -> None:
    assert suggest("call", "operative")[:2] == ("Calls", "Calls for")
    assert "Noting with concern" in suggest("conc", "preambular")
    assert suggest("zz", "operative") == ()


# --- HTML ------------------------------------------------------------------------------------------------

HOSTILE = "<img src=x onerror=alert(1)>\"'&amp;</p><script>"


class Tags(HTMLParser):
    """Collects the tags, attributes and text of a fragment, and checks that tags are closed in order."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(fragment)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def one_clause(text: str, opening: str = "Urges") -> Document:
    return Document("Title", "The Council", (Clause("c1", "operative", None, "V", opening, text),))


def test_no_word_of_a_person_becomes_markup() -> None:
    clause = Clause(HOSTILE, "operative", None, "V", HOSTILE, HOSTILE, HOSTILE)
    below = Clause("b", "sub", HOSTILE, "V", HOSTILE, HOSTILE)
    document = Document(HOSTILE, HOSTILE, (clause, below))
    heading = Heading(HOSTILE, HOSTILE, (HOSTILE,), (HOSTILE,), HOSTILE)
    whole = Tags(document_html(document, heading))
    red = Tags(redline_html(one_clause("peace"), one_clause(HOSTILE, HOSTILE)))
    for tags in (whole, red):
        assert not {"img", "script"} & set(tags.names)
        assert not {"onerror", "src", "style"} & set(tags.attributes)
        assert HOSTILE in tags.text


def test_marks_and_numbers_are_laid_out() -> None:
    text = Tags(document_html(read_document(PASTED))).text
    assert "The Council,Recalling the Global" in text
    assert "2.Further requests States" in text
    assert "stating:(a)the number" in text
    assert "wheelchairs;(c)the hour of arrival;3." in text
    assert text.endswith("4.Decides to remain seized of the matter.")


def test_one_clause_can_be_shown_alone() -> None:
    document = read_document(PASTED)
    uid = document.clauses[3].uid
    assert clause_html(document, uid).startswith(f'<div class="clause" id="clause-{uid}"><span class="n">2.')
    with pytest.raises(KeyError):
        clause_html(document, "gone")


def test_a_redline_says_aloud_what_was_inserted_and_struck() -> None:
    shown = redline_html(one_clause("all States to act"), one_clause("all members to act now"))
    assert (
        '<del><span class="vh">struck out: </span>States<span class="vh"> end struck out</span></del>'
        in shown
    )
    assert '<ins><span class="vh">inserted: </span>members' in shown
    assert '<article class="doc redline">' in shown


def test_an_abbreviation_at_the_end_gets_no_second_stop() -> None:
    assert "etc.</p>" in document_html(one_clause("flags, signs, etc."))
    assert render_text(one_clause("peace etc.")).endswith("1. Urges peace etc.\n")
    key = key_between("V", None)
    second = Clause("c2", "operative", None, key, "Urges", "peace;")
    document = Document("", "", (*one_clause("war.").clauses, second))
    assert render_text(document) == "1. Urges war;\n\n2. Urges peace.\n"


def test_reading_the_same_text_twice_gives_the_same() -> None:
    assert read(PASTED) == read(PASTED)
    own = read(PASTED, new_uid="paper-7-{}".format)
    assert own.document is not None
    assert own.document.clauses[0].uid == "paper-7-1"


def test_the_last_sub_clause_takes_the_mark_of_the_clause_above_it() -> None:
    document = Document("", "The Council")
    for uid, kind, parent, text in (
        ("p", "preambular", None, "Noting"),
        ("pa", "sub", "p", "war"),
        ("pb", "sub", "p", "peace"),
        ("o", "operative", None, "Urges"),
        ("oa", "sub", "o", "members"),
        ("ob", "sub", "o", "donors"),
        ("obi", "sub", "ob", "large"),
        ("obj", "sub", "ob", "small"),
    ):
        siblings = children(document, parent)
        last = siblings[-1].uid if siblings and parent else None
        document = add_clause(document, uid, kind, last, parent, "", text)  # type: ignore[arg-type]
    assert render_text(document) == (
        "The Council,\n\nNoting:\n    (a) war,\n    (b) peace,\n\n"
        "1. Urges:\n    (a) members;\n    (b) donors:\n        (i) large;\n        (ii) small.\n"
    )
    behind = change_clause(document, "o", text_after="and to report")
    assert render_text(behind).endswith("        (ii) small;\nand to report.\n")
