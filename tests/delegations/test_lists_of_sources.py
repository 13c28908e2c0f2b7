"""Lists of sources as guides print them: each entry once and whole, and no page's foot among them."""

import pytest

from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

ONE = "Organización Internacional para las Migraciones. (2022). Informe sobre las migraciones en el mundo."
LISTS = {
    "a tail of one word": (
        f"ACNUR. (2023). Tendencias globales: desplazamiento forzado en 2022. https://acnur.example/tendencias\n"
        f"{ONE}\nOIM.\nGandini, L. (2019). Crisis y migración. Universidad\nNacional Autónoma de México.", 3),
    "a place and a year below": (
        "Arctic Council. Declaration on the Establishment of the Arctic Council.\nOttawa, 1996.\n\n"
        "Byers, Michael. International Law and the Arctic. Cambridge: Cambridge\nUniversity Press, 2013.", 2),
    "a journal with its year below": (
        "Cheesman, Nick. “How in Myanmar ‘National Races’ Came to Surpass.” Journal of\n"
        "Contemporary Asia 47, no. 3 (2017): 461–483.\n\nIbrahim, Azeem. The Genocide. Hurst, 2016.", 2),
    "numbers without a dot": (
        "1 See the notes of 2009 and 2019. Indonesia does not claim\nislands but rejects the line.\n"
        "2 UNCTAD, Review of Transport 2016.\n3 Declaration on Conduct, 4 November 2002. It was\n"
        "12 years in the making.", 3),
    "numbers in brackets, all indented": (
        "   (1) https://one.example/a (last visited 3/2/2023)\n   (2) https://two.example/b\n"
        "   (3) https://three.example/c", 3),
    "a hanging indent": (
        "Ode, P. Rain over the Sahel and other poems. A New\n   Press, 2001.\nSmith, J. Wells. 2019.", 2),
    "lines without a full stop": (
        "UNEP, Global Outlook, 2019\nOECD, Plastics, Paris, 2022\nWHO, Water in Cities, Geneva, 2020", 3),
    "raised numbers": ("¹ Ode, P. Rain. 2001.\n² Smith, J. Wells, p. 3.\n³ Ibid.", 3),
    "bare addresses": ("https://one.example/a\nhttps://two.example/b", 2),
    "an address below its source": (
        "United Nations. Charter. 1945.\nhttps://un.example/charter\nOECD. Plastics. 2022.", 2),
    "groups with titles": (
        "Books\n\nOde, P. Rain. 2001.\n\nSmith, J. Wells. 2019.\n\nWebsites\n\nUN. Charter. 1945.", 3),
    "each source a line, one with its publisher below": (
        "World Bank (2020). The Free Trade Area: Economic and Distributional Effects on the Continent.\n"
        "Washington, DC.\nOECD (2019). Plastics. Paris.", 2),
}  # fmt: skip


def listed(text: str) -> tuple[str, ...]:
    return understand(read(f"Body\n\nReferences\n\n{text}\n".encode(), "guide.txt")).references


@pytest.mark.parametrize("shape", LISTS)
def test_each_source_is_one_entry(shape: str) -> None:
    text, entries = LISTS[shape]
    found = listed(text)
    assert len(found) == entries, found
    text = text.translate(str.maketrans("", "", "¹²³"))
    joined, whole = " ".join(" ".join(found).split()), " ".join(text.split())
    assert joined == whole.replace("Books ", "").replace("Websites ", "")


@pytest.mark.parametrize(
    "foot",
    [
        "Great Plains Model United Nations 2025 | 1", "Lakeview MUN 3", "UNHRC Background Guide   1 / 1",
        "MNU de la Loire – page 3", "Arctic Council Background Guide — Page 1", "2 | Study Guide: A Council",
        "© 2024 Bayside Crisis Simulation",
    ],
)  # fmt: skip
def test_the_foot_of_the_last_page_is_no_source(foot: str) -> None:
    assert listed(f"Ode, P. Rain. 2001.\nSmith, J. Wells. 2019.\n\n{foot}") == (
        "Ode, P. Rain. 2001.", "Smith, J. Wells. 2019.",
    )  # fmt: skip


def test_a_short_line_with_a_number_is_no_foot() -> None:
    guide = "Body\n\nBackground\n\nIt rests on\n\nArticle 5\n\nIt is old.\n\nConclusion\n\nAct.\n"
    found = understand(read(guide.encode(), "guide.txt"))
    said = [section.text for section in found.sections] + [section.title for section in found.sections]
    assert "Article 5" in " ".join(said)


def test_the_head_of_a_table_of_sources_is_no_source() -> None:
    page = "<h1>Body</h1><h2>Sources</h2><table><tr><th>Author</th><th>Title</th></tr>"
    page += "<tr><td>Frontex</td><td>Risk Analysis for 2023</td></tr></table>"
    assert understand(read(page.encode(), "guide.html")).references == ("Frontex Risk Analysis for 2023",)


def test_what_an_annotated_list_says_of_a_source_is_none() -> None:
    guide = "# Body\n\n## Annotated Bibliography\n\nUNODC. (2020). Report.\n\nIt is the best first stop.\n"
    assert understand(read(guide.encode(), "guide.md")).references == ("UNODC. (2020). Report.",)
