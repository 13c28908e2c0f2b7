"""Motions in words: the name of their kind, a title for the ladder, and how they are moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.language import ENGLISH, N_, NN_, Language, Names, capital, plain
from app.words.measures import duration, short_duration, speech_length
from app.words.names import paper_name, topic_name

if TYPE_CHECKING:
    from app.procedure.terms import Terms

KIND_NAMES = {
    "adjourn_meeting": N_("Adjourn the meeting"),
    "suspend_meeting": N_("Suspend the meeting"),
    "extend_caucus": N_("Extend the caucus"),
    "close_caucus": N_("End the caucus"),
    "unmoderated_caucus": N_("Unmoderated caucus"),
    "consultation_of_the_whole": N_("Consultation of the whole"),
    "round_robin": N_("Round robin"),
    "moderated_caucus": N_("Moderated caucus"),
    "introduce_draft": N_("Introduce a draft resolution"),
    "introduce_amendment": N_("Introduce an amendment"),
    "adjourn_debate": N_("Adjourn debate"),
    "resume_debate": N_("Resume debate"),
    "close_debate": N_("Close debate"),
    "speaking_time": N_("Set the speaking time"),
    "open_speakers_list": N_("Open the speakers' list"),
    "close_speakers_list": N_("Close the speakers' list"),
}
PHRASES = {
    # the most that can be said comes first; a form is taken if the motion has all that it names
    "adjourn_meeting": (N_("the adjournment of the meeting"),),
    "suspend_meeting": (
        N_("the suspension of the meeting until {until}"),
        N_("the suspension of the meeting"),
    ),
    "extend_caucus": (N_("the extension of the caucus by {total}"), N_("the extension of the caucus")),
    "close_caucus": (N_("the end of the caucus"),),
    "unmoderated_caucus": (
        N_("an unmoderated caucus of {total} on {topic}"),
        N_("an unmoderated caucus of {total}"),
    ),
    "consultation_of_the_whole": (
        N_("a consultation of the whole for {total} on {topic}"),
        N_("a consultation of the whole for {total}"),
    ),
    "round_robin": (
        N_("a round robin with speeches of {speech} on {topic}"),
        N_("a round robin with speeches of {speech}"),
    ),
    "moderated_caucus": (
        N_("a moderated caucus of {total} with speeches of {speech} on {topic}"),
        N_("a moderated caucus of {total} with speeches of {speech}"),
    ),
    "introduce_draft": (N_("the introduction of {paper}"),),
    "introduce_amendment": (N_("the introduction of amendment {amendment}"),),
    "adjourn_debate": (N_("the adjournment of debate"),),
    "resume_debate": (N_("the resumption of debate on {agenda}"),),
    "close_debate": (N_("the closure of debate"),),
    "speaking_time": (N_("a speaking time of {speech}"),),
    "open_speakers_list": (
        N_("the opening of the speakers' list with speeches of {speech}"),
        N_("the opening of the speakers' list"),
    ),
    "close_speakers_list": (N_("the closure of the speakers' list"),),
}
_SPEAKERS = NN_("{n} speaker", "{n} speakers")


def motion_kind_name(kind: str, gettext: Language = ENGLISH) -> str:
    """The name of a kind of motion; a kind that only a house's own rulebook has is named by its code."""
    return gettext(KIND_NAMES[kind]) if kind in KIND_NAMES else capital(plain(kind.replace("_", " ")))


def motion_title(kind: str, terms: Terms, names: Names, gettext: Language = ENGLISH) -> str:
    """One line for the ladder: "Moderated caucus, 10 min of 60 s", "Introduce a draft resolution, DR 1.1"."""
    said = _title_values(terms, names, gettext)
    return ", ".join((motion_kind_name(kind, gettext), *said))


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
    for form in PHRASES.get(kind, ()):
        if all(text for name, text in values.items() if f"{{{name}}}" in form):
            return gettext.say(form, **values)
    return gettext.say(N_("the motion “{name}”"), name=motion_kind_name(kind, gettext))


def _values(terms: Terms, names: Names, gettext: Language) -> dict[str, str]:
    """The motion's parameters in words; "" for those it does not have."""
    return {
        "total": duration(terms.total_seconds, gettext) if terms.total_seconds else "",
        "speech": speech_length(terms.speech_seconds, gettext) if terms.speech_seconds else "",
        "topic": plain(terms.topic),
        "paper": paper_name(terms.paper, names) if terms.paper else "",
        "amendment": plain(terms.amendment),
        "until": _until(terms),
        "agenda": topic_name(terms.topic_number, names, gettext) if terms.topic_number else "",
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
    if terms.paper:
        said.append(paper_name(terms.paper, names))
    if terms.amendment:
        said.append(plain(terms.amendment))
    if terms.topic_number:
        said.append(topic_name(terms.topic_number, names, gettext))
    return said


def _until(terms: Terms) -> str:
    """When to resume, without the "until" that many people write in front."""
    return plain(terms.until).removeprefix("until ").removeprefix("Until ")
