"""What the titles of chapters are for, by their words: positions, questions, sources, or none of these."""

import pytest

from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand
from delegations.study_guides.understanding.roles import role_of


def understood(guide: str) -> StudyGuide:
    return understand(read(guide.encode(), "guide.md"))


@pytest.mark.parametrize(
    "title",
    [
        "Relevant Partners", "Bloc Formation", "Perspectives of Member States", "Viewpoints",
        "Interest Groups", "Delegations", "Arguments of the Parties", "News Agencies",
        "Characters and Portfolio Powers", "Key Players and Their Interests", "Countries and Their Policies",
        "Views of the Different Delegations on the Reform", "Parties Involved in the Dispute",
        "Posturas por bloque", "Puntos de vista de los países", "Posturas oficiales de las delegaciones",
        "Países y organizaciones involucrados", "Les acteurs concernés", "Pays et organisations impliqués",
        "Points de vue des pays", "Blocs et alliances", "Arguments des parties au conflit",
        "Principais atores envolvidos", "Pontos de vista dos países", "Positionen der Staaten",
        "Standpunkte der wichtigsten Länder", "Beteiligte Akteure",
    ],
)  # fmt: skip
def test_a_title_of_who_and_what_opens_the_positions(title: str) -> None:
    assert role_of(title) == "positions"
    prose = "It supports a new fund for wells and asks all donors to pay into it."
    guide = understood(f"# Body\n\n## {title}\n\n### France\n\n{prose}\n\n### Kenya\n\n{prose}\n")
    assert [one.iso2 for one in guide.stakeholders] == ["FR", "KE"]


@pytest.mark.parametrize(
    "title",
    [
        "Overview of the Organization", "International Organizations", "Member States", "The Parties",
        "Foreign Policy", "National Interests", "History of the Parties", "State of the Art",
        "Delegate Information", "Overview of the Committee", "Powers of the Committee", "Land Policy",
        "Government Policies", "Political Landscape", "Energy Sources", "Sources of Conflict", "Main Issues",
        "The Question of Western Sahara", "Water Resources", "Regional Groups",
    ],
)  # fmt: skip
def test_a_title_with_a_strange_word_or_too_little_is_left_alone(title: str) -> None:
    assert role_of(title) in (None, "other")


@pytest.mark.parametrize(
    "title",
    [
        "Points to be Addressed", "Issues to Resolve", "Questions the Committee Should Debate",
        "Cuestiones por resolver", "Puntos a tratar", "Problématiques", "Pistes de réflexion",
        "Questões norteadoras", "Leitfragen", "Fragen zur Diskussion",
    ],
)  # fmt: skip
def test_a_title_of_what_is_to_be_asked_opens_the_questions(title: str) -> None:
    guide = understood(
        f"# Body\n\n## {title}\n\n1. Who pays for it?\n2. Who decides?\n\n## Conclusion\n\nDo.\n"
    )
    assert guide.questions.guiding == ("Who pays for it?", "Who decides?")


def test_a_numbered_title_in_small_letters_stands_directly_above_its_questions() -> None:
    guide = "Body\n\nIV. Questions auxquelles une résolution doit répondre\n1. Qui paie ?\n2. Qui décide ?\n"
    assert understand(read(guide.encode(), "guide.txt")).questions.guiding == ("Qui paie ?", "Qui décide ?")
    lettered = "Body\n\nc) Questions that should be answered by the resolution\n- Who pays?\n- Who decides?\n"
    assert len(understand(read(lettered.encode(), "guide.txt")).questions.guiding) == 2


def test_points_that_ask_nothing_count_where_nothing_is_asked() -> None:
    points = "## Points to Address\n\n- The number of seats\n- The use of the veto\n\n"
    assert understood(f"# Body\n\n{points}").questions.guiding == (
        "The number of seats", "The use of the veto",
    )  # fmt: skip
    asked = (
        "## Questions to Consider\n\nRead them with care.\n\n- Who pays, and who de-\n  cides?\n- So think.\n"
    )
    assert understood(f"# Body\n\n{asked}").questions.guiding == ("Who pays, and who decides?",)


@pytest.mark.parametrize(
    "title",
    [
        "Further Reading", "Recommended Reading", "Resources", "Notes", "Literature", "Useful Links",
        "Annotated Bibliography", "Additional Resources", "Webographie", "Enlaces útiles",
        "Fuentes de consulta", "Fuentes de apoyo", "Sources et références", "Pour aller plus loin",
        "Referências consultadas", "Quellen", "Weiterführende Literatur",
    ],
)  # fmt: skip
def test_a_title_of_sources_opens_the_list_of_them(title: str) -> None:
    sources = "- World Health Organization. Water Report. Geneva, 2020.\n- Smith, J. Wells. London, 2019.\n"
    assert len(understood(f"# Body\n\n## {title}\n\n{sources}").references) == 2


def test_notes_and_resources_without_a_source_below_are_no_list_of_sources() -> None:
    for title in ("Notes", "Resources", "Suggestions for Further Research"):
        prose = "Look at the votes of your country.\nAsk the dais where you are in doubt.\nBe brief.\n"
        assert understood(f"# Body\n\n## {title}\n\n{prose}").references == ()


def test_further_reading_gives_no_sources_beside_a_bibliography() -> None:
    both = "## Bibliography\n\n- Smith, J. Wells. 2019.\n\n## Further Reading\n\n- Ode, P. Rain. 2001.\n"
    assert understood(f"# Body\n\n{both}").references == ("Smith, J. Wells. 2019.",)


def test_a_topic_that_is_called_a_question_opens_no_questions() -> None:
    assert role_of("Topic: The question of Western Sahara") == "other"
    assert role_of("Topic A: Questions of Palestine") == "topic"


def test_a_list_for_each_topic_or_kind_is_one_list_of_sources() -> None:
    parts = "# Body\n\n## Works Cited\n\n### Topic A\n\n- A. B. 2019.\n\n### Topic B\n\n- C. D. 2020.\n"
    assert len(understood(parts).references) == 2
    kinds = "# Body\n\n## Bibliography\n\n### Primary Sources\n\n- A. B. 2019.\n\n"
    kinds += "### Further Reading\n\n- C. D. 2020.\n"
    assert len(understood(kinds).references) == 2
    assert role_of("Topic B Bibliography") == role_of("Topic B: Works Cited") == "references"
