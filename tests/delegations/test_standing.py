"""Who stands near whom: likeness that words explain, which is gone when the words are shuffled."""

import os
import random
from pathlib import Path

import pytest

from delegations.roster import roster_from
from delegations.standing import MIN_WORDS, Standing, standing, texts_of
from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

SAID = {
    "peru": "Fishing fleets empty the sea. Peru wants quotas, inspectors and cameras on each trawler, "
    "and harbours closed to poachers.",
    "chile": "Quotas and inspectors protect the sea; each trawler carries cameras and a beacon, and "
    "harbours turn poachers away.",
    "mali": "Nomads and farmers quarrel in the dry season. Mali digs wells and asks for pumps, seeds "
    "and patient lenders.",
    "chad": "Farmers and nomads leave in the dry season. Chad needs pumps, seeds, wells and "
    "lenders that wait.",
    "fiji": "Nothing yet.",
}
TRIO = ("honduras", "guatemala", "el-salvador")


@pytest.fixture(scope="module")
def committee() -> Standing:
    return standing(SAID)


def test_those_who_speak_of_the_same_things_are_nearest_and_the_words_say_why(committee: Standing) -> None:
    (chile, *_) = committee.nearest("peru")
    assert chile.other == "chile"
    assert {"quotas", "inspectors", "cameras", "trawler"} & set(chile.shared)
    assert "beacon" in chile.theirs
    assert "beacon" not in chile.own
    assert committee.furthest("peru")[0].other in ("mali", "chad")


def test_likeness_is_mutual_and_between_nothing_and_everything(committee: Standing) -> None:
    for one in committee.order:
        assert committee.likeness(one, one) == pytest.approx(1.0)
        for other in committee.order:
            assert committee.likeness(one, other) == pytest.approx(committee.likeness(other, one))
            assert -1e-9 <= committee.likeness(one, other) <= 1 + 1e-9


def test_how_alike_two_are_is_worked_out_once(committee: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {(one, other): committee.likeness(one, other) for one in SAID for other in SAID}
    monkeypatch.setattr("delegations.standing.cosine", lambda *_: pytest.fail("worked out again"))
    for one, other in before:
        assert committee.likeness(one, other) == before[one, other]
        committee.nearest(one), committee.furthest(one), committee.between(one, other)


def test_like_stands_beside_like_and_groups_are_stretches_of_the_order(committee: Standing) -> None:
    assert [set(group) for group in committee.groups] in ([{"peru", "chile"}, {"mali", "chad"}],
                                                          [{"mali", "chad"}, {"peru", "chile"}])  # fmt: skip
    joined = " ".join(committee.order)
    assert all(" ".join(group) in joined or " ".join(group[::-1]) in joined for group in committee.groups)


def test_too_little_text_is_said_and_compared_with_nobody(committee: Standing) -> None:
    assert committee.silent == ("fiji",)
    assert "fiji" not in committee.order
    assert committee.nearest("fiji") == ()
    assert committee.likeness("fiji", "peru") == 0
    assert standing({"peru": "quota " * (MIN_WORDS - 1)}).silent == ("peru",)
    assert standing({"peru": "quota " * MIN_WORDS}).order == ("peru",)


def test_an_empty_committee_has_no_order() -> None:
    assert (standing({}).order, standing({}).groups, standing({}).silent) == ((), (), ())


@pytest.fixture(scope="module")
def real() -> dict[str, str]:
    guide = real_guide()
    return texts_of(guide, roster_from(guide))


@pytest.fixture(scope="module")
def published() -> dict[str, str]:
    guide = real_guide()
    return texts_of(guide, roster_from(guide), published_only=True)


def real_guide() -> StudyGuide:
    folder = os.environ.get("PLACARD_SEEDS", "")
    if not folder:
        pytest.skip("PLACARD_SEEDS does not name the folder of the real guide")
    path = next(Path(folder).glob("002_*.txt"))
    return understand(read(path.read_bytes(), path.name))


def each_finds_another(texts: dict[str, str]) -> bool:
    found = standing(texts)
    return all(any(near.other in TRIO for near in found.nearest(one)) for one in TRIO)


def test_three_neighbours_find_each_other_in_the_real_guide(real: dict[str, str]) -> None:
    assert each_finds_another(real)
    assert set(standing(real).order) == set(real)


def test_three_neighbours_find_each_other_by_what_is_published_too(published: dict[str, str]) -> None:
    assert each_finds_another(published)
    assert set(standing(published).silent) == {"mexico", "russia"}, "inferred, and confirmed by nobody"


def test_shuffled_words_bring_nobody_together(real: dict[str, str]) -> None:
    lucky = 0
    for seed in range(20):
        words = [word for text in real.values() for word in text.split()]
        random.Random(seed).shuffle(words)
        rest = iter(words)
        lucky += each_finds_another({key: " ".join(next(rest) for _ in real[key].split()) for key in real})
    assert lucky <= 2
