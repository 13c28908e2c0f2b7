"""P-41: a hostile file is refused in a sentence, within its limits, and touches nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from delegations.study_guides.command import guide_command

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)


def word_file(document: bytes, **others: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, data in others.items():
            archive.writestr(name, data)
    return out.getvalue()


def told(folder: Path, name: str, data: bytes) -> tuple[int, str]:
    path = folder / name
    path.write_bytes(data)
    code, text = guide_command(path, as_json=True)
    assert text.strip() and "Traceback" not in text
    return code, text


def test_p41_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    code, text = told(tmp_path, "bomb.docx", word_file(b"<a>" + b" " * 300_000_000 + b"</a>"))
    assert code == 2 and text.count("\n") == 0


def test_p41_no_entity_brings_in_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary-of-another-file")
    doctype = f'<!DOCTYPE d [<!ENTITY other SYSTEM "{secret.as_uri()}">]>'
    _, text = told(tmp_path, "entity.docx", word_file((doctype + BODY.format("&other;")).encode()))
    assert "canary-of-another-file" not in text


def test_p41_entities_that_grow_are_refused_or_stay_small(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE d [<!ENTITY a0 "haha">{lines}]>'
    _, text = told(tmp_path, "laughs.docx", word_file((doctype + BODY.format("&a11;")).encode()))
    assert len(text) < 100_000


def test_p41_no_entry_is_written_outside(tmp_path: Path) -> None:
    data = word_file(BODY.format("A guide").encode(), **{"../../escaped.txt": b"out", "/escaped.txt": b"out"})
    told(tmp_path, "paths.docx", data)
    assert {path.name for path in tmp_path.iterdir()} == {"paths.docx"}
    assert not Path("/escaped.txt").exists() and not (tmp_path.parent / "escaped.txt").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.4\nxref\n0 99999999\ntrailer<</Size 99999999/Root 7 0 R>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.5\n"
        + b"1 0 obj<</Filter["
        + b"/FlateDecode" * 5000
        + b"]/Length 4>>stream\nabcd\nendstream",
    ],
    ids=["pages that hold themselves", "a table of ninety-nine million", "filters upon filters"],
)
def test_p41_a_broken_pdf_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    code, text = told(tmp_path, "broken.pdf", data)
    assert code == 2 and text.count("\n") == 0
