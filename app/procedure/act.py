"""What every act is made of: who acts, what may refuse it, and the two functions that decide it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, assert_never

from app.procedure.devices import devices_allowed

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Value = str | int
ROOM = "room"
"""The seat key under which the room itself acts (clocks running out, reopening after a stop)."""
ORGANIZER = "organizer"
"""The seat key under which a committee is opened and its roster changed."""
GUEST = "guest:"
"""What the key of a speaker without a seat begins with; the name follows. No seat's key holds a colon."""
SILENCE = "silence"
"""The clock of a minute of silence."""
LONGEST_REASON = 200
"""Characters of a reason on the record, and of what the room is told."""
LONGEST_KEY = 60
"""Characters of a seat's key, and of a key that is named back to whoever sent it."""
LINE_ENDS = {ord(character): None for character in "\n\r\t"}
"""What a text box sends beside printable characters."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command is not in order.

    `rule` is the id of the rule, `values` fill its sentence (put into words at the edge, `app/words/`),
    `field` names the field of the command that is wrong, if one is.
    `ground` says what can be done about it: what is *impossible* would break the record; what is
    *against_rulebook* the dais may insist on, with a reason; *stale* means that the page is older than the
    floor; *forbidden* that this seat never may.
    """

    rule: str
    values: tuple[tuple[str, Value], ...] = ()
    field: str = ""
    ground: Literal["impossible", "against_rulebook", "stale", "forbidden"] = "impossible"


def impossible(rule: str, field: str = "", **values: Value) -> Refusal:
    """A refusal that nobody can overrule."""
    return Refusal(rule, tuple(values.items()), field, "impossible")


def against(rule: str, field: str = "", **values: Value) -> Refusal:
    """A refusal that the rulebook gives and the dais may overrule."""
    return Refusal(rule, tuple(values.items()), field, "against_rulebook")


def stale(rule: str, field: str = "", **values: Value) -> Refusal:
    """A refusal because the floor has moved on since the page was drawn."""
    return Refusal(rule, tuple(values.items()), field, "stale")


def forbidden(rule: str, **values: Value) -> Refusal:
    """A refusal because this seat has no such right."""
    return Refusal(rule, tuple(values.items()), "", "forbidden")


ActState = Literal["open", "against_rulebook", "impossible"]


def state_of(refusals: Iterable[Refusal]) -> ActState:
    """How an act stands: open, against the rulebook (the chair may insist), or not possible now."""
    grounds = {refusal.ground for refusal in refusals}
    if not grounds:
        return "open"
    return "against_rulebook" if grounds == {"against_rulebook"} else "impossible"


def decisive(refusals: Iterable[Refusal]) -> Refusal | None:
    """The refusal that stands most in the way: the first that nobody can overrule, else the first."""
    return min(refusals, key=lambda refusal: refusal.ground == "against_rulebook", default=None)


Refusals = Iterator[Refusal]
Outcome = Iterator[Any]
"""What `settle` yields: refusals, events, or both (events count only if no refusal stands)."""


@dataclass(frozen=True, slots=True)
class Act:
    """How one command is decided.

    `may(floor, by)` yields what stands against seat `by` doing it now, whatever the fields say: the pages
    close their buttons by it. `settle(floor, by, at, command)` checks the fields and yields the events;
    `at` is room time in milliseconds.
    """

    may: Callable[[Floor, str], Refusals]
    settle: Callable[[Floor, str, int, Any], Outcome]


def anyone(floor: Floor, by: str) -> Refusals:
    """Every seat at the table may, until it is closed; a delegation where its house lets devices be used.

    A delegation acts from a device or not at all: what the dais enters for it is the dais's own act.
    """
    seat = floor.seats.get(by)
    if seat is None:
        yield forbidden("seat.unknown")
    elif seat.closed:
        yield forbidden("seat.closed", seat=by)
    elif not seat.is_dais and not devices_allowed(floor):
        yield impossible("devices.off")


