"""Settings of the meeting: attendance, rights, devices, warnings: a label and a sentence for each."""

from app.words.language import N_

SETTINGS = {
    "quorum.open": (N_("quorum to open"), N_("How many members must be there before debate opens.")),
    "quorum.vote": (N_("quorum to vote"), N_("How many members must be there for a vote on substance.")),
    "quorum.open_base": (
        N_("base of the quorum to open"),
        N_("Of whom the quorum to open debate is reckoned."),
    ),
    "quorum.vote_base": (N_("base of the quorum to vote"), N_("Of whom the quorum to vote is reckoned.")),
    "quorum.presumed": (
        N_("presumed quorum"),
        N_("Whether a quorum is taken to be there until a delegation challenges it."),
    ),
    "attendance.statuses": (
        N_("answers to the roll call"),
        N_("What delegations may answer; none means that no roll is called."),
    ),
    "attendance.observers_present_only": (
        N_("observers answer present"),
        N_("Whether observers and NGOs may only answer present."),
    ),
    "attendance.asked_again": (
        N_("roll call of a new session"),
        N_("Whether each session asks the answers again."),
    ),
    "attendance.change": (
        N_("change of an answer"),
        N_("When a delegation may change its answer after the roll call."),
    ),
    "attendance.late_arrival": (N_("late arrival"), N_("How a delegation that comes late is entered.")),
    "rights.observer_procedural_vote": (
        N_("observers on procedure"),
        N_("Whether observers vote on procedure."),
    ),
    "rights.ngo_procedural_vote": (N_("NGOs on procedure"), N_("Whether NGOs vote on procedure.")),
    "rights.observer_substantive_vote": (
        N_("observers on substance"),
        N_("Whether observers and NGOs vote on drafts."),
    ),
    "rights.non_member_amendment_vote": (
        N_("non-members on amendments"),
        N_("Whether observers and NGOs vote on amendments."),
    ),
    "rights.observer_may_sponsor": (
        N_("observers as sponsors"),
        N_("Whether observers and NGOs may sponsor papers."),
    ),
    "rights.observer_may_sign": (
        N_("observers as signatories"),
        N_("Whether observers and NGOs may sign papers."),
    ),
    "rights.observer_may_move": (
        N_("observers' motions"),
        N_("Whether observers and NGOs may raise motions."),
    ),
    "devices.formal": (
        N_("devices in formal debate"),
        N_("Whether delegates use their devices in formal debate."),
    ),
    "devices.caucus": (
        N_("devices in a moderated caucus"),
        N_("Whether delegates use their devices in a moderated caucus."),
    ),
    "devices.unmoderated": (
        N_("devices in an unmoderated caucus"),
        N_("Whether delegates use their devices in an unmoderated caucus."),
    ),
    "devices.voting": (
        N_("devices while voting"),
        N_("Whether delegates use their devices in voting procedure."),
    ),
    "warnings.used": (N_("warnings"), N_("Whether warnings by the chair are counted.")),
    "warnings.limit": (N_("number of warnings"), N_("How many warnings bring the consequence.")),
    "warnings.consequence": (
        N_("consequence of warnings"),
        N_("What happens when the last warning is given."),
    ),
    "note_passing.from_start": (
        N_("notes from the start"),
        N_("Whether notes may be passed before the dais switches them on."),
    ),
    "note_passing.readers": (N_("readers of notes"), N_("Who reads a note beside those it is for.")),
    "note_passing.under_18": (
        N_("delegates under 18"),
        N_("Whether delegates are under 18: then the dais reads every note, and each form says so."),
    ),
    "note_passing.held": (
        N_("notes held for approval"),
        N_("Whether a note between delegations waits until the dais, which reads it, passes it on."),
    ),
}
