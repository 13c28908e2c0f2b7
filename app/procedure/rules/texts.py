"""Settings of documents: names on papers, drafts, amendments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from app.procedure.catalogue import Majority
from app.procedure.rules.measures import FORBID, Number, Share


@dataclass(frozen=True, slots=True)
class PaperRules:
    """Working papers and drafts: who must stand behind them, when they are written, what they are called."""

    __pydantic_config__ = FORBID

    sponsors_min: Number = 2
    """Fewest sponsors [DUM]; none at HMUN and WorldMUN [AASB] [WMGD]."""
    sponsors_max: Number = 5
    """Most sponsors [OX25] [PACR]; 0: no limit."""
    sponsors_max_share: Share | None = None
    """Most sponsors as a share, below `sponsors_max`: 10 % rounded down [RYAN] [SMIT], 5 % up [JAM]."""
    signatories_min: Share = Share(1, 5)
    """Fewest signatories: 1/5 [DUM] [OX25], 20 % [SMIT] [RYAN], 1/3 [PACR]."""
    sponsors_count_as_signatories: bool = True
    """Sponsors count among the signatories [DUM] [OX25]."""
    sponsors_shown: bool = True
    """Sponsors stand on the draft; hidden at NWMUN [NWDR]."""
    may_be_cited: bool = True
    """Working papers may be cited in speeches before they are drafts; not at NWMUN [NWDR]."""
    drafting_hours: Literal["always", "during_sessions", "unmoderated_only"] = "always"
    """When papers may be written and submitted; nothing before the first session [DUM]."""
    withdraw_after_amended: bool = True
    """A draft may be withdrawn after the committee amended it; not at the UN (GA 80/122, K)."""
    symbol: Annotated[str, Field(pattern=r"\{number\}", max_length=40)] = "DR {topic}.{number}"
    """The symbol of a draft [OX25]; GA/DR/3/1 [NWDR]; C/<session>/L/<n> [IOMD]."""
    organ_line: Literal["before_preamble", "between_preamble_and_operatives"] = "before_preamble"
    """Where the organ stands [UNED] [DUMR]; between the parts [PACR]."""
    reserved_phrases: Literal["off", "warn", "error"] = "warn"
    """How the check treats phrases that only the Security Council uses [AMDC] [MAG20]."""
    title_on_resolution: bool = True
    """Resolutions carry a title; those of the Security Council do not [UNED]."""


@dataclass(frozen=True, slots=True)
class AmendmentRules:
    """Amendments: who stands behind them, what they may change, when and in which order they are voted."""

    __pydantic_config__ = FORBID

    signatories_min: Share = Share(1, 8)
    """Fewest names, the mover included: 1/8 [DUM], 20 % [SMIT] [AAAM]."""
    preamble: bool = False
    """The preamble may be amended: no [DUM] [AAAM] [PACR], yes at the UN (K)."""
    order: Literal["furthest_removed_first", "most_severe_first", "order_received"] = "furthest_removed_first"
    """In which order they are put: GA 90/130 (K), [UNAAM], [DUM] [PORG]; the dais may reorder."""
    degree_max: Annotated[int, Field(ge=1, le=2)] = 1
    """2: an amendment may itself be amended, and that is put first [GAVT] [STF]; a third degree never."""
    friendly: Literal["all_sponsors", "not_used"] = "all_sponsors"
    """One that every sponsor accepts is taken in without a vote [DUM]; hardly used at THIMUN [GAVT]."""
    friendly_after_amended: bool = True
    """Sponsors may still accept one after the text was amended by a vote; no [UAA]."""
    vote_time: Literal["own_debate", "voting_procedure", "action_stage"] = "voting_procedure"
    """When they are voted: after their own debate [BFI], in voting procedure [DUM], at the action stage."""
    taken_in: Literal["any_time", "time_against"] = "any_time"
    """When they may be moved in a timed debate: THIMUN closed debate takes them in time against (K)."""
    majority: Majority = "simple_cast"
    """What carries one [DUM] [JAM]; two thirds [AAA3] [CDMV]."""
    unopposed_passes: bool = False
    """One that nobody speaks against passes without a vote [ISC]."""
