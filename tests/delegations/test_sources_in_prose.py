"""How guides name their sources in a sentence: resolutions by number, two works of one author and year."""

import pytest

from delegations.study_guides.understanding.citations import parsed, resolve
from delegations.study_guides.understanding.instruments import symbols


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("Security Council resolution 1325 (2000) on women", (("S/RES/1325 (2000)", 2000),)),
        ("UN Security Council Resolution 1325 was", (("S/RES/1325", None),)),
        ("UNSCR 1325 and UNSC Res. 2467 (2019)", (("S/RES/1325", None), ("S/RES/2467 (2019)", 2019))),
        (
            "in Security Council resolutions 1325 (2000), 1820 (2008) and 2467 (2019), in 2020",
            (("S/RES/1325 (2000)", 2000), ("S/RES/1820 (2008)", 2008), ("S/RES/2467 (2019)", 2019)),
        ),
        ("General Assembly resolution 73/195 of 2018", (("A/RES/73/195", None),)),
        ("GA Res. 46/182, and A/RES/46/182", (("A/RES/46/182", None),)),
        ("General Assembly resolution 1514 (XV)", (("A/RES/1514 (XV)", None),)),
        ("the Council met 1325 times, and the Assembly's resolution fell", ()),
    ],
)
def test_resolutions_that_a_sentence_names_by_number(
    said: str, means: tuple[tuple[str, int | None], ...]
) -> None:
    assert symbols(said) == means


def test_two_works_of_one_author_and_year_are_told_apart_by_their_letters() -> None:
    entries = parsed(["IOM. (2024a). One. Press.", "IOM. (2024b). Two. Press.", "Pierce, S. (2017). Three."])
    found = {
        one.text: one.reference
        for one in resolve(["IOM, 2024b", "IOM, 2024a", "IOM, 2024", "Pierce, 2017a, p. 3"], entries, {})
    }
    assert found == {
        "IOM, 2024b": "IOM. (2024b). Two. Press.",
        "IOM, 2024a": "IOM. (2024a). One. Press.",
        "IOM, 2024": "IOM. (2024a). One. Press.",
        "Pierce, 2017a, p. 3": "Pierce, S. (2017). Three.",
    }
