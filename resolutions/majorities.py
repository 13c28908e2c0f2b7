"""Majorities: which share of whom carries a proposal, in integers only."""

from dataclasses import dataclass
from typing import Literal, assert_never

MajorityKind = Literal[
    "simple_cast",
    "two_thirds_cast",
    "simple_present",
    "two_thirds_present",
    "simple_members",
    "two_thirds_members",
    "unanimous",
    "consensus",
]
CountedFrom = Literal["votes_cast", "present", "members"]
Rounding = Literal["ceil", "floor", "more_than"]


@dataclass(frozen=True, slots=True)
class MajorityRule:
    """What a proposal needs: a kind of majority, an absolute number of yes on top, and who may veto.

    ``required_yes`` is the Security Council's "nine"; ``veto`` holds the seats whose single no defeats.
    ``members`` is how many there are, here or not, for the kinds that count members; 0 where all of them are
    here. ``keeps`` says that the question is whether something stands: it does unless the no reach ``kind``
    ("shall the ruling be upheld?"; a tie keeps it, and so does a vote that nobody takes part in).
    """

    kind: MajorityKind = "simple_cast"
    required_yes: int | None = None
    veto: frozenset[str] = frozenset()
    members: int = 0
    keeps: bool = False

    @property
    def counted_from(self) -> CountedFrom:
        """Whose number the majority is a share of."""
        match self.kind:
            case "simple_present" | "two_thirds_present":
                return "present"
            case "simple_members" | "two_thirds_members":
                return "members"
            case _:
                return "votes_cast"


def share_of(numerator: int, denominator: int, rounding: Rounding, base: int) -> int:
    """Give a share of ``base`` persons as a whole number: minimums round up, caps round down.

    Raises ValueError for a share below nothing or a base below zero. Source: rules reference,
    section 1, "Counting": one fifth of 34 is 7 rounded up and 6 rounded down.
    """
    if denominator <= 0 or numerator < 0 or base < 0:
        raise ValueError(f"{numerator}/{denominator} of {base} is not a share of anybody")
    match rounding:
        case "ceil":
            return -(-numerator * base // denominator)
        case "floor":
            return numerator * base // denominator
        case "more_than":
            return numerator * base // denominator + 1
        case _:
            assert_never(rounding)


def needed(rule: MajorityRule, votes_cast: int, present: int) -> int:
    """Give how many yes carry a proposal; never less than one, but where the question keeps what stands.

    Args:
        rule: the majority.
        votes_cast: yes and no together; abstentions are not votes cast (rules reference, section 1).
        present: all who may vote, for the kinds that count members present.
    """
    base = base_of(rule, votes_cast, present)
    least = max(1, _share(rule.kind, base), rule.required_yes or 0)
    return max(0, votes_cast - least + 1) if rule.keeps else least


def base_of(rule: MajorityRule, votes_cast: int, present: int) -> int:
    """Give the number that the majority is a share of: the votes cast, those present, or all members."""
    match rule.counted_from:
        case "votes_cast":
            return votes_cast
        case "present":
            return present
        case "members":
            return rule.members or present
        case _:
            assert_never(rule.counted_from)


def _share(kind: MajorityKind, base: int) -> int:
    match kind:
        case "simple_cast" | "simple_present" | "simple_members":
            return share_of(1, 2, "more_than", base)
        case "two_thirds_cast" | "two_thirds_present" | "two_thirds_members":
            return share_of(2, 3, "ceil", base)
        case "unanimous" | "consensus":
            return base
        case _:
            assert_never(kind)
