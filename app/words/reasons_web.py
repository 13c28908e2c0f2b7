"""What stands against a request before the rules are asked: its fields, its press, the role behind it."""

from app.words.language import N_

SENTENCES = {
    "body.kind": N_("Only forms and JSON are understood here. Send the fields in one of these two ways."),
    "body.not_json": N_(
        "This is not JSON that can be read here. Send one object, without depth or oddities."
    ),
    "body.not_form": N_("This form cannot be read. Open the page again and press there."),
    "field.missing": N_("The field “{name}” is missing. Fill it in and send it again."),
    "field.wrong": N_("What stands in the field “{name}” does not fit there. Correct it and send it again."),
    "field.unknown": N_("There is no field “{name}” here. Leave it out."),
    "command_id.form": N_("Every press needs a number of its own: 8 to 64 letters and digits. Press again."),
    "command_id.reused": N_(
        "This press was used for something else already. Open the page again and press there."
    ),
    "not_recorded": N_("It is not known to be on the record. Press “Try again”; it will count once."),
    "too_many": N_("That was too much at once. Wait a moment, then press again."),
    "role.not_allowed": N_("This is not for {role} to do. Ask the dais."),
    "sign_in.needed": N_("You are not signed in here. Enter your code to take your seat."),
    "committee.unknown": N_("There is no committee at this address. Open the page again from your card."),
    "paper.not_writable": N_("{paper} is no longer written. Move an amendment to change it."),
    "draft.changed_meanwhile": N_("Somebody else changed this text since. Look at it again, then change it."),
    "draft.unknown_edit": N_("This edit is not known. Open the page again and press there."),
    "draft.uid_taken": N_("This clause is there already. Look at the page again."),
    "draft.no_clause": N_("This clause is no longer in the paper. Look at the page again."),
    "draft.no_parent": N_(
        "The clause it should stand under is no longer in the paper. Choose another place."
    ),
    "draft.no_anchor": N_("The clause it should follow is no longer at that place. Choose another place."),
    "draft.wrong_kind": N_(
        "A sub-clause stands under another clause, and a paragraph does not. Choose again."
    ),
    "draft.under_itself": N_("A clause cannot stand under itself. Choose another place."),
    "draft.too_deep": N_("Clauses go at most four levels deep. Put it higher."),
    "draft.too_long": N_("This text is too long for one clause. Divide it."),
    "draft.too_many_clauses": N_("The paper has as many clauses as it can hold. Take one out first."),
    "draft.not_plain_text": N_("The text holds a character that cannot be printed. Type it without."),
    "draft.uid_too_long": N_("The name of a clause has at most 64 characters. Open the page again."),
    "draft.needs_words": N_("A clause needs words. Type its text."),
    "draft.needs_title": N_("A paper needs a title. Type one."),
    "draft.long_title": N_("A title has at most {limit} characters. Say it in fewer words."),
}
VARIANTS = {
    ("role.not_allowed", "role", "assistant"): N_(
        "This is a ruling of the chair. Ask the chair to press it."
    ),
}
RULE_NAMES: dict[str, str] = {}
ROLES = {
    "organizer": N_("an organizer"),
    "chair": N_("a chair"),
    "assistant": N_("an assistant"),
    "delegate": N_("a delegation"),
    "observer": N_("an observer"),
    "projector": N_("a projector"),
    "lobby": N_("somebody in the lobby"),
}
"""The values of {role}: what a sign-in is."""
