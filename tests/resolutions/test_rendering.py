"""A resolution shown as HTML and as text: marks and numbers stand right, and no word becomes markup."""

import re
from html.parser import HTMLParser

import pytest

from resolutions.amendments import Add, Move, Strike, apply
from resolutions.document import Clause, Document, children, key_between
from resolutions.drafting import add_clause, change_clause
from resolutions.rendering.html import Heading, clause_html, document_html, redline_html
from resolutions.rendering.sides import sides_html
from resolutions.rendering.text import render_text
from resolutions.rendering.words import ENGLISH, WORDS
from tests.resolutions.papers import PASTED, draft, modify, one_clause, read_document

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


def test_every_language_has_the_same_words() -> None:
    assert all(set(words) == set(ENGLISH) for words in WORDS.values())
    assert {"es", "fr"} <= set(WORDS)


def test_side_by_side_each_side_says_only_its_own_words() -> None:
    base = draft()
    final = apply(
        base,
        (
            Strike("o1"),
            modify("o3", "donors to pay"),
            Move("o4", None, None),
            Add("n", "operative", None, "o2", "Urges", "peace"),
        ),
    )
    table = sides_html(base, final)
    rows = re.findall(r'<tr data-change="(\w+)"><td[^>]*>(.*?)</td><td[^>]*>(.*?)</td></tr>', table)
    sides = {change: (Tags(left).text, Tags(right).text) for change, left, right in rows}
    assert "struck out: Affirms end struck out" in sides["struck"][0]
    assert sides["struck"][1] == ""
    assert sides["added"][0] == ""
    assert "inserted: peace end inserted" in sides["added"][1]
    assert sides["moved"][0].startswith("4.Decides")
    assert sides["moved"][1].startswith("1.Decides")
    assert "struck out: set up a fund" in sides["modified"][0]
    assert "inserted: pay" in sides["modified"][1]
    assert HOSTILE in Tags(sides_html(one_clause(HOSTILE), one_clause(HOSTILE, HOSTILE))).text
    assert 'data-change="same"' not in sides_html(base, final, only_changed=True)


def test_in_french_a_space_that_does_not_break_stands_before_colon_and_semicolon() -> None:
    document = read_document(
        "Le Conseil,\n\nRappelant la paix,\n\n1. Prie :\n\na) la paix ;\n\nb) le pain.\n"
    )
    french, english = (Tags(document_html(document, None, WORDS["fr"], one)).text for one in ("fr", "en"))
    assert "Prie\u00a0:" in french and "la paix\u00a0;" in french and "la paix," in french
    assert "\u00a0" not in english
