"""The settings of a rulebook in the organizer's words: labels, sentences, values, and what a change says."""

from __future__ import annotations

from typing import Any

from app.procedure.parameter_table import PARAMETERS
from app.procedure.says import SAYS
from app.words import settings_debate, settings_meeting, settings_texts
from app.words.language import ENGLISH, N_, Language, Names, plain
from app.words.measures import listed
from app.words.motions import motion_kind_name
from app.words.setting_values import VALUES

SETTINGS = settings_meeting.SETTINGS | settings_debate.SETTINGS | settings_texts.SETTINGS
"""Dotted name of a setting -> its label and the sentence that says what it means (a test holds all)."""
FIELDS = {
    "title": N_("title"),
    "effect": N_("effect"),
    "phases": N_("in order"),
    "parameters": N_("what its mover names"),
    "optional": N_("what its mover may name"),
    "majority": N_("majority"),
    "speakers_for": N_("speakers for"),
    "speakers_against": N_("speakers against"),
    "speech_seconds": N_("length of speeches"),
    "mover_speaks": N_("its mover speaks"),
    "only_if_objected": N_("vote only where somebody objects"),
    "seconds": N_("seconds"),
    "ordered": N_("place in the order of precedence"),
}
"""Field of a motion's row -> its label."""
_IN_SECONDS = "_seconds"


def setting_label(name: str, names: Names, gettext: Language = ENGLISH) -> str:
    """What a setting is called, to stand inside a sentence; `name` is a parameter, a setting or a motion."""
    setting = PARAMETERS[name].settings[0] if name in PARAMETERS else name
    group, _, rest = setting.partition(".")
    if group == "motions":
        kind, _, field = rest.partition(".")
        motion = motion_kind_name(kind, names, gettext)
        label = gettext(FIELDS[field]) if field in FIELDS else ""
        return gettext.say(N_("{motion}, {label}"), motion=motion, label=label) if label else motion
    if setting.startswith(SAYS):
        return gettext(N_("a sentence of the chair"))
    if setting == "precedence":
        return gettext(N_("order of precedence"))
    return gettext(SETTINGS[setting][0]) if setting in SETTINGS else plain(setting)


def setting_sentence(name: str, gettext: Language = ENGLISH) -> str:
    """What a setting means, in one sentence; "" for what has none."""
    setting = PARAMETERS[name].settings[0] if name in PARAMETERS else name
    return gettext(SETTINGS[setting][1]) if setting in SETTINGS else ""


def value_words(name: str, value: Any, names: Names, gettext: Language = ENGLISH) -> str:
    """The value of a setting in words; `value` is plain, as `parameters.differences` gives it."""
    match value:
        case None if name.startswith("motions.") and name.endswith((".majority", ".seconds")):
            return gettext(N_("as the house has it"))
        case None | "":
            return gettext(N_("nothing"))
        case bool():
            return gettext(N_("yes")) if value else gettext(N_("no"))
        case int():
            return gettext.say(N_("{n} s"), n=value) if _in_seconds(name) else str(value)
        case list() | tuple():
            said = [value_words(name, one, names, gettext) for one in value]
            return listed(said, gettext) if said else gettext(N_("none"))
        case dict():
            return gettext(N_("as the house has it"))
    if name.startswith(SAYS):
        return plain(str(value))
    if value in VALUES:
        return gettext(VALUES[value])
    return motion_kind_name(value, names, gettext) if name == "precedence" else plain(str(value))


def _in_seconds(name: str) -> bool:
    setting = PARAMETERS[name].settings[0] if name in PARAMETERS else name
    return setting.endswith((_IN_SECONDS, "replies.seconds"))
