"""What stands against acts on amendments."""

from app.words.language import N_

SENTENCES = {
    "amendment.no_draft": N_("Amendments go to a draft that is before the committee. Choose one that is."),
    "amendment.no_clause": N_("This clause is not in the draft. Choose one from its text."),
    "amendment.does_not_apply": N_(
        "The amendment does not fit the draft: {reason}. Look at the text and write it again."
    ),
    "amendment.changes_nothing": N_(
        "The amendment leaves the text as it is. Change some words, or leave it."
    ),
    "amendment.needs_text": N_("The amendment needs words. Write what the clause shall say."),
    "amendment.preamble": N_(
        "The preamble is not amended here. Amend an operative clause; the chair may insist."
    ),
    "amendment.gone": N_("This amendment is no longer before the committee. Look at the list again."),
    "amendment.unknown": N_("There is no such amendment. Choose one from the list."),
    "amendment.not_proposed": N_(
        "Amendment {amendment} is introduced or decided already. Choose another one."
    ),
    "amendment.not_introduced": N_(
        "The amendment has not been introduced. Vote on a motion to introduce it first."
    ),
    "amendment.signed_already": N_("{seat} stands on this amendment already. Nothing has changed."),
    "amendment.signatories_min": N_(
        "Names this amendment needs: {needed}; it has {have}. Find more signatories; the chair may insist."
    ),
    "amendment.not_yours": N_("Only its mover withdraws an amendment. Ask the mover or the dais."),
    "amendment.first": N_(
        "Amendment {amendment} is voted on before the draft. Put it first; the chair may insist."
    ),
    "amendment.conflict": N_(
        "Amendment {amendment} contradicts one that was adopted. Ask its mover to withdraw and rewrite it."
    ),
    "amendment.mergeable": N_(
        "Amendment {amendment} meets one that was adopted, and their joined text is not confirmed. "
        "Read it to the room; the chair confirms it by insisting."
    ),
    "amendment.too_late": N_(
        "Debate is closed, and amendments are handed in before. Vote on what is there; the chair may insist."
    ),
    "amendment.second_degree": N_(
        "Amendments are not themselves amended here. Amend the draft; the chair may insist."
    ),
    "amendment.third_degree": N_(
        "What amends an amendment is not amended again. Wait for its vote, or amend the draft."
    ),
    "amendment.beyond_parent": N_(
        "An amendment to amendment {amendment} changes what that one changes, nothing else. "
        "Amend the draft; the chair may insist."
    ),
    "amendment.parent_first": N_("Amendment {amendment} is not introduced yet. Introduce that one first."),
    "amendment.second_degree_first": N_(
        "Amendment {amendment} amends this one and is voted on before it. Put it first; the chair may insist."
    ),
    "amendment.vote_time": N_(
        "Amendments are voted on in voting procedure. Close debate first; the chair may insist."
    ),
    "amendment.order": N_("A new order names every introduced amendment once. Name them again."),
    "amendment.order_same": N_("The amendments stand in this order already. Nothing has changed."),
    "amendment.not_in_conflict": N_(
        "Amendment {amendment} stands as it is. To change it, withdraw it and propose it again."
    ),
    "amendment.not_adopted": N_(
        "An amendment is moot because of one that was adopted to the same draft. Choose an adopted one."
    ),
    "amendment.needs_vote": N_(
        "An amendment is voted on here even if nobody opposes it. Put it to the vote; the chair may insist."
    ),
    "friendly.not_used": N_(
        "There are no friendly amendments here. Find its signatories and vote on it; the chair may insist."
    ),
    "friendly.no_sponsors": N_(
        "{paper} has no sponsors who could accept an amendment. Find its signatories and vote on it."
    ),
    "friendly.to_drafts_only": N_(
        "Sponsors accept amendments to their draft, not to an amendment. Put it to the vote."
    ),
    "friendly.offered_already": N_(
        "Amendment {amendment} was offered to the sponsors already. Wait for their answer, or vote on it."
    ),
    "friendly.after_amended": N_(
        "The committee has amended {paper} by a vote, so its sponsors alone change it no more. "
        "Put the amendment to the vote; the chair may insist."
    ),
    "friendly.not_offered": N_("No answer of the sponsors is waited for. Look at the amendment again."),
    "friendly.accepted_already": N_("{seat} has accepted already. The other sponsors still answer."),
}
DOES_NOT_APPLY = {
    # the reasons of `resolutions.applying.DoesNotApply` and the rules of `MalformedDocument` behind them
    "no_clause": N_("the clause is not in it"),
    "no_parent": N_("the clause above it is not in it"),
    "no_anchor": N_("the clause it should follow is not in it"),
    "uid_taken": N_("a clause like it stands there already"),
    "under_itself": N_("a clause cannot stand under itself"),
    "wrong_kind": N_("a clause of this kind cannot stand there"),
    "other_wording": N_("the clause has other words by now"),
    "too_deep": N_("sub-clauses do not go that deep"),
    "too_long": N_("the text is too long"),
    "not_plain_text": N_("a character cannot be printed"),
    "too_many_clauses": N_("it would have too many clauses"),
    "no_order": N_("two clauses claim the same place"),
    "not_a_clause": N_("this is not a clause"),
    "not_a_document": N_("this is not a text with clauses"),
    "uid_too_long": N_("a clause has too long a mark"),
}
RULE_NAMES = {
    "amendment.mergeable": N_("the text of an amendment is settled before its vote"),
    "amendment.preamble": N_("the preamble is not amended"),
    "amendment.not_introduced": N_("an amendment is introduced before its vote"),
    "amendment.signatories_min": N_("the fewest names on an amendment"),
    "amendment.first": N_("amendments are voted before the draft"),
    "amendment.too_late": N_("amendments are handed in before debate is closed"),
    "amendment.second_degree": N_("amendments are not amended"),
    "amendment.beyond_parent": N_("what an amendment to an amendment may change"),
    "amendment.second_degree_first": N_("an amendment to an amendment is voted on before it"),
    "amendment.vote_time": N_("amendments are voted on in voting procedure"),
    "amendment.needs_vote": N_("every amendment is voted on"),
    "friendly.not_used": N_("no friendly amendments"),
    "friendly.after_amended": N_("no friendly amendments once the text was amended by a vote"),
}
