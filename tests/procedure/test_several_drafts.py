"""Several drafts on one topic, and drafts that leave the floor undecided."""

from __future__ import annotations

import pytest

from app.procedure.agenda import EndVoting
from app.procedure.catalogue import MotionPhase
from app.procedure.consensus import AdoptWithoutVote
from app.procedure.motions import RaiseMotion
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rulebook_files import load
from app.procedure.setting_aside import DeclareContradiction
from app.procedure.steps import Step, next_step
from app.procedure.voting import OpenVote
from app.words import event_sentence
from tests.procedure.changes import introduced, on_a_draft, state
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import Meeting, in_debate
from tests.procedure.moving import with_two_drafts
from tests.procedure.test_handling import with_row

ANY: tuple[MotionPhase, ...] = ("list", "resolution", "voting")


def two(rule: str, rulebook: Rulebook | None = None) -> Meeting:
    """Two drafts on one topic, voted on in a house with this rule about several."""
    meeting = in_debate(rulebook=rulebook or house(action={"several_drafts": rule}))
    meeting.introduced()
    meeting.introduced(("spain", "mexico"))
    meeting.carry("close_debate", "peru")
    return meeting


def stages(meeting: Meeting) -> list[str]:
    return [paper.stage for paper in meeting.floor.papers.papers]


def test_t46_all_may_pass() -> None:
    meeting = two("all_may_pass")
    for key in ("WP-1", "WP-2"):
        meeting.put("paper", key)
        assert meeting.hands(6, 2)
    assert stages(meeting) == ["adopted", "adopted"]


def test_t46_the_first_to_pass_ends_the_topic() -> None:
    meeting = two("first_to_pass_ends_topic")
    meeting.put("paper", "WP-1")
    assert meeting.hands(6, 2)
    assert stages(meeting) == ["adopted", "set_aside"] and next_step(meeting.floor) == Step("done")
    assert meeting.rules(OpenVote("paper", "WP-2")) == ("paper.left",)
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("paper.left",)
    meeting.do(EndVoting())


def test_t46_the_mirror_one_that_fails_ends_nothing() -> None:
    meeting = two("first_to_pass_ends_topic")
    meeting.put("paper", "WP-1")
    assert meeting.hands(4, 4) is False
    assert next_step(meeting.floor) == Step("paper", "WP-2")


def test_t46_at_the_un_the_body_decides_not_to_vote_on_one_and_votes_on_the_next() -> None:
    """The no-action motion names its draft; without one it is the item that is adjourned."""
    meeting = with_two_drafts(load("un4mun"))
    meeting.put("motion", meeting.motion("adjourn_debate", "peru", paper="WP-1"))
    assert meeting.hands(5, 3)
    assert stages(meeting) == ["set_aside", "introduced"]
    assert event_sentence(meeting.said[-1][5][-1], meeting.floor, {}) == (
        "The committee decided not to vote on A/C.1/L.1."
    )
    assert next_step(meeting.floor) == Step("consensus", "WP-2")
    meeting.put("motion", meeting.motion("adjourn_debate", "peru"))
    assert meeting.hands(5, 3)
    assert (meeting.floor.meeting.debate, meeting.floor.meeting.tabled) == ("none", (1,))
    assert meeting.replayed() == meeting.floor


def test_a_no_action_motion_may_name_a_single_amendment() -> None:
    no_action = next(one for one in load("un4mun").motions if one.kind == "adjourn_debate").optional
    meeting = on_a_draft(with_row(house(), "adjourn_debate", optional=no_action))
    first, second = introduced(meeting, "strike"), introduced(meeting, "modify", "o3", "a report next year")
    meeting.carry("adjourn_debate", "peru", amendment=first)
    assert state(meeting, first) == ("moot", "moot")
    assert [one.key for one in meeting.floor.papers.pending_amendments("WP-1")] == [second]
    said = event_sentence(meeting.said[-1][5][-1], meeting.floor, {})
    assert said.startswith("The committee decided not to vote on")
    assert meeting.paper("WP-1").stage == "introduced" and meeting.floor.meeting.debate == "open"
    again = RaiseMotion("adjourn_debate", amendment=first)
    assert meeting.rules(again, by="peru") == ("amendment.gone",)
    assert meeting.replayed() == meeting.floor


def test_t46_a_paper_that_was_not_introduced_has_no_vote_to_wait_for() -> None:
    meeting = in_debate()
    meeting.introduced()
    meeting.approved(("spain", "mexico"))
    meeting.carry("close_debate", "peru")
    meeting.put("paper", "WP-1")
    assert meeting.hands(6, 2)
    meeting.do(EndVoting())


