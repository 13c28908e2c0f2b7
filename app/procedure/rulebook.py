"""A house's rules of procedure as data: dataclass groups that mirror the tables of a TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from app.procedure.catalogue import Effect, Majority, MotionPhase, Parameter
from resolutions.voting import share_of

Seconds = Annotated[int, Field(ge=1, le=24 * 3600)]
Number = Annotated[int, Field(ge=0, le=1000)]
FORBID = {"extra": "forbid"}


class UnknownRulebook(ValueError):
    """A rulebook that does not exist or cannot be read; the message names file, table and key."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a body, in integers: `numerator`/`denominator` of `of`, rounded as said.

    `more_than` is the smallest whole number above the part (a majority of 30 is 16).
    """

    __pydantic_config__ = FORBID

    numerator: Number
    denominator: Annotated[int, Field(ge=1, le=1000)]
    rounding: Literal["ceil", "floor", "more_than"] = "ceil"
    of: Literal["members", "present"] = "members"

    def count(self, base: int) -> int:
        """How many of `base` (a count) this share is."""
        return share_of(self.numerator, self.denominator, self.rounding, base)


@dataclass(frozen=True, slots=True)
class QuorumRules:
    """How many must be there to open debate and to vote on substance (rules.md A: quorum_*)."""

    __pydantic_config__ = FORBID

    open: Share = Share(1, 4)
    vote: Share = Share(1, 2, "more_than")
    open_base: Literal["registered", "ever_attended"] = "ever_attended"
    vote_base: Literal["registered", "ever_attended"] = "ever_attended"


@dataclass(frozen=True, slots=True)
class AttendanceRules:
    """Which answers a roll call knows and when they are asked again (rollcall_statuses, status_reset)."""

    __pydantic_config__ = FORBID

    statuses: tuple[Literal["present", "present_and_voting", "absent"], ...] = (
        "present",
        "present_and_voting",
        "absent",
    )
    observers_present_only: bool = True
    asked_again: Literal["each_session", "once"] = "each_session"


@dataclass(frozen=True, slots=True)
class RightsRules:
    """What delegations that are not members may do (rules.md section 6: three separate switches)."""

    __pydantic_config__ = FORBID

    observer_procedural_vote: bool = True
    ngo_procedural_vote: bool = True
    observer_substantive_vote: bool = False
    observer_may_sponsor: bool = False
    observer_may_sign: bool = False
    observer_may_move: bool = True


@dataclass(frozen=True, slots=True)
class SpeechRules:
    """The general speakers' list (gsl_*). Times in seconds."""

    __pydantic_config__ = FORBID

    general_seconds: Seconds = 90
    shortest_seconds: Seconds = 10
    longest_seconds: Seconds = 600
    entries_per_delegation: Number = 1


@dataclass(frozen=True, slots=True)
class CaucusRules:
    """Limits of caucuses (caucus_*, mod_*). Times in seconds."""

    __pydantic_config__ = FORBID

    longest_total_seconds: Seconds = 1200
    longest_speech_seconds: Seconds = 60
    uneven_time: Literal["reject", "round_down_total", "allow_short_last_speech"] = "reject"
    extension_limit: Literal["le_original", "lt_original", "half_original", "unlimited"] = "le_original"
    extensions_max: Number = 1
    tiebreak: tuple[
        Literal["longest_total_first", "shortest_total_first", "most_speakers_first", "order_raised"],
        ...,
    ] = ("longest_total_first", "most_speakers_first", "order_raised")


@dataclass(frozen=True, slots=True)
class PaperRules:
    """Sponsors, signatories and amendments (sponsors_*, signatories_*, amendment_*)."""

    __pydantic_config__ = FORBID

    sponsors_min: Number = 2
    sponsors_max: Number | None = None
    signatories_min: Share = Share(1, 5)
    sponsors_count_as_signatories: bool = True
    symbol: Annotated[str, Field(pattern=r"\{number\}", max_length=40)] = "DR {topic}.{number}"
    amendment_signatories_min: Share = Share(1, 8)
    preamble_amendable: bool = False


