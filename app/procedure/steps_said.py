"""Every step of a meeting at which the chair has something to say, and what its sentence may name."""

from __future__ import annotations

_NEXT_SPEAKER = ("delegation", "speech", "seconds")
_PUT = ("delegation", "motion", "majority", "votes_needed")
_VOTE = ("question", "votes_needed")
_RESULT = ("figures", "yes", "no", "abstentions", "votes_needed")
_ELECTION = ("office", "candidates")
_QUORUM = ("quorum", "present", "members")

PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "meeting": {
        "call_to_order": (),
        "roll_call_begins": (),
        "roll_call_name": ("delegation",),
        "roll_call_ends": ("present", "members"),
        "no_quorum": _QUORUM,
        "quorum_reached": (*_QUORUM, "next"),
        "first_topic": ("topic",),
        "which_topic": (),
        "meeting_suspended": (),
        "meeting_suspended_until": ("until",),
        "meeting_adjourned": (),
    },
    "room": {
        "silence_begins": (),
        "silence_ends": (),
        "straw_poll": ("question",),
        "quorum_challenged": (),
        "quorum_missing": ("quorum",),
    },
    "points": {
        "point": ("delegation", "point"),
        "appeal_heard": ("delegation",),
        "appeal_put": ("delegation",),
        "ruling_upheld_vote": (),
        "ruling_overruled_vote": (),
        "ruling_stands": _RESULT,
        "ruling_falls": _RESULT,
    },
    "motions": {
        "motion_second": ("delegation", "motion"),
        "motion_objections": ("delegation", "motion"),
        "motion_chair": ("delegation", "motion"),
        "motion_put": (*_PUT, "next"),
        "motion_vote_now": (),
        "motion_heard_against": ("opposed",),
        "motion_heard_both": ("in_favour", "opposed"),
        "motion_speaker_for": ("motion", "delegation", "seconds"),
        "motion_speaker_against": ("motion", "delegation", "seconds"),
        "motion_who_for": ("motion",),
        "motion_who_against": ("motion",),
        "motion_passes": ("motion", *_RESULT),
        "motion_fails": ("motion", *_RESULT),
    },
    "speeches": {
        "speech_floor": _NEXT_SPEAKER,
        "speech_over": ("delegation",),
        "guest_floor": ("guest", "speech", "seconds"),
        "guest_over": ("guest",),
        "question_asked": ("delegation", "answering"),
        "question_who": ("answering",),
        "comments_who": ("delegation",),
        "caucus_open": ("caucus", "total"),
        "caucus_slot": ("delegation",),
        "caucus_next": _NEXT_SPEAKER,
        "caucus_who": ("speech", "seconds"),
        "caucus_over": (),
        "round_over": (),
        "list_next": _NEXT_SPEAKER,
        "list_open_empty": (),
        "list_closed_empty": (),
        "list_exhausted_ask_chair": (),
        "list_exhausted_auto_voting": (),
        "list_exhausted_chair_reopens": (),
        "list_exhausted_adjourn": (),
        "motions_asked": (),
    },
    "timed_debate": {
        "draft_asked": (),
        "draft_taken_up": ("paper",),
        "debate_who_for": ("question",),
        "debate_who_against": ("question",),
        "debate_who_open": ("question",),
        "debate_next_for": ("question", *_NEXT_SPEAKER),
        "debate_next_against": ("question", *_NEXT_SPEAKER),
        "debate_time_over": ("question",),
        "debate_over": ("question",),
        "paragraph_taken": ("paragraph",),
        "paragraph_objections": ("paragraph",),
        "paragraph_brackets": ("paragraph", "delegations"),
        "paragraphs_agreed": ("paper",),
    },
    "votes": {
        "voting_entered": (),
        "voting_next": ("question",),
        "voting_waits": ("paper",),
        "voting_done": (),
        "explanation": ("delegation",),
        "amendment_restated": ("amendment",),
        "consensus_asked": ("paper",),
        "consensus_objections": ("paper",),
        "vote_placards": _VOTE,
        "vote_devices": _VOTE,
        "vote_name": ("delegation",),
        "vote_name_passed": ("delegation",),
        "vote_all_called": (),
        "election_devices": _ELECTION,
        "election_paper": _ELECTION,
        "election_counted": ("office",),
        "election_void": ("office",),
        "election_again": _ELECTION,
        "text_adopted": ("question", *_RESULT),
        "text_not_adopted": ("question", *_RESULT),
    },
}
"""Part of a meeting -> its steps -> the placeholders that the sentence of a step may hold."""

STEPS: dict[str, tuple[str, ...]] = {step: names for steps in PARTS.values() for step, names in steps.items()}
"""Every step with its placeholders."""
