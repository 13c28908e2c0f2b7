"""What stands against points, rulings and appeals."""

from app.words.language import N_

SENTENCES = {
    "point.unavailable": N_("This house has no {point}. Send a note to the dais; the chair may insist."),
    "point.in_vote": N_(
        "During a vote there is no {point}, only a point of order about the conduct of the vote. "
        "Wait for the result; the chair may insist."
    ),
    "point.interrupts": N_(
        "{seat} has the floor, and a {point} does not interrupt a speaker here. Raise it after the speech."
    ),
    "point.no_speaker": N_(
        "A point of information is a question to another delegation that speaks. "
        "Wait until one has the floor."
    ),
    "point.not_open": N_("{seat} does not take points of information. Ask after the speech."),
    "point.same": N_("{seat} has raised such a point already. Wait for the ruling."),
    "point.none": N_("No point waits. Look at the page again."),
    "point.gone": N_("This point has been dealt with. Look at the page again."),
    "point.not_yours": N_("Only who raised a point takes it back. Ask that delegation or the dais."),
    "point.order": N_("A {first_point} is taken before a {point} here. Take it first; the chair may insist."),
    "point.first": N_("{seat} has raised a {point}. Rule on it first; the chair may insist."),
    "point.not_speaking": N_(
        "{seat} has the floor and says whether it takes points of information. Wait until you speak."
    ),
    "point.taken_already": N_("{seat} has said so already. Nothing has changed."),
    "ruling.none": N_("The chair has not ruled on anything yet. There is nothing to appeal."),
    "ruling.gone": N_("This ruling stands no more, or is not known. Look at the page again."),
    "appeal.none": N_(
        "Rulings of the chair are final here. Speak to the secretariat; the chair may insist on a vote."
    ),
    "appeal.final": N_("This ruling is not appealed here. Accept it; the chair may insist on a vote."),
    "appeal.late": N_(
        "A ruling is appealed at once, and other business has begun. Accept it; the chair may insist."
    ),
    "appeal.voters": N_("{seat} does not vote on procedure, so it does not appeal. Ask one that does."),
    "appeal.written": N_("An appeal is made in writing here. Write what you object to."),
    "appeal.open": N_("An appeal is before the committee. Wait for its vote."),
    "appeal.not_open": N_("No appeal is before the committee. Look at the page again."),
    "appeal.first": N_("{seat} has appealed from a ruling. Put the appeal first; the chair may insist."),
}
RULE_NAMES = {
    "point.unavailable": N_("the points of the house"),
    "point.in_vote": N_("only points of order during a vote"),
    "point.interrupts": N_("which points interrupt a speaker"),
    "point.not_open": N_("the speaker decides on points of information"),
    "point.order": N_("the order of points"),
    "point.first": N_("points come before motions"),
    "appeal.none": N_("rulings are final"),
    "appeal.final": N_("which rulings are appealed"),
    "appeal.late": N_("a ruling is appealed at once"),
    "appeal.voters": N_("who may appeal"),
    "appeal.written": N_("appeals are made in writing"),
    "appeal.first": N_("an appeal is put at once"),
}
