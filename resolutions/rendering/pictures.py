"""Pictures of votes as SVG, drawn on the server: hemicycle, vote bar, and the table beside."""

from collections.abc import Mapping, Sequence
from html import escape
from math import atan2, cos, hypot, sin
from types import MappingProxyType
from typing import Final

from resolutions.rendering.hemicycle_seats import CENTRE, OUTER, SeatPlace, seat_places

VoteRow = tuple[str, str, str]  # the member's name, its code, its choice

# Words in the pictures; another language is another table with the same keys.
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "yes": "Yes",
        "no": "No",
        "abstain": "Abstain",
        "absent": "Absent",
        "letter.yes": "Y",
        "letter.no": "N",
        "letter.abstain": "A",
        "letter.absent": "",
        "needed": "{needed} needed",
        "result": "Result by seat",
        "seats": "{yes} yes, {no} no, {abstain} abstentions, {absent} not voting; {needed} needed.",
        "bar": "The vote so far",
        "recorded": "{received} of {electorate} recorded",
        "split": "{yes} yes, {no} no, {abstain} abstentions of {electorate}",
        "gauge": "Attendance and thresholds",
        "attendance": "{present} of {members} members present. {ticks}.",
        "present": "{present} present",
    }
)
GROUPS: Final = ("yes", "abstain", "no", "absent")
MOST_LETTERS: Final = 100
_WELL_FIGURE: Final = 66  # width of one figure of the tally at the stylesheet's 106 units
_SHAPES: Final = {
    "yes": '<circle class="fill-yes" r="44"/>',
    "abstain": '<path class="fill-abstain" d="M0-49.3 49.3 34.3h-98.6Z"/>',
    "no": '<rect class="fill-no" x="-38.7" y="-38.7" width="77.4" height="77.4"/>'
    '<g transform="scale(3.4)"><path class="hatch-line" d="M-11-6-6-11M6 11l5-5"/></g>',
    "absent": '<circle class="fill-none" r="41"/><path class="fill-none" d="M-17.6 0h35.2"/>',
}
_LETTER_AT: Final = {"yes": 17, "abstain": 26, "no": 17, "absent": 17}


def grouped(choices: Sequence[VoteRow]) -> tuple[VoteRow, ...]:
    """Give votes in the order of the pictures: yes, abstain, no, then all who did not vote, as "absent"."""
    known = [(name, code, choice if choice in GROUPS else "absent") for name, code, choice in choices]
    return tuple(sorted(known, key=lambda row: GROUPS.index(row[2])))


def table(choices: Sequence[VoteRow], words: Mapping[str, str] = ENGLISH) -> tuple[VoteRow, ...]:
    """Give the rows of the table beside a picture: name, code and the choice in words, grouped as drawn."""
    return tuple((name, code, words[choice]) for name, code, choice in grouped(choices))


def hemicycle(
    choices: Sequence[VoteRow],
    needed: int | None,
    width: int = 1104,
    prefix: str = "hemi",
    words: Mapping[str, str] = ENGLISH,
) -> str:
    """Draw the result by seat: arcs of equal spacing, filled from the left with yes, abstain, no, absent.

    Args:
        choices: (name, code, choice) of each member; any choice but yes, no and abstain counts as absent.
        needed: the number of yes that carries; a tick outside the arc stands behind that seat.
        width: the width of the place in CSS pixels; the drawing scales to it.
        prefix: begins the ids in the picture; give each picture on a page its own.
        words: the table of words.

    Letters stand in the shapes up to 100 seats.
    """
    rows = grouped(choices)
    counts = {group: sum(row[2] == group for row in rows) for group in GROUPS}
    places = seat_places(len(rows))
    seats = "".join(
        _seat(place, row, words, len(rows) <= MOST_LETTERS) for place, row in zip(places, rows, strict=True)
    )
    said = words["seats"].format(needed=needed or "-", **counts)
    tally = _well(places, f"{counts['yes']}–{counts['no']}–{counts['abstain']}")
    body = f"{seats}{_needed_tick(places, needed, words)}{tally}"
    return framed("hemi", width, "0 -70 1104 684", prefix, (words["result"], said), body)


