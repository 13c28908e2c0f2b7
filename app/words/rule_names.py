"""The names of the rules that the dais may overrule and the committee may suspend."""

from __future__ import annotations

from app.words.language import ENGLISH, Language, plain
from app.words.reasons import PARTS

RULE_NAMES = {rule: name for part in PARTS for rule, name in part.RULE_NAMES.items()}
"""Rule id -> the name of the rule, for the rules that the dais may overrule."""


def rule_name(rule: str, gettext: Language = ENGLISH) -> str:
    """What a rule is called, for the record of its being overruled: "the longest caucus"."""
    return gettext(RULE_NAMES[rule]) if rule in RULE_NAMES else plain(rule)
