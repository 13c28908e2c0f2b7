"""Refusals in words: for every rule one short text that names the rule and says what to do."""

from __future__ import annotations

from app.procedure.act import Refusal, Value
from app.words.language import ENGLISH, N_, Language, Names, capital, plain
from app.words.measures import duration, minutes_and_seconds, speech_length
from app.words.motions import motion_kind_name
from app.words.names import (
    CHOICES,
    CLOCKS,
    DEBATE_STAGES,
    PARAMETERS,
    PHASES,
    POINTS,
    STAGES,
    STATUSES,
    YIELDS,
    code_name,
    name_of,
    paper_name,
    topic_name,
)
from app.words.reasons import PARTS, debate, votes, web
from app.words.reasons.amendments import DOES_NOT_APPLY
from app.words.settings import setting_label
from delegations.said import Said

LONGEST_SAID, LONGEST_FAULT = 200, 400
"""Characters of a value, and of what is wrong with a rulebook, that stand in a sentence."""
SENTENCES = {rule: text for part in PARTS for rule, text in part.SENTENCES.items()}
"""Rule id -> message, for every rule that `app.procedure` and `app.web` yield (tests collect them)."""
VARIANTS = debate.VARIANTS | votes.VARIANTS | web.VARIANTS
"""(Rule id, key, value) -> the message where that value asks for other words."""
_TIMES = {
    "caucus.max_total": ("most",),
    "motion.not_shorter": ("most",),
    "caucus.max_speech": ("most",),
    "caucus.extension": ("most",),
    "caucus.uneven": ("rest", "below", "above"),
    "speech.seconds": ("least", "most"),
    "reply.seconds": ("most",),
}
_CODES = {
    "status": STATUSES,
    "choice": CHOICES,
    "clock": CLOCKS,
    "stage": STAGES,
    "phase": PHASES,
    "debate_stage": DEBATE_STAGES,
    "parameter": PARAMETERS,
    "point": POINTS,
    "first_point": POINTS,
    "reason": DOES_NOT_APPLY,
    "role": web.ROLES,
    "to": YIELDS,
}


def refusal_sentence(refusal: Refusal, names: Names, gettext: Language = ENGLISH) -> str:
    """What stands against a command and what to do, for the person who gave it.

    `names` gives the delegations' short names by seat key (and papers by `paper:<key>`). A rule without
    words is named by its id, so that a person at least learns that the press did nothing.
    """
    message = SENTENCES.get(refusal.rule)
    if message is None:
        return gettext.say(N_("Not in order: {rule}."), rule=refusal.rule)
    for key, value in refusal.values:
        message = VARIANTS.get((refusal.rule, key, str(value)), message)
    return capital(gettext.say(message, **_values(refusal, names, gettext)))


def _values(refusal: Refusal, names: Names, gettext: Language) -> dict[str, str]:
    """The refusal's values in words, with what can be worked out from them."""
    values = dict(refusal.values)
    said = {key: _said(key, value, names, gettext) for key, value in values.items()}
    for key in _TIMES.get(refusal.rule, ()):
        said[key] = _time(refusal.rule, int(values[key]), gettext)
    if refusal.rule == "caucus.uneven":
        said |= _uneven(values, gettext)
    return said


def _said(key: str, value: Value, names: Names, gettext: Language) -> str:
    """One value: seats, motions, papers and codes by their names, numbers and texts as they are."""
    if isinstance(value, int):
        return topic_name(value, names, gettext) if key == "topic" else str(value)
    if isinstance(value, Said):
        return plain(_fault(value, names, gettext))[:LONGEST_FAULT]
    value = value if value in names else value[:LONGEST_SAID]  # it may be anything that somebody sent
    if key in ("seat", "by"):
        return name_of(value, names, gettext)
    if key == "setting":
        return setting_label(value, names, gettext)
    if key in ("motion", "first", "second"):
        return motion_kind_name(value, names, gettext)
    if key == "paper":
        return paper_name(value, names)
    if key in _CODES:
        return code_name(_CODES[key], value.partition(":")[0], gettext)
    return plain(value)


def _fault(fault: Said, names: Names, gettext: Language) -> str:
    """What is wrong with a rulebook; a parameter is called by its label."""
    if "parameter" not in fault.values:
        return gettext.tell(fault)
    label = gettext.say(N_("“{label}”"), label=setting_label(fault.values["parameter"], names, gettext))
    return gettext.tell(Said(fault.message, **{**fault.values, "parameter": label}))


def _time(rule: str, seconds: int, gettext: Language) -> str:
    if rule == "caucus.uneven":
        return minutes_and_seconds(seconds)
    if rule in ("caucus.max_speech", "speech.seconds", "reply.seconds"):
        return speech_length(seconds, gettext)
    return duration(seconds, gettext)


def _uneven(values: dict[str, Value], gettext: Language) -> dict[str, str]:
    """The total and the speech length that were asked for, and the speakers of the longer offer."""
    below, above, rest = (int(values[key]) for key in ("below", "above", "rest"))
    return {
        "total": duration(below + rest, gettext),
        "speech": speech_length(above - below, gettext),
        "more": str(int(values["speakers"]) + 1),
    }
