"""What stands against acts of informal consultations: paragraphs agreed, in brackets, open."""

from app.words.language import N_

SENTENCES = {
    "consultations.not_used": N_(
        "This house holds no informal consultations on a text. Debate it on the list; the chair may insist."
    ),
    "consultations.no_debate": N_("Debate on the topic is not open. Consult before debate is closed."),
    "consultations.on": N_("Consultations are on already. Close them before you open others."),
    "consultations.other_business": N_("A caucus or a debate of its own is on. End it before you consult."),
    "consultations.none": N_("No consultations are on. Open them on a draft first."),
    "consultations.unsettled": N_(
        "Not every paragraph is agreed ({count} left). Go on, or close without action; the chair may insist."
    ),
    "paragraph.none": N_("The text has no such paragraph. Choose one that stands in it."),
    "paragraph.in_hand": N_("This paragraph is in hand already. Ask whether it is agreed."),
    "paragraph.other": N_("Another paragraph is in hand. Take this one first."),
    "paragraph.agreed": N_("This paragraph is agreed already. Take the next one."),
    "paragraph.bracketed": N_(
        "{seat} keeps words of this paragraph in brackets. Find other words; the chair may insist."
    ),
    "paragraph.bracketed_already": N_("{seat} has put these words in brackets already. Nothing has changed."),
    "paragraph.other_words": N_("These words do not stand in the paragraph. Copy them out of the text."),
    "paragraph.no_brackets": N_("{seat} has no brackets in this paragraph. Nothing has changed."),
    "paragraph.open_already": N_("This paragraph is open already. Nothing has changed."),
}
RULE_NAMES = {
    "consultations.not_used": N_("informal consultations"),
    "consultations.unsettled": N_("a text goes to action once every paragraph is agreed"),
    "paragraph.bracketed": N_("a paragraph with brackets is not agreed"),
}
