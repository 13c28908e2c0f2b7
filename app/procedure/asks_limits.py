"""The least and the most that a number or a text of a form may be, out of floor and rulebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from app.procedure.act import LONGEST_REASON
from app.procedure.caucuses import longest_extension
from app.procedure.quorum import members
from app.procedure.remarks import LONGEST_REMARK
from app.procedure.roster import delegations_here
from app.procedure.terms import MOST_ENTRIES
from resolutions.document import LONGEST_TITLE

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Limits = tuple[int | None, int | None]
Filled = Mapping[str, Any]


def limits(floor: Floor, command: type, name: str, filled: Filled) -> Limits:
    """The bounds of a field (seconds, counts, characters); (None, None) where it has none."""
    found = LIMITS_OF.get((command.__name__, name)) or LIMITS.get(name)
    return found(floor, filled) if found is not None else (None, None)


def _speech(floor: Floor, filled: Filled) -> Limits:
    rules = floor.rulebook.speeches
    return rules.shortest_seconds, rules.longest_seconds


def _motion_speech(floor: Floor, filled: Filled) -> Limits:
    """In a caucus its own longest speech counts, on the list the list's."""
    if filled.get("total_seconds"):
        return 1, floor.rulebook.caucuses.longest_speech_seconds
    return _speech(floor, filled)


def _total(floor: Floor, filled: Filled) -> Limits:
    """The longest caucus; for an extension what the house lets be added."""
    rule = floor.rulebook.motion(str(filled.get("kind", "")))
    longest = floor.rulebook.caucuses.longest_total_seconds
    caucus = floor.caucus or floor.last_caucus
    if rule is not None and rule.effect == "extend_caucus" and caucus is not None:
        extension = longest_extension(floor, caucus)
        return 1, longest if extension is None else min(longest, extension)
    return 1, longest


def _votes(floor: Floor, filled: Filled) -> Limits:
    return 0, len(floor.votes.now.order) if floor.votes.now else 0


def _hands(floor: Floor, filled: Filled) -> Limits:
    return 0, len(delegations_here(floor))


LIMITS: dict[str, Callable[[Floor, Filled], Limits]] = {
    "total_seconds": _total,
    "speech_seconds": _motion_speech,
    "yes": _votes,
    "no": _votes,
    "abstain": _votes,
    "here": lambda floor, filled: (0, len(members(floor))),
    "words": lambda floor, filled: (0, LONGEST_REASON),
    "reason": lambda floor, filled: (1, LONGEST_REASON),
    "topic": lambda floor, filled: (0, LONGEST_REASON),
    "until": lambda floor, filled: (0, LONGEST_REASON),
    "to": lambda floor, filled: (0, LONGEST_REASON),
    "name": lambda floor, filled: (0, LONGEST_REASON),
    "count": lambda floor, filled: (0, MOST_ENTRIES),
    "title": lambda floor, filled: (1, LONGEST_TITLE),
}
LIMITS_OF: dict[tuple[str, str], Callable[[Floor, Filled], Limits]] = {
    ("SetSpeakingTime", "seconds"): _speech,
    ("OpenSpeakersList", "seconds"): _speech,
    ("AdjustClock", "seconds"): lambda floor, filled: (-3600, 3600),
    ("GrantReply", "seconds"): lambda floor, filled: (1, floor.rulebook.replies.seconds),
    ("AskReply", "grounds"): lambda floor, filled: (0, LONGEST_REASON),
    ("TakeStrawPoll", "question"): lambda floor, filled: (1, LONGEST_REASON),
    ("AddRemark", "remark"): lambda floor, filled: (1, LONGEST_REMARK),
    **{("CountStrawPoll", name): _hands for name in ("yes", "no", "abstain")},
    ("RulePoint", "ruling"): lambda floor, filled: (1, LONGEST_REASON),
}
