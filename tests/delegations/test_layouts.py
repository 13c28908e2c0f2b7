"""Every layout in every format under every title that guides use: the same delegations, the same words."""

from collections.abc import Callable, Sequence

import pytest

from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand
from tests.delegations.drawn_guides import FORMATS, Block

PEOPLE = [
    ("Republic of Chile", "country", "CL",
     "It closes half of its sea to trawlers. Since 2015 quotas are counted in public, which France and "
     "Brazil praise."),
    ("Côte d'Ivoire", "country", "CI",
     "Foreign fleets empty its waters at night (World Bank, 2022). It has two patrol boats."),
    ("European Union", "organization", None,
     "The Union punishes states that look away. Its yellow card has been shown to twenty-six of them."),
    ("Viet Nam", "country", "VN",
     "As a coastal state it fears for its exports; inspectors are few. It asks for five years."),
    ("Western Bloc (Norway, Iceland, Canada)", "bloc", None,
     "The three share what their satellites see, and they expect others to pay for it."),
    ("The Republic of Korea (South Korea)", "country", "KR",
     "Its ships go far. Seoul wants beacons on each of them."),
    ("Doctors Without Borders (MSF)", "ngo", None,
     "It treats crews that were held against their will in twelve harbours."),
    ("Bosnia and Herzegovina", "country", "BA",
     "Twenty kilometres of coast are enough for an opinion, says its minister."),
]  # fmt: skip
TITLES = [
    "Country Positions", "Bloc Positions", "Key Stakeholders", "Major Parties Involved", "Key Actors",
    "Major Parties Involved and Their Views", "Stakeholders and Positions", "Country Profiles", "Positions",
    "National Positions", "Key Stakeholders & Bloc Positions", "Relevant Countries and Their Positions",
    "Positions of Member States", "Country Policies", "Countries Involved", "Main Actors and Their Positions",
    "Involved Countries and Organizations", "Key Players", "Stances of Countries", "Blocs and Positions",
    "4. Position of Key Countries", "IV. Bloc Analysis", "Posiciones de Bloques", "Position des pays",
]  # fmt: skip
LAYOUTS: dict[str, Callable[[str, str], list[Block]]] = {
    "heading": lambda name, text: [("h2", name), ("p", text)],
    "numbered heading": lambda name, text: [("h2", f"4.2 {name}"), ("p", text)],
    "label": lambda name, text: [("p", f"{name}: {text}")],
    "bullet": lambda name, text: [("li", f"{name} – {text}")],
    "bold label": lambda name, text: [("p", f"**{name}:** {text}")],
    "full stop": lambda name, text: [("p", f"{name}. {text}")],
    "row": lambda name, text: [("row", f"{name}\t{text}")],
}
SHAPES = [(layout, form) for layout in LAYOUTS for form in FORMATS]


def guide(title: str, layout: str) -> list[Block]:
    blocks: list[Block] = [
        ("h1", "Committee on Fisheries"), ("p", "Background Guide"), ("p", "Topic: Ships that Nobody Counts"),
        ("h1", "Introduction"),
        ("p", "Norway and Peru spoke first. A fifth of the catch is taken against the rules and sold."),
        ("p", "Nobody knows how many ships there are. The number may be three million."),
        ("h1", title),
    ]  # fmt: skip
    blocks += [("row", "Country\tPosition")] if layout == "row" else []
    for name, _, _, text in PEOPLE:
        blocks += LAYOUTS[layout](name, text)
    return [
        *blocks,
        ("h1", "Possible Solutions"), ("p", "A register of all ships would be a beginning, says Ghana."),
        ("h1", "Questions a Resolution Must Answer"), ("li", "Who counts the ships?"), ("li", "Who pays?"),
        ("h1", "Bibliography"), ("p", "World Bank. (2022). The Sunken Billions. Washington."),
    ]  # fmt: skip


def assert_understood(blocks: Sequence[Block], form: str) -> None:
    name, draw = FORMATS[form]
    found = understand(read(draw(blocks), name))
    assert [(s.kind, s.iso2) for s in found.stakeholders] == [(kind, iso2) for _, kind, iso2, _ in PEOPLE]
    assert [s.position for s in found.stakeholders] == [text for *_, text in PEOPLE]
    assert len(found.questions.guiding) == 2
    assert len(found.references) == 1


@pytest.mark.parametrize(("layout", "form"), SHAPES)
def test_each_layout_in_each_format(layout: str, form: str) -> None:
    assert_understood(guide("Country Positions", layout), form)


@pytest.mark.parametrize("title", TITLES)
def test_each_title_that_guides_use(title: str) -> None:
    assert_understood(guide(title, "heading"), "text")
    assert_understood(guide(title, "label"), "pages of text")
