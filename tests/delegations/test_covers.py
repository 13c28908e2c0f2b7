"""Covers as conferences print them: whose committee it is and what it is about."""

import pytest

from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand
from delegations.study_guides.understanding.joining import continued

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
    "World Health Organization\n\nBackground Guide — Agenda: Vaccines for all": (
        "World Health Organization", "World Health Organization", ("Vaccines for all",)),
    "DISEC / Topic 2 – Nuclear disarmament": (
        "DISEC", "United Nations General Assembly", ("Nuclear disarmament",)),
    "International Court of Justice\n\nCase: The Award of 1899": (
        "International Court of Justice", "International Court of Justice", ("The Award of 1899",)),
    "HISTORIC SECURITY COUNCIL, 1980\n\nSTATEMENT OF THE PROBLEM: AFGHANISTAN\n\nIt began in May.": (
        "HISTORIC SECURITY COUNCIL, 1980", "United Nations", ("AFGHANISTAN",)),
    "MODELO DE NACIONES UNIDAS DEL VALLE – XII EDICIÓN\n\nALTO COMISIONADO DE LAS NACIONES UNIDAS PARA LOS "
    "REFUGIADOS\n\nTópico A: El asilo\n\n1. INTRODUCCIÓN\n\nEl ACNUR fue creado por la Asamblea General. Su "
    "sede se\nencuentra en Ginebra.": (
        "ALTO COMISIONADO DE LAS NACIONES UNIDAS PARA LOS REFUGIADOS",
        "ALTO COMISIONADO DE LAS NACIONES UNIDAS PARA LOS REFUGIADOS", ("El asilo",)),
    "Disarmament and International Security\nCommittee\n\nTopic A: Journalists in Areas of\nWar": (
        "Disarmament and International Security Committee", "United Nations General Assembly",
        ("Journalists in Areas of War",)),
    "Conseil de sécurité\n\nSujet : La protection des journa-\nlistes": (
        "Conseil de sécurité", "", ("La protection des journalistes",)),
    "Forum | Environment Commission\nIssue | The Nile": ("Environment Commission", "", ("The Nile",)),
    "Joint Crisis Committee: The Cabinet of Oz\n\nCrisis: The strike": (
        "Joint Crisis Committee: The Cabinet of Oz", "", ("The strike",)),
    "Study Guide for the Security Council\n\nTopics:\n• Deserts\n• Tourism": (
        "Security Council", "United Nations", ("Deserts", "Tourism")),
    "Umweltversammlung der Vereinten Nationen\n\nThema: Plastik": (
        "Umweltversammlung der Vereinten Nationen", "", ("Plastik",)),
    "Conselho de Direitos Humanos\n\nTema único: A fome": (
        "Conselho de Direitos Humanos", "", ("A fome",)),
    "Comité: Consejo de Seguridad\n\nTema: La paz": ("Consejo de Seguridad", "", ("La paz",)),
}  # fmt: skip


@pytest.mark.parametrize("cover", COVERS)
def test_a_cover(cover: str) -> None:
    guide = understand(read((cover + POSITIONS).encode(), "guide.txt"))
    assert (guide.committee, guide.organization, guide.topics) == COVERS[cover]
    assert [one.iso2 for one in guide.stakeholders] == ["FR", "PE"]


def test_chapters_in_roman_numbers_are_the_topics_of_a_guide_without_labels() -> None:
    guide = (
        "# Commission on Crime Prevention\n\n## I. Combating Wildlife Trafficking\n\n### Introduction\n\nIt "
    )
    guide += (
        "grows.\n\n### Conclusion\n\nAct.\n\n## II. Corruption in Sport\n\n### Introduction\n\nIt is old.\n"
    )
    found = understand(read(guide.encode(), "guide.md"))
    assert found.topics == ("Combating Wildlife Trafficking", "Corruption in Sport")
    assert found.stakeholders == ()
    assert any("Combating Wildlife Trafficking" in finding.text for finding in found.findings)


def test_a_press_corps_is_a_committee_and_an_agency_is_a_stakeholder() -> None:
    guide = "# International Press Corps\n\n## News Agencies\n\n### Xinhua News Agency\n\nIt praises.\n\n"
    found = understand(read((guide + "### Al Jazeera English\n\nIt reports.\n").encode(), "guide.md"))
    assert found.committee == "International Press Corps"
    assert [one.kind for one in found.stakeholders] == ["organization", "organization"]


def test_a_section_of_a_law_is_no_committee() -> None:
    guide = "LOK SABHA\n\nAgenda: Data\n\nBackground Guide\n\nSection 18 – Data Protection Board\n\nIt sits."
    assert understand(read(guide.encode(), "guide.txt")).committee != "Section 18 – Data Protection Board"


def test_a_word_that_a_cover_cuts_at_its_line_s_end_is_whole_again() -> None:
    assert continued("Organización del Tratado de Cooperación Ama-", "zónica").endswith("Amazónica")
    assert continued("The Treaty on Non-", "proliferation") == "The Treaty on Non-proliferation"
