"""Random meetings: houses that differ where the rules branch, one line for each setting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import compose, load, names, overlay_names

HARVARD = load("harvard")
SHIPPED = [
    compose(name, overlays) for name in names() for overlays in ((), *((one,) for one in overlay_names()))
]
"""Every rulebook that ships, and every overlay on each."""
CALLED = HARVARD.attendance.statuses
SETTINGS: dict[str, dict[str, tuple[Any, ...]]] = {
    # group of the rulebook -> setting -> what it may be; the likely ones several times
    "attendance": {
        "statuses": (CALLED, CALLED, CALLED, ()),
        "asked_again": ("each_session", "once"),
        "change": ("next_session_only", "any_time_before_voting", "to_present_and_voting_only"),
        "late_arrival": ("note_to_dais", "chair_recognises", "automatic"),
    },
    "speeches": {
        "general_list": (True, True, True, False),
        "entries_per_delegation": (1, 0, 2),
        "opening_seconds": (0, 60),
        "unused_time": ("lapse", "return_to_total"),
        "exhausted": ("ask_chair", "auto_voting", "chair_reopens", "adjourn"),
    },
    "yields": {
        "to": (("chair", "delegate", "questions", "comments"), ("chair", "delegate")),
        "chain": ("no_second_yield", "two_successive"),
        "in_caucus": (False, True),
        "comments_if_none": (False, True),
    },
    "replies": {"reply_to_reply": (False, True), "written": (True, False)},
    "warnings": {
        "used": (True, False),
        "limit": (2,),
        "consequence": ("none", "no_floor_this_session", "leaves_the_room"),
    },
    "devices": {
        "formal": ("allowed", "allowed", "informal_only"),
        "voting": ("allowed", "allowed", "off"),
    },
    "quorum": {"presumed": (True, True, False)},
    "rights": {"observer_procedural_vote": (True, False)},
    "handling": {
        "seconds": ("none", "one_other_member", "second_or_objection_ladder"),
        "mover_may_move_again": (True, False),
    },
    "points": {
        "available": (("order", "personal_privilege", "inquiry", "information"), ("order",)),
        "order_may_interrupt": (True, False),
        "privilege_may_interrupt": ("audibility_only", "any", "never"),
    },
    "appeals": {
        "majority": ("majority_to_overrule", "two_thirds_to_overrule", "not_appealable"),
        "question": ("uphold", "overrule"),
        "speakers_for": (0, 1),
        "speakers_against": (0, 1),
        "written": (False, True),
    },
    "caucuses": {
        "uneven_time": ("reject", "round_down_total", "round_up_total", "allow_short_last_speech"),
        "extension_limit": ("le_original", "unlimited"),
        "extensions_max": (2,),
        "proposer_slot": ("first_or_last", "first", "none"),
    },
    "papers": {
        "drafting_hours": ("always", "always", "during_sessions", "unmoderated_only"),
        "withdraw_after_amended": (True, False),
    },
    "timed_debate": {
        "used": (False, True),
        "mode": ("open", "closed"),
        "points_of_information": (True, False),
        "consultations": (True, False),
    },
    "amendments": {
        "taken_in": ("any_time", "time_against"),
        "order": ("furthest_removed_first", "most_severe_first", "order_received"),
        "degree_max": (2, 2, 1),
        "friendly": ("all_sponsors", "all_sponsors", "not_used"),
        "friendly_after_amended": (True, False),
        "vote_time": ("own_debate", "voting_procedure", "action_stage"),
        "preamble": (False, True),
        "unopposed_passes": (True, False),
    },
    "votes": {
        "change_until": ("never", "own_next_call", "result_announced"),
        "tie": ("fails", "second_vote_then_fails"),
    },
    "roll_call": {
        "second_round": ("yes_no_only", "round1_without_pass", "no_pass_round"),
        "granted": ("automatic_on_request", "chair_discretion", "simple_majority"),
        "start": ("alphabetical_A", "alphabetical_A", "random_country_then_alphabetical"),
    },
    "action": {
        "own_step": (False, False, True),
        "doors_closed": (True, False),
        "late_entry": (False, True),
        "several_drafts": ("all_may_pass", "non_contradictory_only", "first_to_pass_ends_topic"),
        "consensus_first": (False, True),
        "explanations": ("with_rights_only", "any_voter_before_or_after", "three_speakers"),
        "divide_the_house": ("not_available", "no_abstentions_revote"),
    },
    "division": {
        "preamble": (False, True),
        "only_if_objected": (True, False),
        "mover_of_draft_only": (False, False, True),
        "effect": ("removed_part_voted_as_annex", "clause_stays_or_falls", "part_dropped_if_rejected"),
        "order": ("most_radical_first", "order_raised"),
    },
}


def houses() -> st.SearchStrategy[Rulebook]:
    """A house that ships, or any house out of these settings on top of one."""
    groups = {
        name: st.fixed_dictionaries({key: st.sampled_from(values) for key, values in settings.items()})
        for name, settings in SETTINGS.items()
    }
    bases = st.sampled_from([HARVARD, *SHIPPED])
    return bases | st.builds(_set_otherwise, bases, st.fixed_dictionaries(groups))


def _set_otherwise(house: Rulebook, chosen: dict[str, dict[str, Any]]) -> Rulebook:
    groups = {name: replace(getattr(house, name), **values) for name, values in chosen.items()}
    return replace(house, **groups)