def test_t46_adopted_without_a_vote_it_ends_the_topic_too() -> None:
    meeting = two("first_to_pass_ends_topic")
    meeting.do(RaiseMotion("acclamation", paper="WP-1"), by="peru")
    meeting.do(AdoptWithoutVote("WP-1"))
    assert stages(meeting) == ["adopted", "set_aside"]


def test_t46_one_that_contradicts_an_adopted_one_is_skipped_with_a_reason() -> None:
    meeting = two("non_contradictory_only")
    declared = DeclareContradiction("WP-2", "WP-1", "It abolishes what the first one founds")
    assert meeting.rules(declared) == ("paper.not_adopted",)
    meeting.put("paper", "WP-1")
    meeting.hands(6, 2)
    assert meeting.rules(DeclareContradiction("WP-2", "WP-1", "")) == ("reason.needed",)
    assert meeting.rules(declared, by="assistant-1") == ("chair.only",)
    meeting.do(declared)
    assert stages(meeting) == ["adopted", "set_aside"] and next_step(meeting.floor) == Step("done")


def test_t46_elsewhere_contradictions_are_for_the_committee() -> None:
    meeting = two("all_may_pass")
    meeting.put("paper", "WP-1")
    meeting.hands(6, 2)
    declared = DeclareContradiction("WP-2", "WP-1", "It abolishes what the first one founds")
    assert meeting.rules(declared) == ("paper.contradiction_allowed",)


@pytest.mark.parametrize(
    ("kind", "effect", "terms", "cause"),
    [
        ("refer", "refer", {"to": "the Sixth Committee"}, "referred"),
        ("postpone_discussion", "postpone", {"until": "Monday"}, "postponed"),
        ("competence", "find_no_competence", {}, "not_competent"),
    ],
)
def test_a_draft_leaves_the_floor_with_its_reason_and_may_come_back(
    kind: str, effect: str, terms: dict[str, str], cause: str
) -> None:
    asks = tuple(terms) if effect == "refer" else ()
    row = MotionRule(kind, effect, ANY, asks, ("paper", "until"), ordered=False)  # type: ignore[arg-type]
    meeting = on_a_draft(with_motions(house(), row))
    introduced(meeting, "strike")
    meeting.carry(kind, "peru", paper="WP-1", **terms)
    assert (meeting.paper("WP-1").stage, meeting.paper("WP-1").aside) == ("set_aside", cause)
    assert state(meeting, "A1") == ("moot", "moot")
    assert meeting.rules(RaiseMotion(kind, paper="WP-1", **terms), by="peru") == (  # type: ignore[arg-type]
        "paper.wrong_stage",
    )
    meeting.carry("introduce_draft", "ghana", paper="WP-1")
    assert meeting.paper("WP-1").stage == "introduced"


def test_without_a_draft_it_is_the_topic_that_leaves() -> None:
    row = MotionRule("refer", "refer", ANY, ("to",), ("paper",), ordered=False)
    meeting = on_a_draft(with_motions(house(), row))
    assert meeting.rules(RaiseMotion("refer"), by="peru") == ("motion.needs",)
    meeting.carry("refer", "peru", to="the Sixth Committee")
    assert (meeting.floor.meeting.debate, meeting.floor.meeting.tabled) == ("none", (1,))


def test_a_house_lets_a_draft_be_withdrawn_by_motion_but_not_after_it_was_amended() -> None:
    row = MotionRule("withdraw", "withdraw", ANY, (), ("paper", "amendment"), "automatic", ordered=False)
    for allowed in (True, False):
        rules = with_motions(house(papers={"withdraw_after_amended": allowed}), row)
        meeting = on_a_draft(rules)
        assert meeting.rules(RaiseMotion("withdraw", paper="WP-1"), by="spain") == ("paper.sponsors_only",)
        introduced(meeting, "strike")
        assert meeting.rules(RaiseMotion("withdraw", amendment="A1"), by="peru") == ("amendment.not_yours",)
        meeting.put("amendment", "A1")
        meeting.hands(8, 0)
        if allowed:
            meeting.do(RaiseMotion("withdraw", paper="WP-1"), by="ghana")
            assert meeting.paper("WP-1").stage == "withdrawn"
        else:
            assert meeting.rules(RaiseMotion("withdraw", paper="WP-1"), by="ghana") == ("paper.amended",)


def test_an_amendment_is_withdrawn_by_motion_of_its_mover() -> None:
    row = MotionRule("withdraw", "withdraw", ANY, (), ("paper", "amendment"), "automatic", ordered=False)
    meeting = on_a_draft(with_motions(house(), row))
    introduced(meeting, "strike")
    meeting.do(RaiseMotion("withdraw", amendment="A1"), by="spain")
    assert state(meeting, "A1")[0] == "withdrawn"
    assert meeting.rules(RaiseMotion("withdraw", amendment="A1"), by="spain") == ("amendment.gone",)
