"""The majorities of a house in today's numbers."""

from __future__ import annotations

from app.procedure.attendance import SetStatus
from app.procedure.figures import figure, numbers
from app.procedure.rulebook_files import load, names
from app.words import figure_sentence
from tests.procedure.houses import house
from tests.procedure.meeting import in_debate, many


def test_fifteen_if_nobody_abstains() -> None:
    floor = in_debate(members=many(28), others=()).floor
    found = figure(floor, "paper", "simple_cast")
    assert (found.needed, found.voters, found.condition) == (15, 28, "nobody_abstains")
    assert figure_sentence(found) == "More Yes than No: 15 of 28 if nobody abstains."


def test_on_procedure_it_depends_on_who_votes_and_observers_count() -> None:
    floor = in_debate().floor
    found = figure(floor, "motion", "two_thirds_cast")
    assert (found.needed, found.voters, found.condition) == (6, 9, "everybody_votes")
    abstaining = in_debate(rulebook=house(votes={"procedural_abstain": True})).floor
    assert figure(abstaining, "motion", "two_thirds_cast").condition == "nobody_abstains"


def test_a_share_of_those_present_or_of_all_members_holds_always() -> None:
    floor = in_debate(absent=["peru", "spain"]).floor
    present, all_members = figure(floor, "paper", "simple_present"), figure(floor, "paper", "simple_members")
    assert (present.needed, present.condition) == (4, "always")
    assert (all_members.needed, all_members.condition) == (5, "always")


def test_an_appeal_that_asks_to_uphold_needs_half() -> None:
    book = house(appeals={"majority": "majority_to_overrule", "question": "uphold"})
    floor = in_debate(rulebook=book, members=many(30), others=()).floor
    found = next(one for one in numbers(floor) if one.about == "ruling")
    assert (found.needed, found.voters) == (15, 30)


def test_who_leaves_changes_the_number_at_once() -> None:
    meeting = in_debate(members=many(28), others=())
    meeting.do(SetStatus("absent", "member-01"))
    meeting.do(SetStatus("absent", "member-02"))
    assert figure(meeting.floor, "paper", "simple_cast").needed == 14


def test_every_house_that_ships_has_each_of_its_majorities_once() -> None:
    for name in names():
        floor = in_debate(rulebook=house(name)).floor if load(name).attendance.statuses else None
        if floor is None:
            continue
        found = numbers(floor)
        assert len({(one.about, one.kind) for one in found}) == len(found)
        wanted = {floor.rulebook.majority(rule) for rule in floor.rulebook.motions} - {None}
        assert {one.kind for one in found if one.about == "motion"} == wanted
