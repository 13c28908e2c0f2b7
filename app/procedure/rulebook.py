"""A house's rules of procedure as data: its settings in groups, its motions, their order of precedence."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.procedure.catalogue import Carried, Effect, Majority, MotionPhase, Parameter
from app.procedure.rules import (
    ActionRules,
    AmendmentRules,
    AppealRules,
    AttendanceRules,
    CaucusRules,
    Code,
    DeviceRules,
    DivisionRules,
    HandlingRules,
    Line,
    NoteRules,
    Number,
    PaperRules,
    PointRules,
    Prose,
    QuorumRules,
    ReplyRules,
    RightsRules,
    RollCallRules,
    SpeechRules,
    TimedDebateRules,
    VoteRules,
    WarningRules,
    YieldRules,
)
from app.procedure.rules.debate import SecondsNeeded
from app.procedure.rules.measures import FORBID
from app.procedure.says import Says

_ROLL_CALL: dict[str, Carried] = {
    "automatic_on_request": "automatic",
    "chair_discretion": "chair",
    "simple_majority": "simple_cast",
}


@dataclass(frozen=True, slots=True)
class MotionRule:
    """One kind of motion: a row of data.

    `phases` says when it is in order, `parameters` and `optional` what the mover names, `majority` what
    carries it (`chair` = no vote, `automatic` = granted on request; None: what the house needs on procedure,
    `votes.procedural`), `effect` what it does when it passes (a name in the catalogue), `ordered` whether it
    has a place in `precedence`. Before it is put, `speakers_for` and `speakers_against` speak on
    it, each for `speech_seconds` (0: as long as the house gives on procedure); with `mover_speaks` its mover
    first, beside those counted; with `only_if_objected` speeches and vote come only where somebody objects.
    `seconds` is its own need of a second, where it differs from the house's. `title` names a motion that only
    this house has, `note` says what the house should know, `source` where the row is from.
    """

    __pydantic_config__ = FORBID

    kind: Code
    effect: Effect
    phases: tuple[MotionPhase, ...]
    parameters: tuple[Parameter, ...] = ()
    optional: tuple[Parameter, ...] = ()
    majority: Carried | None = None
    speakers_for: Number = 0
    speakers_against: Number = 0
    speech_seconds: Number = 0
    mover_speaks: bool = False
    only_if_objected: bool = False
    seconds: SecondsNeeded | None = None
    ordered: bool = True
    title: Line = ""
    note: Prose = ""
    source: Line = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One house's rules: groups of settings, its motions and their order of precedence."""

    __pydantic_config__ = FORBID

    id: Line
    title: Line
    evidence: Prose = ""
    notes: tuple[Prose, ...] = ()
    quorum: QuorumRules = QuorumRules()
    attendance: AttendanceRules = AttendanceRules()
    rights: RightsRules = RightsRules()
    devices: DeviceRules = DeviceRules()
    warnings: WarningRules = WarningRules()
    note_passing: NoteRules = NoteRules()
    speeches: SpeechRules = SpeechRules()
    yields: YieldRules = YieldRules()
    caucuses: CaucusRules = CaucusRules()
    handling: HandlingRules = HandlingRules()
    points: PointRules = PointRules()
    appeals: AppealRules = AppealRules()
    replies: ReplyRules = ReplyRules()
    timed_debate: TimedDebateRules = TimedDebateRules()
    papers: PaperRules = PaperRules()
    amendments: AmendmentRules = AmendmentRules()
    votes: VoteRules = VoteRules()
    roll_call: RollCallRules = RollCallRules()
    action: ActionRules = ActionRules()
    division: DivisionRules = DivisionRules()
    precedence: tuple[str, ...] = ()
    motions: tuple[MotionRule, ...] = ()
    says: Says = field(default_factory=dict, hash=False)

    def motion(self, kind: str) -> MotionRule | None:
        """The rule of a kind of motion, or None where the house does not have it."""
        return next((rule for rule in self.motions if rule.kind == kind), None)

    def carried(self, rule: MotionRule) -> Carried:
        """What carries a kind of motion: its row says, else the house; a roll call by roll_call_granted."""
        if rule.effect == "take_roll_call":
            return _ROLL_CALL[self.roll_call.granted]
        return rule.majority or self.votes.procedural

    def majority(self, rule: MotionRule) -> Majority | None:
        """The majority that a kind of motion needs, or None where it is decided without a vote."""
        carried = self.carried(rule)
        return None if carried == "chair" or carried == "automatic" else carried

    def place(self, kind: str) -> int:
        """The place in the order of precedence, 0 first; unordered kinds come last."""
        return self.precedence.index(kind) if kind in self.precedence else len(self.precedence)
