"""Every parameter of the rules reference, section A: the settings that it is and the form of its value."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.parameter_forms import Reader, as_is, cap, share, speakers, table, time, words
from delegations.said import N_


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: `settings` are dotted names ("quorum.open", "motions.close_debate.majority").

    `form` says how its value is written where that is more than the values of its one setting; `words` are
    the reference's words for values that are shorter in our files.
    """

    id: str
    settings: tuple[str, ...]
    read: Reader
    form: str = ""
    words: tuple[tuple[str, str], ...] = ()


def _one(id_: str, setting: str, **renamed: str) -> Parameter:
    """A parameter that is one setting, with the reference's longer words for our values."""
    return Parameter(id_, (setting,), as_is(setting, renamed), "", tuple(renamed.items()))


def _share(id_: str, setting: str) -> Parameter:
    return Parameter(id_, (setting,), share(setting), N_("a share such as 1/3, 20% or >1/2"))


BASES = {"ever_attended_this_conference": "ever_attended"}
QUESTIONS = {
    "uphold the ruling? yes = chair wins": "uphold",
    "overrule the ruling? yes = chair loses": "overrule",
}
INCLUDED = {"papers.sponsors_count_as_signatories": True}

TABLE: tuple[Parameter, ...] = (
    _share("quorum_open", "quorum.open"),
    _share("quorum_vote", "quorum.vote"),
    _one("quorum_open_base", "quorum.open_base", **BASES),
    _one("quorum_vote_base", "quorum.vote_base", **BASES),
    _one("quorum_presumed", "quorum.presumed"),
    _one("rollcall_statuses", "attendance.statuses"),
    _one(
        "status_change_after_rollcall",
        "attendance.change",
        by_note_any_time_before_voting="any_time_before_voting",
        present_to_pv_only="to_present_and_voting_only",
    ),
    _one("late_arrival", "attendance.late_arrival"),
    _one("procedural_abstain", "votes.procedural_abstain"),
    _one("observer_procedural_vote", "rights.observer_procedural_vote"),
    _one("ngo_procedural_vote", "rights.ngo_procedural_vote"),
    _one("observer_substantive_vote", "rights.observer_substantive_vote"),
    _one("observer_may_sponsor", "rights.observer_may_sponsor"),
    _one("observer_may_sign", "rights.observer_may_sign"),
    _one("resolution_majority", "votes.resolution"),
    _one("amendment_majority", "amendments.majority"),
    _one("close_debate_majority", "motions.close_debate.majority"),
    Parameter(
        "close_debate_speakers",
        ("motions.close_debate.speakers_for", "motions.close_debate.speakers_against"),
        speakers("close_debate"),
        N_('speakers such as {{"for": 0, "against": 2}}'),
    ),
    _one("appeal_majority", "appeals.majority"),
    _one("appeal_question", "appeals.question", **QUESTIONS),
    _one("seconds_required", "handling.seconds"),
    _one("caucus_tiebreak", "caucuses.tiebreak"),
    _one("mod_uneven_time_policy", "caucuses.uneven_time"),
    _one("mod_proposer_slot", "caucuses.proposer_slot"),
    _one("caucus_extension_limit", "caucuses.extension_limit"),
    _one("caucus_extensions_max", "caucuses.extensions_max"),
    Parameter(
        "caucus_max_total",
        ("caucuses.longest_total_seconds",),
        time("caucuses.longest_total_seconds"),
        N_('seconds, or a time such as "20 min"'),
    ),
    _one("gsl_default_seconds", "speeches.general_seconds"),
    _one("gsl_exhausted", "speeches.exhausted"),
    _one("gsl_max_entries_per_country", "speeches.entries_per_delegation"),
    _one("yields", "yields.to"),
    _one("yield_chain", "yields.chain"),
    _one("yields_in_caucus", "yields.in_caucus"),
    _one("sponsors_min", "papers.sponsors_min"),
    Parameter(
        "sponsors_max",
        ("papers.sponsors_max", "papers.sponsors_max_share"),
        cap("papers.sponsors_max", "papers.sponsors_max_share"),
        N_('a number, or a share such as "5% rounded up" or "10%, cap 5"'),
    ),
    Parameter(
        "signatories_min",
        ("papers.signatories_min", "papers.sponsors_count_as_signatories"),
        share(
            "papers.signatories_min",
            sponsors_included=INCLUDED,
            sponsors_not_included={"papers.sponsors_count_as_signatories": False},
        ),
        N_('a share such as "1/5 ceil, sponsors included"'),
    ),
    _share("amendment_signatories_min", "amendments.signatories_min"),
    _one("preamble_amendable", "amendments.preamble"),
    _one("amendment_order", "amendments.order"),
    _one("amendment_degree_max", "amendments.degree_max"),
    _one("friendly_amendments", "amendments.friendly"),
    _one("multiple_resolutions_per_topic", "action.several_drafts"),
    _one("roll_call_granted", "roll_call.granted"),
    _one("roll_call_options_round1", "roll_call.options"),
    _one("roll_call_round2", "roll_call.second_round"),
    _one("roll_call_start", "roll_call.start"),
    Parameter(
        "division_debate",
        ("motions.division.speakers_for", "motions.division.speakers_against"),
        speakers("division"),
        N_('speakers such as {{"for": 2, "against": 2}}'),
    ),
    _one("division_preamble", "division.preamble"),
    _one("division_effect", "division.effect"),
    _one("division_order", "division.order"),
    _one("divide_the_house", "action.divide_the_house"),
    Parameter(
        "right_of_reply",
        ("replies.written", "replies.seconds", "replies.appealable", "replies.reply_to_reply"),
        table(
            form=words(written_note={"replies.written": True}, oral={"replies.written": False}),
            time_s=time("replies.seconds"),
            appealable=as_is("replies.appealable"),
            reply_to_reply=as_is("replies.reply_to_reply"),
            trigger=lambda value: {},
        ),
        N_("a table with form (written_note or oral), time_s, appealable, reply_to_reply, and its trigger"),
    ),
    Parameter(
        "explanation_of_vote",
        ("action.explanations", "action.explanation_seconds"),
        words(
            with_rights_only={"action.explanations": "with_rights_only"},
            any_voter_before_or_after={"action.explanations": "any_voter_before_or_after"},
            three_speakers_30s={"action.explanations": "three_speakers", "action.explanation_seconds": 30},
        ),
        N_("one of with_rights_only, any_voter_before_or_after, three_speakers_30s"),
    ),
    Parameter(
        "voting_room",
        ("action.doors_closed", "action.notes", "action.late_entry"),
        table(
            doors_closed=as_is("action.doors_closed"),
            notes=as_is("action.notes"),
            late_entry=as_is("action.late_entry"),
        ),
        N_("a table with doors_closed, notes, late_entry, each true or false"),
    ),
    _one("voting_motions_allowed", "action.motions", roll_call="roll_call_vote"),
    _one("point_of_order_may_interrupt", "points.order_may_interrupt"),
    _one("personal_privilege_may_interrupt", "points.privilege_may_interrupt"),
    _one("sc_reserved_mode", "papers.reserved_phrases"),
    _one("notes_during_voting", "action.notes"),
    _one("consensus_first", "action.consensus_first"),
    _one("organ_line_position", "papers.organ_line"),
    _one("unused_time", "speeches.unused_time"),
    _one("friendly_after_amended", "amendments.friendly_after_amended"),
    _one("vote_change_until", "votes.change_until"),
    _one("amendment_vote_time", "amendments.vote_time"),
    _one("amendments_in", "amendments.taken_in"),
    Parameter(
        "devices",
        ("devices.formal", "devices.caucus", "devices.unmoderated", "devices.voting"),
        table(
            formal=as_is("devices.formal"),
            caucus=as_is("devices.caucus"),
            unmoderated=as_is("devices.unmoderated"),
            voting=as_is("devices.voting"),
        ),
        N_("a table with formal, caucus, unmoderated, voting, each off, informal_only or allowed"),
    ),
    _one("drafting_hours", "papers.drafting_hours"),
    _one("status_reset", "attendance.asked_again"),
    Parameter(
        "warnings",
        ("warnings.used", "warnings.limit", "warnings.consequence"),
        table(
            used=as_is("warnings.used"),
            limit=as_is("warnings.limit"),
            consequence=as_is("warnings.consequence"),
        ),
        N_(
            "a table with used (true or false), limit (a number), consequence (none, no_floor_this_session, "
            "leaves_the_room)"
        ),
    ),
    _one("mover_may_move_again", "handling.mover_may_move_again"),
)
PARAMETERS: dict[str, Parameter] = {parameter.id: parameter for parameter in TABLE}
"""By the id that the reference gives it."""
ID_OF: dict[str, str] = {
    parameter.settings[0]: parameter.id for parameter in TABLE if len(parameter.settings) == 1
}
"""Setting -> the parameter that is this setting and nothing else."""
