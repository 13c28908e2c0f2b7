"""What stands against a request before the rules are asked: its fields, its press, the role behind it."""

from app.words.language import N_

SENTENCES = {
    "timetable.day": N_("This is no day of the calendar. Write it as 2026-03-14."),
    "timetable.time": N_("A time is missing or is none of the day. Write it as 12:30."),
    "timetable.break": N_("A break has two times. Write it as 12:30–13:30, with commas between breaks."),
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
    "library.no_item": N_("This item is no longer in the library. Open the library again."),
    "library.of_conference": N_(
        "The whole conference has this item. An organizer takes it out on the page of the conference."
    ),
    "library.no_text": N_("There is no such text in the library. Open the library again."),
    "quote.not_there": N_("These words do not stand in the text. Choose them again and press once more."),
    "quote.no_paper": N_("You do not write this paper. Choose another place for the quotation."),
    "notes.changed_meanwhile": N_(
        "Another device of your delegation changed these notes. Yours are still in the fields: "
        "open the page again and put both together."
    ),
    "notes.too_long": N_("That is more than your notes can hold. Shorten them and save again."),
    "seat.not_full": N_("The dais has dealt with this seat already. Nothing is left to do."),
    "seat.of_the_dais": N_("This is a seat of the dais. The organizer signs it out, on its page of seats."),
    "wall.unknown": N_("A room has two displays. Choose the first or the second."),
    "wall.content": N_("A display follows the floor, is blank, or shows how to join or a text. Choose one."),
    "wall.no_text": N_("That text is not before the committee any more. Choose one of those that are."),
    "position.not_doubtful": N_(
        "This position no longer waits: it was confirmed, or a newer guide has another. Look at it again."
    ),
    "position.length": N_("A position needs words, and has at most {limit} characters. Correct it."),
    "note.needs_words": N_("A note needs words. Write it, then send it."),
    "note.no_recipient": N_("The note is for nobody yet. Choose the dais or a delegation."),
    "note.recipient": N_("Notes go to the dais and to other delegations of this committee. Choose again."),
    "election.nothing_chosen": N_("Choose a name, or a blank ballot. Nothing was sent."),
    "note.too_many_recipients": N_("A note goes to at most {most} at once. Choose fewer, or ask the dais."),
    "note.too_often": N_(
        "Your delegation has sent {number} notes within a minute. Wait {seconds} s, then send this one."
    ),
    "note.full": N_("The committee holds as many notes as fit. Speak to each other, or ask the dais."),
    "note.unknown": N_("This note is not there any more, or not yours. Open the notes again."),
    "note.recipients_only": N_(
        "Nobody but its recipients reads this note, so it is not reported. Tell the dais in your own words."
    ),
    "note.settled": N_("The dais has dealt with this note already. Look at the page again."),
    "note.needs_sentence": N_("A note goes back with a sentence. Say in a few words what to do."),
    "score.unknown": N_("This delegation or criterion is not scored here. Open the page again."),
    "score.points": N_("Points go from 0 to {most} here. Choose a number within that."),
    "score.changed_meanwhile": N_(
        "Another chair scored this since. Look at the points now, then press again."
    ),
    "remark.needs_words": N_("A remark needs words. Type what you want to remember."),
    "remark.full": N_("The committee holds as many remarks as fit. Take some out first."),
    "rubric.no_criteria": N_("A rubric needs at least one criterion. Name one."),
    "rubric.too_many": N_("A rubric has at most {most} criteria. Leave some out."),
    "rubric.changed_meanwhile": N_("Somebody else changed the rubric since. Open it again, then change it."),
    "scores.not_sure": N_("Nothing was erased. Tick the box first: it cannot be undone."),
    "question.unknown": N_("The guide has no such question. Open the page again and press there."),
    "draft.unknown_edit": N_("This edit is not known. Open the page again and press there."),
    "draft.uid_taken": N_("This clause is there already. Look at the page again."),
    "draft.no_clause": N_("This clause is no longer in the paper. Look at the page again."),
    "draft.no_finding": N_("This is no longer found in the paper. Look at the check again."),
    "draft.no_parent": N_(
        "The clause it should stand under is no longer in the paper. Choose another place."
    ),
    "draft.no_anchor": N_("The clause it should follow is no longer at that place. Choose another place."),
    "draft.wrong_kind": N_(
        "A sub-clause stands under another clause, and a paragraph does not. Choose again."
    ),
    "draft.under_itself": N_("A clause cannot stand under itself. Choose another place."),
    "draft.nothing_to_bring": N_("That paper has no clause that is not here already. Look at it again."),
    "draft.too_deep": N_("Clauses go at most four levels deep. Put it higher."),
    "draft.too_long": N_("This text is too long for one clause. Divide it."),
    "draft.too_many_clauses": N_("The paper has as many clauses as it can hold. Take one out first."),
    "draft.not_plain_text": N_("The text holds a character that cannot be printed. Type it without."),
    "draft.uid_too_long": N_("The name of a clause has at most 64 characters. Open the page again."),
    "draft.needs_words": N_("A clause needs words. Type its text."),
    "draft.needs_title": N_("A paper needs a title. Type one."),
    "draft.long_title": N_("A title has at most {limit} characters. Say it in fewer words."),
    "comment.needs_words": N_("A comment needs words. Type what you want to say of the clause."),
    "comment.too_long": N_("A comment has at most {limit} characters. Say it in fewer words."),
    "comment.too_many": N_("This paper holds as many comments as fit. Change the text, or talk."),
    "comment.unknown": N_("This comment is not there any more. Look at the page again."),
    "version.unknown": N_("This version is not kept. Choose one from the list."),
    "pasted.nothing": N_("There is nothing to read. Choose a file, or paste the text."),
    "pasted.too_long": N_("This is more text than a resolution holds. Paste the resolution alone."),
    "pasted.unreadable": N_("The file cannot be read. {sentence}."),
    "sheet.too_many_texts": N_("This sheet holds no more texts. Enter it, then go on with another."),
    "pasted.lost": N_("What was read did not come back whole. Send the file or the text again."),
    "code.opens_nothing": N_(
        "This code opens no paper here, or no longer. Ask a sponsor of the paper for a new one."
    ),
    "paper.not_for_you": N_(
        "There is no such paper, or it is not shared with you. Choose one from the list."
    ),
    "paper.taken_back": N_(
        "A sponsor or the dais took this paper back from your delegation. Ask a sponsor to share it again."
    ),
    "typing.malformed": N_("What was typed did not arrive whole. Copy your words, then open the page again."),
    "typing.too_large": N_("This clause holds too much of what was typed over. Copy it to a new clause."),
    "typing.behind": N_("What was typed did not arrive in order. It is sent again by itself."),
    "typing.began_anew": N_("This clause was written anew meanwhile. Your words are kept on this page."),
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
