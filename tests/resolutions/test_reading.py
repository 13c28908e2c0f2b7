"""A resolution pasted as text becomes a tree, in bearable time, and what looks wrong in it is said."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.document import MOST_CLAUSES, Document, children, numbering
from resolutions.findings import SENTENCES, sentence
from resolutions.reading import read, read_html
from resolutions.rendering.text import render_text
from tests.resolutions.papers import PASTED, read_document


def words(document: Document, parent: str | None = None) -> list[object]:
    """The tree as nested lists of (opening, text)."""
    return [
        (c.opening, c.text, words(document, c.uid)) if children(document, c.uid) else (c.opening, c.text)
        for c in children(document, parent)
    ]


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
        ("Recalling peace,\n\n1. Urges peace;\n3. Requests more.", "L11"),
        ("Recalling peace,\n\nUrges peace.", "L11u"),
        ("Recalling peace,\n\n1. Urges peace;\n2. Hurries members.", "L12"),
        ("Recalling peace,\n\nPeace being good,\n\n1. Urges peace.", "L07"),
        ("1. Urges peace.", "L10p"),
        ("Recalling peace,", "L10"),
        ("1. Urges peace.", "L05o"),
        ("1. Urges peace.\n\nThe text ends here.", "unread"),
        ("1. Urges peace.\n\nPage 3 of 4", "furniture"),
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
        "# a\n# b\nThe Council,\n1. Urges " + "*a " * 130_000,
        "# a\n# b\n1. Urges x\n" + "_a\n" * 130_000,
        "The Council,\n1. Urges x\n" + "ab-\n" * 100_000,
        "The big council of all\n" * 17_000,
        "Sponsors: a, b\n" * 25_000,
        "Header 1\n\n" * 40_000,
        "1.\n\n" * 100_000,
        "(" * 400_000,
    ],
)
def test_a_hostile_text_is_read_in_bearable_time(text: str) -> None:
    started = process_time()
    found = read(text)
    assert process_time() - started < 5
    assert found.document is None or len(found.document.clauses) <= MOST_CLAUSES


def test_what_is_cut_off_is_said() -> None:
    found = read("1. Urges " + "peace " * 80_000)
    assert {"too_long_text", "clause_too_long"} <= {f.rule for f in found.findings}
    assert found.document is not None
    cut = next(f for f in found.findings if f.rule == "clause_too_long")
    whole = found.document.clauses[0].text + cut.values["rest"]
    assert ("peace " * 80_000).startswith(whole)
    assert len(whole) > 390_000
    found = read("Recalling x,\n" + "1. Urges peace;\n" * 600)
    assert found.document is not None
    assert len(found.document.clauses) == MOST_CLAUSES
    assert "too_many_clauses" in {f.rule for f in found.findings}


def test_reading_the_same_text_twice_gives_the_same() -> None:
    assert read(PASTED) == read(PASTED)
    own = read(PASTED, new_uid="paper-7-{}".format)
    assert own.document is not None
    assert own.document.clauses[0].uid == "paper-7-1"


def test_a_full_stop_behind_a_decimal_number_closes_the_text() -> None:
    found = read("The Council,\n\nNoting the report,\n\n1. Adopts version 8.1.")
    assert found.document is not None
    assert found.document.clauses[-1].text == "version 8.1"
    assert render_text(found.document).endswith("8.1.\n")


def test_numbers_and_titles_of_sections_are_no_clauses_and_it_is_said() -> None:
    fishing = "The Council,\n\nRecalling the sea,\n\nI\nFishing\n\n1. Urges calm;\n\n"
    found = read(f"{fishing}II\nShipping\n\n2. Requests paint.")
    assert found.document is not None
    assert words(found.document) == [("Recalling", "the sea"), ("Urges", "calm"), ("Requests", "paint")]
    assert [f.values["words"] for f in found.findings if f.rule == "unread"] == ["I Fishing", "II Shipping"]


@pytest.mark.parametrize(
    ("levels", "noticed"),
    [
        ("(a) one;\n(i) two;\n(ii) three;\n(b) four", []),
        ("(i) one;\n(ii) two", [4]),
        ("(a) one:\n(a) two", [5]),
    ],
)
def test_letters_come_before_roman_figures(levels: str, noticed: list[int]) -> None:
    form = read(f"The Council,\nRecalling war,\n1. Urges:\n{levels}.").form
    assert [f.line for f in form if f.code == "L16"] == noticed


def test_one_opening_that_is_not_set_off_among_others_is_noticed() -> None:
    page = "<p>The Council,</p><p><i>Recalling</i> war,</p><ol><li><i>Urges</i> peace;</li><li>{}</li></ol>"
    partly, not_at_all = "<i>Decides</i> to remain seized of the matter.", "Requests a report."
    noticed = [[f.rule for f in read_html(page.format(last)).form] for last in (partly, not_at_all)]
    assert noticed == [[], ["L20"]]


def test_phrases_set_off_by_word_and_by_the_styles_of_an_exported_page_are_noticed_as_set_off() -> None:
    exported = "<style>.c1{{font-style:italic}}.c2{{color:#000}}</style>" + (
        "<p>The Council,</p><p><span class='{0}'>Recalling</span> war,</p>"
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>"
        "<span class='c9 {0}'>Urges</span> peace.</p>"
    )
    noticed = [[f.rule for f in read_html(exported.format(name)).form] for name in ("c1", "c2")]
    assert noticed == [[], ["L20"]]


def test_the_title_of_a_numbered_paragraph_is_left_out_and_said() -> None:
    found = read("The Council,\n\nRecalling war,\n\n1. Bread: Urges peace;\n\n2. Calls for: a report.\n")
    assert found.document is not None
    assert [(c.opening, c.text) for c in found.document.clauses[1:]] == [
        ("Urges", "peace"),
        ("Calls for", "a report"),
    ]
    assert [sentence(f) for f in found.findings if f.rule == "unread"] == [
        "Line 5 belongs to no clause and was left out: “Bread:”."
    ]