@dataclass(frozen=True, slots=True)
class VoteRules:
    """How votes are taken and counted (rules.md sections 1 and 6, A: *_majority, roll_call_*)."""

    __pydantic_config__ = FORBID

    procedural: Majority = "simple_cast"
    procedural_abstain: bool = False
    resolution: Majority = "simple_cast"
    amendment: Majority = "simple_cast"
    roll_call_pass: bool = True
    roll_call_with_rights: bool = True
    roll_call_second_round: Literal["yes_no_only", "round1_without_pass"] = "yes_no_only"
    change_until: Literal["never", "result_announced"] = "result_announced"


@dataclass(frozen=True, slots=True)
class MotionRule:
    """One kind of motion: a row of data.

    `phases` says when it is in order, `parameters` what the mover must name, `majority` what carries it
    (`chair` = no vote), `effect` what it does when it passes (a name in `effects.py`), `speakers_for` and
    `speakers_against` how many speak on it first, `ordered` whether it has a place in `precedence`.
    """

    __pydantic_config__ = FORBID

    kind: str
    effect: Effect
    phases: tuple[MotionPhase, ...]
    parameters: tuple[Parameter, ...] = ()
    optional: tuple[Parameter, ...] = ()
    majority: Majority | Literal["chair"] = "simple_cast"
    speakers_for: Number = 0
    speakers_against: Number = 0
    ordered: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One house's rules: groups of settings, its motions and their order of precedence."""

    __pydantic_config__ = FORBID

    id: str
    title: str
    evidence: str = ""
    quorum: QuorumRules = QuorumRules()
    attendance: AttendanceRules = AttendanceRules()
    rights: RightsRules = RightsRules()
    speeches: SpeechRules = SpeechRules()
    caucuses: CaucusRules = CaucusRules()
    papers: PaperRules = PaperRules()
    votes: VoteRules = VoteRules()
    precedence: tuple[str, ...] = ()
    motions: tuple[MotionRule, ...] = field(default=())

    def motion(self, kind: str) -> MotionRule | None:
        """The rule of a kind of motion, or None where the house does not have it."""
        return next((rule for rule in self.motions if rule.kind == kind), None)

    def place(self, kind: str) -> int:
        """The place in the order of precedence, 0 first; unordered kinds come last."""
        return self.precedence.index(kind) if kind in self.precedence else len(self.precedence)


@cache
def load(name: str) -> Rulebook:
    """The rulebook `name` that ships with Placard.

    Raises UnknownRulebook, naming file, table and key, where it is missing or wrong.
    """
    if name not in names():
        raise UnknownRulebook(f"There is no rulebook {name}; choose one of {', '.join(names())}.")
    path = resources.files("app.procedure") / "rulebooks" / f"{name}.toml"
    return read(path.read_text("utf-8"), f"{name}.toml")


def names() -> tuple[str, ...]:
    """The rulebooks that ship with Placard, by name."""
    folder = resources.files("app.procedure") / "rulebooks"
    return tuple(sorted(path.name[:-5] for path in folder.iterdir() if path.name.endswith(".toml")))


def read(text: str, file: str) -> Rulebook:
    """A rulebook out of the TOML `text` of `file`; raises UnknownRulebook where it does not fit."""
    try:
        book: Rulebook = _RULEBOOK.validate_python(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise UnknownRulebook(f"{file}: {error}.") from error
    except ValidationError as error:
        raise UnknownRulebook(_first_fault(file, error)) from error
    _check_order(book, file)
    return book


def _first_fault(file: str, error: ValidationError) -> str:
    """The first thing wrong, as `file, table.key: what`."""
    fault: Any = error.errors()[0]
    return f"{file}, {'.'.join(map(str, fault['loc']))}: {fault['msg']}."


def _check_order(book: Rulebook, file: str) -> None:
    """Each kind is there once, and each ordered one stands in the order once."""
    kinds = [rule.kind for rule in book.motions]
    for kind in sorted({k for k in kinds if kinds.count(k) > 1 or book.precedence.count(k) > 1}):
        raise UnknownRulebook(f"{file}, precedence: {kind} is there twice.")
    ordered = {rule.kind for rule in book.motions if rule.ordered}
    for kind in sorted(ordered.symmetric_difference(book.precedence)):
        raise UnknownRulebook(f"{file}, precedence: {kind} is in the order or in the motions alone.")


_RULEBOOK: TypeAdapter[Rulebook] = TypeAdapter(Rulebook)
