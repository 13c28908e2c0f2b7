"""Questions that were touched, the own sentence nearest to a clause, and symbols to look at again."""

import pytest

from delegations.citing import doubts
from delegations.nearest import nearest_sentence
from delegations.profiles import Profile
from delegations.study_guides.guide import Citation, Instrument, TopicPosition
from delegations.uncovered import touches

QUESTIONS = (
    "How can notice before a removal flight become a rule?",
    "Who should pay for reintegration after a return?",
    "What do labour markets lose through removals?",
)
COMPACT = Instrument("Global Compact for Migration, A/RES/73/195", "A/RES/73/195", 2018, 1)
LISTED = (
    COMPACT,
    Instrument("New York Declaration", "A/RES/71/1", 2016, 2),
    Instrument("Charter", None, 1945),
)


@pytest.mark.parametrize(
    ("text", "question", "shared"),
    [
        ("Notice before flights", 0, {"notice", "flights"}),
        ("Paying for reintegration programs", 1, {"reintegration"}),
        ("labor markets", 2, {"markets"}),
    ],
)
def test_a_text_touches_the_question_whose_words_it_uses(text: str, question: int, shared: set[str]) -> None:
    (touch,) = touches(QUESTIONS, {"t": text})
    assert (touch.question, touch.text) == (question, "t")
    assert shared <= set(touch.shared)


@pytest.mark.parametrize("text", ["Lunch break", "The rights of the child", ""])
def test_what_no_question_asks_about_touches_none(text: str) -> None:
    assert touches(QUESTIONS, {"t": text}) == ()
    assert touches((), {"t": text}) == ()


POSITION = Profile(
    "ghana",
    "Ghana",
    (
        TopicPosition(
            "",
            "Ghana wants every flight announced ten days ahead (IOM, 2022). It trains nurses. "
            "Returned workers need jobs and loans.",
            17,
            3,
        ),
    ),
    (Citation("IOM, 2022"), Citation("UNGA, 2018")),
    doubtful=(TopicPosition("", "Secretly it favours wombats on flights.", 9, 9),),
)


def test_the_own_sentence_nearest_to_a_clause_comes_with_its_source_and_page() -> None:
    said = nearest_sentence(POSITION, "States to announce each flight ten days before")
    assert said is not None
    assert said.sentence == "Ghana wants every flight announced ten days ahead (IOM, 2022)."
    assert (said.sources, said.page) == (("IOM, 2022",), 17)
    assert "flight" in said.shared
    other = nearest_sentence(POSITION, "loans for those who return")
    assert other is not None and other.sentence.startswith("Returned workers")


def test_where_nothing_is_near_nothing_is_said_and_what_was_inferred_is_never_said() -> None:
    assert nearest_sentence(POSITION, "quokkas") is None
    assert nearest_sentence(POSITION, "") is None
    assert nearest_sentence(POSITION, "wombats") is None
    assert nearest_sentence(Profile("peru", "Peru"), "flights") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recalling A/RES/73/195 (2018)", []),
        ("Recalling a/res/73/195 in lower case is no symbol", []),
        ("Recalling A/RES/73/159", [("A/RES/73/159", "near", COMPACT)]),
        ("Recalling A/RES/195/73", [("A/RES/195/73", "near", COMPACT)]),
        ("Recalling A/RES/71/1 of 19 September 2017", [("A/RES/71/1", "year", LISTED[1])]),
        ("Recalling S/RES/1325 (2000)", [("S/RES/1325 (2000)", "unknown", None)]),
        ("Recalling A/RES/73/195 and A/RES/60/1", [("A/RES/60/1", "unknown", None)]),
        ("Recalling the Charter", []),
    ],
)
def test_a_symbol_is_compared_with_the_guides(text: str, expected: list[object]) -> None:
    assert [(one.symbol, one.why, one.meant) for one in doubts(text, LISTED)] == expected


def test_a_guide_without_symbols_has_nothing_to_compare_with() -> None:
    assert doubts("Recalling A/RES/60/1", (LISTED[2],)) == ()
