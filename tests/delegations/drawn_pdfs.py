"""PDFs that the tests make: real ones, of plain lines of text, as many pages as a test wants."""

from __future__ import annotations

from collections.abc import Sequence


def long_pdf(pages: int, lines: int = 40) -> bytes:
    """A PDF of `pages` pages with `lines` lines of text on each."""
    return pdf_of(
        [[f"Page {number}, line {line}" for line in range(lines)] for number in range(1, pages + 1)]
    )


def pdf_of(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with these lines on its pages, one below the other."""
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    font = 3 + 2 * len(pages)
    for number, lines in enumerate(pages):
        text = "".join(
            f"BT /F1 9 Tf 50 {800 - 18 * line} Td ({_escaped(words)}) Tj ET\n"
            for line, words in enumerate(lines)
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 2 * number} 0 R"
            f"/Resources<</Font<</F1 {font} 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(text)}>>stream\n{text}endstream")
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    return _file(objects)


def _escaped(words: str) -> str:
    plain = words.encode("latin-1", "replace").decode("latin-1")
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[str]) -> bytes:
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}").encode("latin-1")
