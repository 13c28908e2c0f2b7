"""Pictures of votes: well formed, escaped, drawn to the count, and never telling more than they may."""

from itertools import pairwise
from math import atan2, hypot
from xml.etree import ElementTree

import pytest

from resolutions.rendering.gauge import gauge
from resolutions.rendering.hemicycle_seats import CENTRE, seat_places
from resolutions.rendering.pictures import VoteRow, hemicycle, table, vote_bar

HOSTILE = '"><script>alert(1)</script>&\'<b style="x">'
SVG = "{http://www.w3.org/2000/svg}"


def votes(yes: int, no: int = 0, abstain: int = 0, absent: int = 0) -> list[VoteRow]:
    choices = ["absent"] * absent + ["no"] * no + ["abstain"] * abstain + ["yes"] * yes
    return [(f"Member {n}", f"M{n}", choice) for n, choice in enumerate(choices)]


def drawn(picture: str) -> ElementTree.Element:
    """Parse a picture as XML, which is stricter than HTML, and hold it against the rules for all pictures."""
    root = ElementTree.fromstring(picture.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    assert root.find(f"{SVG}title") is not None
    assert root.find(f"{SVG}desc") is not None
    assert root.get("role") == "img"
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert set((root.get("aria-labelledby") or "").split()) <= set(ids)
    assert not [e for e in root.iter() if e.get("style") is not None or e.tag == f"{SVG}script"]
    return root


def marked(root: ElementTree.Element, css_class: str) -> list[ElementTree.Element]:
    return [e for e in root.iter() if css_class in (e.get("class") or "").split()]


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "absent"),
    [(19, 5, 4, 2), (0, 0, 0, 0), (1, 0, 0, 0), (0, 0, 30, 0), (60, 20, 10, 5), (101, 60, 20, 12)],
)
def test_the_hemicycle_has_one_shape_for_each_member(yes: int, no: int, abstain: int, absent: int) -> None:
    root = drawn(hemicycle(votes(yes, no, abstain, absent), needed=max(1, (yes + no) // 2 + 1)))
    shapes = {name: len(marked(root, f"fill-{name}")) for name in ("yes", "no", "abstain")}
    assert shapes == {"yes": yes, "no": no, "abstain": abstain}
    assert len(marked(root, "fill-none")) == 2 * absent
    assert "".join(marked(root, "well")[0].itertext()) == f"{yes}–{no}–{abstain}"


def test_letters_stand_in_the_shapes_up_to_a_hundred_seats() -> None:
    assert [t.text for t in marked(drawn(hemicycle(votes(2, 1, 1), 2)), "onvote")] == ["Y", "Y", "A", "N"]
    assert len(marked(drawn(hemicycle(votes(100), 51)), "onvote")) == 100
    assert marked(drawn(hemicycle(votes(101), 51)), "onvote") == []


def test_a_no_is_hatched_so_that_colour_is_never_alone() -> None:
    assert len(marked(drawn(hemicycle(votes(2, 3), 3)), "hatch-line")) == 3


@pytest.mark.parametrize("seats", [*range(1, 60), 99, 100, 193, 300])
def test_seats_go_from_left_to_right_and_never_overlap(seats: int) -> None:
    places = seat_places(seats)
    angles = [atan2(CENTRE[1] - p.y, p.x - CENTRE[0]) for p in places]
    assert len(places) == seats
    assert all(left >= right - 1e-9 for left, right in pairwise(angles))
    for n, one in enumerate(places):
        assert all(hypot(one.x - p.x, one.y - p.y) > 88 * one.scale for p in places[n + 1 :])
        assert one.x - 44 * one.scale >= 0
        assert one.x + 44 * one.scale <= 1104


def test_the_tick_stands_between_the_needed_seat_and_the_next() -> None:
    places = seat_places(30)
    angles = [atan2(CENTRE[1] - p.y, p.x - CENTRE[0]) for p in places]
    tick = marked(drawn(hemicycle(votes(19, 5, 4, 2), 13)), "inkline")[0]
    x, y = (float(v) for v in (tick.get("d") or "M0 0L").split("L")[0][1:].split(" "))
    assert angles[12] > atan2(CENTRE[1] - y, x - CENTRE[0]) > angles[13]
    assert hypot(x - CENTRE[0], y - CENTRE[1]) > 548
    assert "13 needed" in "".join(drawn(hemicycle(votes(19, 5, 4, 2), 13)).itertext())


@pytest.mark.parametrize("needed", [None, 0, 31])
def test_a_number_that_no_seat_has_gets_no_tick(needed: int | None) -> None:
    assert marked(drawn(hemicycle(votes(30), needed)), "inkline") == []


def test_the_table_beside_says_the_same_in_words() -> None:
    rows = table([("Haiti", "HT", "no"), ("Ghana", "GH", "yes"), ("Peru", "PE", "pass")])
    assert rows == (("Ghana", "GH", "Yes"), ("Haiti", "HT", "No"), ("Peru", "PE", "Absent"))


def test_an_open_vote_shows_how_many_have_voted_and_nothing_of_the_split() -> None:
    root = drawn(vote_bar(30, yes=9, no=4, abstain=1, needed=8, received=14))
    bars = [e for e in root if e.tag == f"{SVG}rect"]
    assert [e.get("class") for e in bars] == ["sunkf", "ink"]
    assert "9" not in "".join(root.itertext())
    assert "14 of 30 recorded" in "".join(root.itertext())


def test_a_closed_vote_is_as_wide_as_its_electorate() -> None:
    root = drawn(vote_bar(28, 14, 7, 7, needed=11, width=280))
    bars = [e for e in root if e.tag == f"{SVG}rect"][1:]
    assert [(e.get("x"), e.get("width")) for e in bars] == [
        ("0.0", "139.0"),
        ("140.0", "69.0"),
        ("210.0", "69.0"),
    ]
    assert marked(root, "inkline")[0].get("d") == "M110.0 0V34"


def test_the_gauge_has_a_dot_for_each_member_and_a_tick_behind_each_threshold() -> None:
    root = drawn(gauge(30, 28, [("quorum", 11), ("simple", 15), ("two thirds", 19)]))
    dots = [e for e in root if e.tag == f"{SVG}circle"]
    assert [len(marked(root, c)) for c in ("ink", "hollow")] == [28, 2]
    for tick, number in zip(marked(root, "inkline"), (11, 15, 19), strict=True):
        at = float((tick.get("d") or "M0 ")[1:].split(" ")[0])
        assert float(dots[number - 1].get("cx") or 0) < at < float(dots[number].get("cx") or 0)


@pytest.mark.parametrize("members", [2, 3, 5, 8, 15, 34, 193])
def test_the_words_of_the_gauge_never_meet_and_stay_in_the_picture(members: int) -> None:
    half, most = members // 2 + 1, -(-2 * members // 3)
    ticks = sorted([("quorum", -(-members // 3)), ("simple", half), ("two thirds", most)], key=lambda t: t[1])
    root = drawn(gauge(members, members, ticks))
    for y in ("12", "58"):
        row = [e for e in root if e.tag == f"{SVG}text" and e.get("y") == y]
        spans = [(float(e.get("x") or 0), 3.4 * len(e.text or "")) for e in row]
        edges = [edge for x, half_width in spans for edge in (x - half_width, x + half_width)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= 440 for edge in edges)


def test_thresholds_at_the_same_number_share_a_line_and_a_label() -> None:
    root = drawn(gauge(3, 3, [("quorum", 2), ("simple", 2), ("two thirds", 2)]))
    assert len(marked(root, "inkline")) == 1
    assert "quorum, simple, two thirds 2" in "".join(root.itertext())


def test_no_name_or_word_becomes_markup() -> None:
    words = dict.fromkeys(
        ("result", "seats", "needed", "bar", "recorded", "split", "gauge", "attendance", "present"), HOSTILE
    ) | {f"{p}{c}": HOSTILE for p in ("", "letter.") for c in ("yes", "no", "abstain", "absent")}
    for picture in (
        hemicycle([(HOSTILE, HOSTILE, "yes"), (HOSTILE, HOSTILE, HOSTILE)], 1, prefix=HOSTILE, words=words),
        vote_bar(3, 1, 1, 1, 2, prefix="p", words=words),
        gauge(3, 2, [(HOSTILE, 2)], prefix="p", words=words),
    ):
        assert "<script" not in picture
        assert "<b " not in picture
    drawn(gauge(3, 2, [(HOSTILE, 2)]))
    assert HOSTILE in "".join(drawn(hemicycle([(HOSTILE, "X", "yes")], 1)).itertext())