def delegation(floor: Floor, by: str) -> Refusals:
    """Only a delegation may, for itself: what the dais enters for it has another command."""
    yield from anyone(floor, by)
    if is_dais(floor, by):
        yield forbidden("delegation.only")


def dais(floor: Floor, by: str) -> Refusals:
    """The dais may: chairs and assistants."""
    if not is_dais(floor, by):
        yield forbidden("dais.only")


def chair(floor: Floor, by: str) -> Refusals:
    """A chair may, an assistant may not (rulings, results)."""
    if not is_chair(floor, by):
        yield forbidden("chair.only")


def chair_between_votes(floor: Floor, by: str) -> Refusals:
    """A chair may, in a sitting meeting, while no question is put."""
    yield from chair(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)


def room_itself(floor: Floor, by: str) -> Refusals:
    """Only the room may: nobody can press it."""
    if by != ROOM:
        yield forbidden("room.only")


def is_dais(floor: Floor, by: str) -> bool:
    """Whether seat `by` sits on the dais."""
    seat = floor.seats.get(by)
    return seat is not None and seat.is_dais and not seat.closed


def is_chair(floor: Floor, by: str) -> bool:
    """Whether seat `by` presides, and may rule."""
    return is_dais(floor, by) and floor.seats[by].kind == "chair"


def on_behalf(floor: Floor, by: str, seat: str) -> str:
    """The delegation that an act counts for: the seat itself, or the one that the dais names.

    A delegation may leave `seat` empty. Whether it may name another is for `acts_for` to refuse.
    """
    return seat or ("" if is_dais(floor, by) else by)


def acts_for(floor: Floor, by: str, seat: str) -> Refusals:
    """What stands against `by` acting for delegation `seat`: a seat acts for itself, the dais for any."""
    who = floor.seats.get(on_behalf(floor, by, seat))
    if who is None or who.is_dais:
        yield impossible("seat.name_one", "seat")
    elif who.key != by and not is_dais(floor, by):
        yield forbidden("seat.not_yours")
    elif who.closed:
        yield impossible("seat.closed", "seat", seat=who.key)


def sits(floor: Floor) -> Refusals:
    """What stands against business that needs a sitting meeting; during a roll call the chair may insist."""
    yield from meets(floor)
    if floor.meeting.state == "sitting" and floor.attendance.calling:
        yield against("roll_call.running")
    if SILENCE in floor.clocks:
        yield against("silence.kept")


def meets(floor: Floor) -> Refusals:
    """What stands against anything done in the room: the meeting has not begun, pauses, or is over."""
    match floor.meeting.state:
        case "not_open":
            yield impossible("meeting.not_open")
        case "suspended":
            yield impossible("meeting.suspended")
        case "adjourned":
            yield impossible("meeting.adjourned")
        case "sitting":
            return
        case _:
            assert_never(floor.meeting.state)


def not_over(floor: Floor) -> Refusals:
    """What stands against work that also goes on between sittings: only the end of the committee."""
    if floor.meeting.state == "adjourned":
        yield impossible("meeting.adjourned")


def no_vote_open(floor: Floor) -> Refusals:
    """What stands against other business while a question is put: the vote is not interrupted (GA 88/128)."""
    if floor.votes.now:
        yield impossible("vote.open_now")
    if floor.elections.now:
        yield impossible("election.open_now")


def words(text: str, field: str, limit: int) -> Refusals:
    """What stands against `text` in `field`: longer than `limit` characters, or not printable."""
    if len(text) > limit:
        yield impossible("text.too_long", field, limit=limit)
    elif not text.translate(LINE_ENDS).isprintable():
        yield impossible("text.not_plain", field)


def reason(text: str, limit: int, field: str = "reason") -> Refusals:
    """What stands against a reason that the room is told: none given, or not fit to print."""
    if not text.strip():
        yield impossible("reason.needed", field)
    yield from words(text, field, limit)
