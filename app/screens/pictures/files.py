"""A picture as a file: an SVG that stands alone, and its table as CSV."""

from __future__ import annotations

import re
from functools import cache

from app.screens.environment import STATIC
from app.screens.pictures.picture import Picture
from delegations.tables import csv_of

RULES = """
text{font-family:"Source Serif 4",serif;font-size:14px;fill:ink} .t2{fill:ink-2}
.t3{fill:ink-3;font-size:13px}
.b{font-weight:600} .mid{text-anchor:middle} .endt{text-anchor:end} .code3{font-size:12px}
.onink{fill:paper} .onseal{fill:on-seal} .onvote{fill:on-vote;font-weight:700}
.axis{stroke:edge;stroke-width:1;fill:none} .grid{stroke:rule;stroke-width:1;fill:none}
.inkline{stroke:ink;stroke-width:2;fill:none} .dash{stroke-dasharray:4 4} .thin{stroke:edge;stroke-width:1.25}
.ink{fill:ink} .tintf{fill:tint} .bord{stroke:edge;stroke-width:1} .sunkf{fill:sunk} .edgef{fill:edge}
.sealf{fill:seal} .hollow{fill:paper;stroke:ink;stroke-width:2}
.cell1{fill:sunk} .cell2{fill:edge;fill-opacity:.55} .cell3{fill:ink-2;fill-opacity:.8} .cell4{fill:ink}
.fill-yes{fill:yes} .fill-no{fill:no} .fill-abstain{fill:abstain}
.fill-none{fill:none;stroke:none-mark;stroke-width:2}
.hatch-line{stroke:on-vote;stroke-width:1.5;stroke-opacity:.55} .dot-dot{fill:on-vote;fill-opacity:.7}
.hemi .onvote{font-size:48px} .hemi .hemi-note{font-size:48px} .hemi .fill-none{stroke-width:5}
.hemi .inkline{stroke-width:6} .hemi .well{font-size:106px;font-weight:600} .gauge text{font-size:13px}
text.onink{fill:paper} text.onvote{fill:on-vote}
"""
"""The classes of pictures without nesting and variables: what every reader of SVG knows."""
MARGIN = 28


def standing_alone(picture: Picture) -> str:
    """The drawing as a file of its own, on white, with its colours in it; "" where there is none."""
    found = re.match(r'<svg class="([^"]*)" width="(\d+)" viewBox="([^"]*)"', picture.markup)
    if found is None:
        return ""
    css, width, box = found.groups()
    x, y, wide, high = (float(number) for number in box.split())
    room = MARGIN * wide / int(width)
    x, y, wide, high = x - room, y - room, wide + 2 * room, high + 2 * room
    outer = int(width) + 2 * MARGIN
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css}" width="{outer}" '
        f'height="{outer * high / wide:.0f}" viewBox="{x:g} {y:g} {wide:g} {high:g}"'
    )
    paper = f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" fill="#ffffff"/>'
    rest = str(picture.markup)[found.end() :]
    head, body = rest.split("</desc>", 1)
    return f"{start}{head}</desc><style>{_rules()}</style>{paper}{body}"


def as_csv(picture: Picture) -> bytes:
    """The table, for any spreadsheet; the mark at its beginning says that it is UTF-8."""
    return ("\ufeff" + csv_of([picture.head, *picture.rows])).encode()


@cache
def _rules() -> str:
    """The rules with the light theme's values in place of the tokens' names."""
    sheet = (STATIC / "placard.css").read_text("utf-8")
    light = sheet.split('[data-theme="light"] {', 1)[1].split("}", 1)[0]
    tokens = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]+)", light))
    tokens["none-mark"] = tokens.pop("none")
    return re.sub(
        r"(fill|stroke):([a-z0-9-]+)", lambda m: f"{m[1]}:{tokens.get(m[2], m[2])}", RULES.replace("\n", "")
    )
