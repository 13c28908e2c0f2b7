"""Facts of the rules reference, section A: the ids of all parameters, and the words that some may take."""

from __future__ import annotations

IDS = (
    "quorum_open quorum_vote quorum_open_base quorum_vote_base quorum_presumed rollcall_statuses "
    "status_change_after_rollcall late_arrival procedural_abstain observer_procedural_vote "
    "ngo_procedural_vote observer_substantive_vote observer_may_sponsor observer_may_sign "
    "resolution_majority amendment_majority close_debate_majority close_debate_speakers "
    "appeal_majority appeal_question seconds_required caucus_tiebreak mod_uneven_time_policy "
    "mod_proposer_slot caucus_extension_limit caucus_extensions_max caucus_max_total "
    "gsl_default_seconds gsl_exhausted gsl_max_entries_per_country yields yield_chain "
    "yields_in_caucus sponsors_min sponsors_max signatories_min amendment_signatories_min "
    "preamble_amendable amendment_order amendment_degree_max friendly_amendments "
    "multiple_resolutions_per_topic roll_call_granted roll_call_options_round1 roll_call_round2 "
    "roll_call_start division_debate division_preamble division_effect division_order "
    "divide_the_house right_of_reply explanation_of_vote voting_room voting_motions_allowed "
    "point_of_order_may_interrupt personal_privilege_may_interrupt sc_reserved_mode "
    "notes_during_voting consensus_first organ_line_position unused_time friendly_after_amended "
    "vote_change_until amendment_vote_time amendments_in devices drafting_hours status_reset "
    "warnings mover_may_move_again "
)
SECTION_A = IDS.split()
ENUMS: dict[str, str] = {
    "quorum_open_base": "registered ever_attended_this_conference currently_seated",
    "quorum_vote_base": "registered ever_attended_this_conference currently_seated",
    "status_change_after_rollcall": "next_session_only by_note_any_time_before_voting present_to_pv_only",
    "late_arrival": "note_to_dais chair_recognises automatic",
    "resolution_majority": "simple_cast two_thirds_cast simple_present two_thirds_present",
    "amendment_majority": "simple_cast two_thirds_cast",
    "close_debate_majority": "simple_cast two_thirds_cast",
    "appeal_majority": "majority_to_overrule two_thirds_to_overrule unanimous_to_overrule not_appealable",
    "seconds_required": "none one_other_member second_or_objection_ladder",
    "mod_uneven_time_policy": "reject round_down_total round_up_total allow_short_last_speech",
    "mod_proposer_slot": "first_or_last first none",
    "caucus_extension_limit": "le_original lt_original half_original unlimited",
    "gsl_exhausted": "ask_chair auto_voting chair_reopens adjourn",
    "yield_chain": "no_second_yield two_successive",
    "amendment_order": "furthest_removed_first most_severe_first order_received",
    "friendly_amendments": "all_sponsors not_used",
    "multiple_resolutions_per_topic": "all_may_pass non_contradictory_only first_to_pass_ends_topic",
    "roll_call_granted": "automatic_on_request chair_discretion simple_majority",
    "roll_call_round2": "yes_no_only round1_without_pass no_pass_round",
    "roll_call_start": "alphabetical_A random_country_then_alphabetical",
    "division_effect": "removed_part_voted_as_annex clause_stays_or_falls part_dropped_if_rejected",
    "division_order": "most_radical_first order_raised",
    "divide_the_house": "no_abstentions_revote not_available",
    "explanation_of_vote": "with_rights_only any_voter_before_or_after three_speakers_30s",
    "personal_privilege_may_interrupt": "audibility_only any never",
    "sc_reserved_mode": "off warn error",
    "organ_line_position": "before_preamble between_preamble_and_operatives",
    "unused_time": "lapse return_to_total",
    "vote_change_until": "never own_next_call result_announced",
    "amendment_vote_time": "own_debate voting_procedure action_stage",
    "amendments_in": "any_time time_against",
    "drafting_hours": "always during_sessions unmoderated_only",
    "status_reset": "each_session once",
}
