"""Motions in words: the name of their kind, a title for the ladder, and how they are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.agenda_order import topics_in
from app.words.language import ENGLISH, N_, NN_, Language, Names, capital, plain
from app.words.measures import duration, listed, short_duration, speech_length
from app.words.motion_names import KIND_NAMES, PHRASES
from app.words.names import paper_name, topic_name
from app.words.rule_names import rule_name

if TYPE_CHECKING:
    from app.procedure.terms import Terms

MODES = {"open": N_("open debate"), "closed": N_("closed debate")}
_SPEAKERS = NN_("{n} speaker", "{n} speakers")


def motion_kind_name(kind: str, names: Names, gettext: Language = ENGLISH) -> str:
    """The name of a kind of motion: the house's own title (in `names`, see `names_on`) before ours.

    A kind that has neither is named by its code.
    """
    if own := names.get(f"motion:{kind}"):
        return plain(own)
    return gettext(KIND_NAMES[kind]) if kind in KIND_NAMES else capital(plain(kind.replace("_", " ")))


def motion_title(kind: str, terms: Terms, names: Names, gettext: Language = ENGLISH) -> str:
    """One line for the ladder: "Moderated caucus, 10 min of 60 s", "Introduce a draft resolution, DR 1.1"."""
    said = _title_values(terms, names, gettext)
    return ", ".join((motion_kind_name(kind, names, gettext), *said))


def motion_detail(kind: str, terms: Terms, names: Names, gettext: Language = ENGLISH) -> str:
    """What the title leaves out: the number of speakers, the topic, when to resume; "" where nothing is."""
    details = []
    if terms.total_seconds and terms.speech_seconds:
        details.append(gettext.count(_SPEAKERS, terms.total_seconds // terms.speech_seconds))
    if plain(terms.topic):
        details.append(plain(terms.topic))
    if _until(terms):
        details.append(gettext.say(N_("until {until}"), until=_until(terms)))
    return ", ".join(details)


def motion_phrase(kind: str, terms: Terms, names: Names, gettext: Language = ENGLISH) -> str:
    """What is moved, to stand inside a sentence: "the closure of debate", "a moderated caucus of ..."."""
    values = _values(terms, names, gettext)
    for form in () if f"motion:{kind}" in names else PHRASES.get(kind, ()):
        if all(text for name, text in values.items() if f"{{{name}}}" in form):
            return gettext.say(form, **values)
    return gettext.say(N_("the motion “{name}”"), name=motion_kind_name(kind, names, gettext))


def _values(terms: Terms, names: Names, gettext: Language) -> dict[str, str]:
    """The motion's parameters in words; "" for those it does not have."""
    return {
        "total": duration(terms.total_seconds, gettext) if terms.total_seconds else "",
        "speech": speech_length(terms.speech_seconds, gettext) if terms.speech_seconds else "",
        "topic": plain(terms.topic),
        "paper": paper_name(terms.paper, names) if terms.paper else "",
        "amendment": plain(terms.amendment),
        "until": _until(terms),
        "rule": rule_name(terms.rule, gettext),
        "agenda": topic_name(terms.topic_number, names, gettext) if terms.topic_number else "",
        "agenda_order": listed([topic_name(n, names, gettext) for n in topics_in(terms.order)], gettext)
        if terms.order
        else "",
        "count": str(terms.count) if terms.count else "",
        "name": plain(terms.name),
        "mode": gettext(MODES[terms.mode]) if terms.mode else "",
        "to": plain(terms.to),
        "order": ", ".join(paper_name(key, names) for key in terms.order),
    }


def _title_values(terms: Terms, names: Names, gettext: Language) -> list[str]:
    """What follows the name in the title."""
    total = short_duration(terms.total_seconds, gettext)
    speech = gettext.say(N_("{seconds} s"), seconds=terms.speech_seconds)
    said = []
    if terms.total_seconds and terms.speech_seconds:
        said.append(gettext.say(N_("{total} of {speech}"), total=total, speech=speech))
    elif terms.total_seconds:
        said.append(total)
    elif terms.speech_seconds:
        said.append(speech)
    if terms.mode:
        said.append(gettext(MODES[terms.mode]))
    if terms.paper:
        said.append(paper_name(terms.paper, names))
    if terms.amendment:
        said.append(plain(terms.amendment))
    if terms.rule:
        said.append(rule_name(terms.rule, gettext))
    if terms.topic_number:
        said.append(topic_name(terms.topic_number, names, gettext))
    return said


def _until(terms: Terms) -> str:
    """When to resume, without the "until" that many people write in front."""
    return plain(terms.until).removeprefix("until ").removeprefix("Until ")
