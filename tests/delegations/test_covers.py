"""Covers as conferences print them: whose committee it is and what it is about."""

import pytest

from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

POSITIONS = "\n\nCountry Positions\n\nFrance: It waits.\n\nPeru: It asks.\n"
COVERS = {
    "Model United Nations of the Old Mill\n\nDisarmament and International Security Committee\n\nBackground "
    "Guide\n\nTopic Area A: Drones\n\nTopic Area B: Mines": (
        "Disarmament and International Security Committee", "United Nations General Assembly",
        ("Drones", "Mines")),
    "UNITED NATIONS SECURITY COUNCIL\n\nSTUDY GUIDE\n\nThe Situation in the Sahel": (
        "UNITED NATIONS SECURITY COUNCIL", "United Nations", ("The Situation in the Sahel",)),
    "Forum:\tSecurity Council\nIssue:\tThe situation in Yemen\nPosition:\tPresident": (
        "Security Council", "United Nations", ("The situation in Yemen",)),
    "INTERNATIONAL ATOMIC ENERGY AGENCY\n\nTOPIC:\n\nNuclear Safety in Times of\n\nArmed Conflict": (
        "INTERNATIONAL ATOMIC ENERGY AGENCY", "INTERNATIONAL ATOMIC ENERGY AGENCY",
        ("Nuclear Safety in Times of Armed Conflict",)),
    "UN Women\n\nClosing the Gender Pay Gap\n\nBackground Guide 2025": (
        "UN Women", "UN Women", ("Closing the Gender Pay Gap",)),
    "Conference of the Parties (COP29)\n\nTopic A) Loss and Damage\nTopic B) Carbon Markets": (
        "Conference of the Parties (COP29)", "", ("Loss and Damage", "Carbon Markets")),
    "African Union Peace and Security Council\n\nBackground Guide\n\nAgenda: Coups": (
        "African Union Peace and Security Council", "African Union", ("Coups",)),
    "United Nations Environment Assembly Background Guide 2025\n\nTopics:\n\nI. Deserts\nII. Tourism": (
        "United Nations Environment Assembly", "United Nations Environment Assembly", ("Deserts", "Tourism")),
    "Security Council, 1973\n\nTopic: Ceasefire": (
        "Security Council, 1973", "United Nations", ("Ceasefire",)),
    "Organización Mundial de la Salud\n\nTema: El agua": (
        "Organización Mundial de la Salud", "Organización Mundial de la Salud", ("El agua",)),
    "Comité: Consejo de Seguridad\n\nTema: La paz": ("Consejo de Seguridad", "", ("La paz",)),
}  # fmt: skip


@pytest.mark.parametrize("cover", COVERS)
def test_a_cover(cover: str) -> None:
    guide = understand(read((cover + POSITIONS).encode(), "guide.txt"))
    assert (guide.committee, guide.organization, guide.topics) == COVERS[cover]
    assert [one.iso2 for one in guide.stakeholders] == ["FR", "PE"]