def vote_bar(
    electorate: int,
    yes: int = 0,
    no: int = 0,
    abstain: int = 0,
    needed: int | None = None,
    received: int | None = None,
    width: int = 280,
    prefix: str = "bar",
    words: Mapping[str, str] = ENGLISH,
) -> str:
    """Draw a vote on a bar as wide as the electorate.

    While the vote is open give ``received`` (how many have voted): only that is drawn, in ink, and nothing of
    the split. Once it is closed leave it None: yes plain, no hatched, abstain dotted, and a tick at what was
    needed. Arguments count persons, ``width`` CSS pixels.
    """
    per = width / max(1, electorate)
    if received is not None:
        fills = _bar_part(0, received * per, 'class="ink"')
        said = words["recorded"].format(received=received, electorate=electorate)
    else:
        fills = _split(yes, no, abstain, per, escape(prefix))
        said = words["split"].format(yes=yes, no=no, abstain=abstain, electorate=electorate)
    tick = ""
    if needed is not None and needed <= electorate:
        tick = f'<path class="inkline" d="M{needed * per:.1f} 0V34"/>'
    body = (
        f'{_patterns(escape(prefix))}<rect class="sunkf" y="6" width="{width}" height="22"/>{fills}{tick}'
        f'<text class="t2" x="0" y="48">{escape(said)}</text>'
    )
    return framed("votebar", width, f"0 0 {width} 54", prefix, (words["bar"], said), body)


def framed(kind: str, width: int, box: str, prefix: str, said: tuple[str, str], body: str) -> str:
    """Frame a picture: its box, and its title and description for those who do not see it."""
    name = escape(prefix)
    return (
        f'<svg class="pic {kind}" width="{width}" viewBox="{box}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(said[0])}</title>'
        f'<desc id="{name}-d">{escape(said[1])}</desc>{body}</svg>'
    )


def _seat(place: SeatPlace, row: VoteRow, words: Mapping[str, str], lettered: bool) -> str:
    name, code, choice = row
    letter = words[f"letter.{choice}"] if lettered else ""
    inside = f'<text class="mid onvote" y="{_LETTER_AT[choice]}">{escape(letter)}</text>' if letter else ""
    who = f"<title>{escape(name or code)}: {escape(words[choice])}</title>" if name or code else ""
    return (
        f'<g transform="translate({place.x:.1f} {place.y:.1f}) scale({place.scale:.3f})">'
        f"{who}{_SHAPES[choice]}{inside}</g>"
    )


def _needed_tick(places: Sequence[SeatPlace], needed: int | None, words: Mapping[str, str]) -> str:
    if needed is None or not 0 < needed <= len(places):
        return ""
    angles = [atan2(CENTRE[1] - p.y, p.x - CENTRE[0]) for p in places]
    behind = angles[needed] if needed < len(places) else 0.0
    angle = (angles[needed - 1] + behind) / 2 if needed < len(places) else angles[-1] - 0.06
    (x1, y1), (x2, y2) = _point(angle, OUTER + 54), _point(angle, OUTER + 94)
    label = escape(words["needed"].format(needed=needed))
    # Low on the arc the words would cover seats or leave the picture: there they go to the free corner.
    anchor, x, y = "mid", x2, y2 - 16
    if abs(cos(angle)) >= 0.5:
        anchor, x, y = ("endt", 1104, -20) if cos(angle) > 0 else ("start", 0, -20)
    return (
        f'<path class="inkline" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"/>'
        f'<text class="{anchor} b hemi-note" x="{x:.1f}" y="{y:.1f}">{label}</text>'
    )


def _well(places: Sequence[SeatPlace], tally: str) -> str:
    inner = min((hypot(p.x - CENTRE[0], p.y - CENTRE[1]) - 44 * p.scale for p in places), default=OUTER)
    scale = min(1.0, 2 * inner / (_WELL_FIGURE * len(tally) + 40))
    return (
        f'<g transform="translate({CENTRE[0]} {CENTRE[1]}) scale({scale:.3f})">'
        f'<text class="mid b well">{tally}</text></g>'
    )


def _point(angle: float, radius: float) -> tuple[float, float]:
    return CENTRE[0] + radius * cos(angle), CENTRE[1] - radius * sin(angle)


def _split(yes: int, no: int, abstain: int, per: float, prefix: str) -> str:
    return (
        _bar_part(0, yes * per, 'class="fill-yes"')
        + _bar_part(yes * per, no * per, f'fill="url(#{prefix}-hatch)"')
        + _bar_part((yes + no) * per, abstain * per, f'fill="url(#{prefix}-dots)"')
    )


def _bar_part(start: float, length: float, paint: str) -> str:
    if not length:
        return ""
    # One pixel of paper between neighbours tells them apart without colour.
    return f'<rect {paint} x="{start:.1f}" y="6" width="{max(0, length - 1):.1f}" height="22"/>'


def _patterns(prefix: str) -> str:
    return (
        f'<defs><pattern id="{prefix}-hatch" width="8" height="8" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="8" height="8" class="fill-no"/>'
        '<path class="hatch-line" d="M0 0V8"/></pattern>'
        f'<pattern id="{prefix}-dots" width="8" height="8" patternUnits="userSpaceOnUse">'
        '<rect width="8" height="8" class="fill-abstain"/><circle class="dot-dot" cx="4" cy="4" r="1.4"/>'
        "</pattern></defs>"
    )
