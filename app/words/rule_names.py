"""The names of the rules that the dais may overrule and the committee may suspend."""

from __future__ import annotations

from app.words import (
    reasons_action,
    reasons_agenda,
    reasons_amendments,
    reasons_attendance,
    reasons_consultations,
    reasons_debate,
    reasons_elections,
    reasons_floor,
    reasons_meeting,
    reasons_motions,
    reasons_papers,
    reasons_points,
    reasons_rules,
    reasons_timed,
    reasons_votes,
    reasons_web,
)
from app.words.language import ENGLISH, Language, plain

PARTS = (
    reasons_meeting,
    reasons_rules,
    reasons_attendance,
    reasons_agenda,
    reasons_consultations,
    reasons_debate,
    reasons_floor,
    reasons_timed,
    reasons_motions,
    reasons_papers,
    reasons_points,
    reasons_amendments,
    reasons_votes,
    reasons_elections,
    reasons_action,
    reasons_web,
)
"""The parts of the table of refusals: sentences, and names for those that are the rulebook's."""
RULE_NAMES = {rule: name for part in PARTS for rule, name in part.RULE_NAMES.items()}
"""Rule id -> the name of the rule, for the rules that the dais may overrule."""


def rule_name(rule: str, gettext: Language = ENGLISH) -> str:
    """What a rule is called, for the record of its being overruled: "the longest caucus"."""
    return gettext(RULE_NAMES[rule]) if rule in RULE_NAMES else plain(rule)
