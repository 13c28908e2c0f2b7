"""The review in the browser: the guide's page beside what was understood of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from app.preparing.guide_files import lines_of
from app.preparing.preparation import Mark, Preparation, Reviewed
from app.preparing.review import Card, cards, counted, word_for_word
from app.web.answers import as_page
from app.web.preparing.visits import form_visit, visit
from app.words.language import N_
from delegations.names import fold
from delegations.said import Said
from delegations.study_guides.reading import Line

LONGEST_VALUE = 20_000
"""Characters that an edit may put in a field's place."""
AROUND = 60
"""Lines of source shown before a card's first line and after its last, where the file has no pages."""
MARKS: dict[str, Mark] = {"accept": "accepted", "edit": "edited", "reject": "rejected"}
SENTENCE = re.compile(r"(?<=[.!?)]) (?=[A-Z*])")
UNKNOWN_FIELD = N_("This field is not there any more; the guide was read again. Open the review again.")
TOO_LONG = Said(
    N_("This text is longer than {most} characters. Shorten it and save it again."), most=LONGEST_VALUE
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the guide beside the card, in pieces: those marked are what was found."""

    number: int
    pieces: tuple[tuple[str, bool], ...]


async def page_of(request: Request) -> Response:
    """One card with its source; without a choice the first that waits for a word."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    all_cards = cards(seen.prepared.preparation)
    if not all_cards:
        return seen.go("delegations")
    place = _place(all_cards, request.query_params.get("card", ""))
    card = all_cards[place]
    lines = await lines_of(seen.house.store, seen.prepared.id)
    reviewed, fields = counted(all_cards)
    end = all_cards[place + 1].line if 0 < place < len(all_cards) - 1 else 0
    return seen.draw(
        "review.html",
        card=card,
        cards=all_cards,
        place=place,
        reviewed=reviewed,
        fields=fields,
        bulk=len(word_for_word(all_cards)),
        source=source_of(lines, card, end),
        pages=max((line.page for line in lines), default=1),
        editing=request.query_params.get("edit", ""),
    )


async def mark(request: Request) -> Response:
    """Accept, edit or reject one field, or take that back; then the next that waits."""
    found = await form_visit(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    id_, value, does = form.get("field", ""), form.get("value", "").strip(), form.get("does", "")
    before = cards(seen.prepared.preparation)
    card = next((one for one in before if any(field.id == id_ for field in one.fields)), None)
    if card is None:
        return as_page(request, 409, [UNKNOWN_FIELD])
    if len(value) > LONGEST_VALUE:
        return as_page(request, 422, [TOO_LONG])
    said = Reviewed(MARKS[does], value if does == "edit" else "") if does in MARKS else None
    if said and said.mark == "edited" and not value:
        said = Reviewed("rejected")
    no = await seen.edit(form.get("version", ""), lambda now: now.marked(id_, said))
    return no or seen.go(f"review?card={_next(seen.prepared.preparation, card, id_, said)}")


async def accept_word_for_word(request: Request) -> Response:
    """Accept at once every field that stands in the guide word for word; what is doubtful stays open."""
    found = await form_visit(request)
    if isinstance(found, Response):
        return found
    seen, form = found

    def edit(now: Preparation) -> Preparation:
        for id_ in word_for_word(cards(now)):
            now = now.marked(id_, Reviewed("accepted"))
        return now

    return await seen.edit(form.get("version", ""), edit) or seen.go("review")


def source_of(lines: Sequence[Line], card: Card, end: int) -> tuple[SourceLine, ...]:
    """The lines of the guide that belong beside a card: its page, or the lines around it.

    `end` is the line at which the next card begins, 0 where there is none. Lines that the card's fields
    were made of are marked.
    """
    if not lines:
        return ()
    pages = {line.page for line in lines}
    last = end or card.line + AROUND
    if len(pages) > 1:
        shown = [line for line in lines if line.page == card.page or card.line <= line.number < last]
    else:
        shown = [line for line in lines if card.line - 4 <= line.number <= max(last, card.line + 12)]
    values = fold(" ".join(field.value for field in card.fields))
    return tuple(SourceLine(line.number, _pieces(line.text, values)) for line in shown[: 4 * AROUND])


def _pieces(text: str, values: str) -> tuple[tuple[str, bool], ...]:
    """A line sentence by sentence, and whether each stands in the fields; a word or two prove nothing.

    A line may hold several delegations run together, so that it is no use to mark lines as they are.
    """
    sentences = SENTENCE.split(text)
    return tuple((one, len(fold(one).split()) > 2 and fold(one) in values) for one in sentences if one)


def _place(all_cards: Sequence[Card], wanted: str) -> int:
    ids = [card.id for card in all_cards]
    if wanted in ids:
        return ids.index(wanted)
    return next((place for place, card in enumerate(all_cards) if card.left), 0)


def _next(preparation: Preparation, card: Card, id_: str, said: Reviewed | None) -> str:
    """The card to show after this: the same while it has fields left, else the next that has."""
    after = cards(preparation.marked(id_, said))
    place = next(n for n, one in enumerate(after) if one.id == card.id)
    later = (*after[place:], *after[:place])
    return next((one.id for one in later if one.left), card.id)
