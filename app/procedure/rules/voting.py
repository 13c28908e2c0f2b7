"""Settings of voting: majorities, roll calls, the voting procedure, division of the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.procedure.catalogue import Majority
from app.procedure.rules.measures import FORBID, Number, Seconds, Share

RollCallOption = Literal["yes", "no", "abstain", "pass", "yes_with_rights", "no_with_rights"]


@dataclass(frozen=True, slots=True)
class VoteRules:
    """How votes are taken and counted. Integers only; a tie fails, and so does 0 to 0."""

    __pydantic_config__ = FORBID

    procedural: Majority = "simple_cast"
    """What carries a motion whose own row names nothing else [JAM]."""
    procedural_abstain: bool = False
    """Abstention on procedure: no nearly everywhere; yes at the UN."""
    resolution: Majority = "simple_cast"
    """What adopts a draft [DUM] [JAM] [MDV]; 2/3 [WMGD] [CDMV]; of members present [SMIT] [PAC]."""
    required_yes: Number | None = None
    """An absolute number of yes that substance needs: nine in the Security Council [BRI]."""
    required_yes_share: Share | None = None
    """The same as a share of the members, for a council of another size: three fifths."""
    procedural_required_yes: Number | None = None
    """The same for procedure: nine in the Security Council (K)."""
    veto: bool = False
    """A no of a seat with a veto defeats substance [BRI]; its abstention does not (K)."""
    change_until: Literal["never", "own_next_call", "result_announced"] = "result_announced"
    """Until when a delegation may change its vote (K)."""
    statuses_bind: bool = True
    """Who answered present and voting may not abstain on substance [DUM] [JAM]; the UN knows no such rule."""
    tie: Literal["fails", "second_vote_then_fails"] = "fails"
    """What a tie on a draft means: rejected (GA 133); a second vote at a later meeting (GA 95) (K)."""


@dataclass(frozen=True, slots=True)
class RollCallRules:
    """Votes by roll call."""

    __pydantic_config__ = FORBID

    granted: Literal["automatic_on_request", "chair_discretion", "simple_majority"] = "automatic_on_request"
    """How a roll call comes about: on request [DUM] [JAM], by the chair [RYAN], by a majority [MDV]."""
    options: tuple[RollCallOption, ...] = (
        "yes",
        "no",
        "abstain",
        "pass",
        "yes_with_rights",
        "no_with_rights",
    )
    """The answers of the first round [DUM] [MDV]; without rights [UWVB]; the UN: yes, no, abstention."""
    second_round: Literal["yes_no_only", "round1_without_pass", "no_pass_round"] = "yes_no_only"
    """What who passed may answer [MDV] [UWVB]; abstention is not barred at JAMUN [JAM]."""
    start: Literal["alphabetical_A", "random_country_then_alphabetical"] = "alphabetical_A"
    """Who is called first: A, or a member drawn by lot (GA 87/127, K)."""


@dataclass(frozen=True, slots=True)
class ActionRules:
    """The voting procedure: what happens between the closure of debate and the last announcement."""

    __pydantic_config__ = FORBID

    own_step: bool = False
    """Voting is entered by a motion of its own after the closure of debate [JAM] [PAC]."""
    doors_closed: bool = True
    """Nobody enters while votes are taken [HAM] [OX18]."""
    late_entry: bool = False
    """Whether who was not inside may still enter; who left may not return at NWMUN [UWVB]."""
    notes: bool = False
    """Notes between delegations while votes are taken [HAM]."""
    motions: tuple[str, ...] = ("reorder_resolutions", "division", "roll_call_vote", "acclamation")
    """The kinds of motion in order in voting procedure [DUM] [HAM] [PAC]; those of the house's own rows."""
    several_drafts: Literal["all_may_pass", "non_contradictory_only", "first_to_pass_ends_topic"] = (
        "all_may_pass"
    )
    """What the adoption of one draft means for the next on the topic [UNAAM] [PAC] [CDMV]."""
    consensus_first: bool = False
    """The chair first asks whether a draft can be adopted without a vote: UN4MUN [UN4] (K)."""
    explanations: Literal["with_rights_only", "any_voter_before_or_after", "three_speakers"] = (
        "with_rights_only"
    )
    """Who explains its vote [DUM] [PORG] [CAIS]; never a sponsor of the draft."""
    explanation_seconds: Seconds = 30
    """Length of an explanation [CAIS]."""
    divide_the_house: Literal["not_available", "no_abstentions_revote"] = "not_available"
    """A vote may be repeated without abstention [TIME] [PORG]."""


@dataclass(frozen=True, slots=True)
class DivisionRules:
    """Division of the question: parts of a draft voted apart from the rest."""

    __pydantic_config__ = FORBID

    preamble: bool = False
    """The preamble may be divided out: no [DUM]; the UN votes parts of any kind (GA 89/129)."""
    only_if_objected: bool = True
    """Speakers and a vote on dividing only where somebody objects [DUM]; always at NMUN (K)."""
    mover_of_draft_only: bool = False
    """Only the mover of the draft may object: Security Council [SCR6 rule 32]."""
    effect: Literal["removed_part_voted_as_annex", "clause_stays_or_falls", "part_dropped_if_rejected"] = (
        "clause_stays_or_falls"
    )
    """What the vote on a part means [DUM]; an annex that falls with its draft at NMUN [NMJL] [UWVB]."""
    order: Literal["most_radical_first", "order_raised"] = "most_radical_first"
    """Which of several divisions is taken first [DUM]."""
