"""What the rules say to a situation: its transcript is played, and the last line is ruled on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from app.drills.situations import Situation
from app.drills.speaking import named, spoken
from app.procedure.results import ResultAnnounced
from app.procedure.rulebook import Rulebook
from app.transcripts.play import Playing, Told, steps
from app.words import ENGLISH, Language, act_sentences, rule_name
from app.words.settings import setting_label, value_words

Outcome = Literal["in_order", "against_rulebook", "impossible", "carried", "lost"]
OF_A_PRESS: tuple[Outcome, ...] = ("in_order", "against_rulebook", "impossible")
OF_A_VOTE: tuple[Outcome, ...] = ("carried", "lost")
"""What a chair may answer: to somebody who wants something, and to a count."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What comes out: in one word, in a sentence, and what decides it.

    `rule` is the name of the rule that stands against it ("" where none does), `setting` what the house has
    set that decides, as label and value, or nothing.
    """

    outcome: Outcome
    sentence: str
    house: str
    rule: str = ""
    rule_id: str = ""
    setting: tuple[str, str] | None = None

    @property
    def answers(self) -> tuple[Outcome, ...]:
        """What may be answered, this outcome among it."""
        return OF_A_VOTE if self.outcome in OF_A_VOTE else OF_A_PRESS


def ruled(situation: Situation, tongue: Language = ENGLISH) -> Ruling:
    """What the house of the situation rules."""
    return _ruled(situation.transcript, situation.setting, tongue)


def elsewhere_ruled(situation: Situation, tongue: Language = ENGLISH) -> Ruling | None:
    """What a house rules that has set one thing otherwise; None where the situation names none."""
    if not situation.elsewhere:
        return None
    return _ruled(situation.transcript_elsewhere(), situation.setting, tongue)


def _ruled(lines: Iterable[bytes], setting: str, tongue: Language) -> Ruling:
    playing, told = _played(lines, tongue)
    book = playing.founding.command.rulebook
    setting_words = _setting(book, setting, tongue) if setting else None
    if told["accepted"]:
        return Ruling(_accepted(playing), _sentence(playing, tongue), book.title, setting=setting_words)
    known = rule_name(told["rule"], tongue)
    name = "" if known == told["rule"] else known  # what nobody may overrule has no name
    return Ruling(_refused(told), told["why"], book.title, name, told["rule"], setting_words)


def _played(lines: Iterable[bytes], tongue: Language) -> tuple[Playing, Told]:
    """The committee after its last line, and what became of that, all in the reader's language."""
    course = steps(spoken(lines, tongue.tag), tongue)
    playing, told = next(course)
    names = named(playing.founding.names, tongue.tag)
    playing.founding = replace(playing.founding, names=names)  # the order of seats is settled already
    for _, told in course:  # noqa: B007 - the last one counts
        pass
    return playing, told


def _accepted(playing: Playing) -> Outcome:
    events = playing.history.kept[-1].entry.events
    announced = next((event for event in events if isinstance(event, ResultAnnounced)), None)
    if announced is None:
        return "in_order"
    return "carried" if announced.passed else "lost"


def _refused(told: Told) -> Outcome:
    return "impossible" if told["impossible"] else "against_rulebook"


def _sentence(playing: Playing, tongue: Language) -> str:
    entry = playing.history.kept[-1].entry
    return " ".join(act_sentences(entry.by, entry.events, playing.history.floor, playing.names, tongue))


def _setting(book: Rulebook, setting: str, tongue: Language) -> tuple[str, str]:
    return setting_label(setting, {}, tongue), value_words(setting, _value(book, setting), {}, tongue)


def _value(book: Rulebook, setting: str) -> Any:
    """What a house has set; `setting` is "group.field", or "motions.kind.field"."""
    group, _, rest = setting.partition(".")
    if group != "motions":
        return getattr(getattr(book, group), rest)
    kind, _, field = rest.partition(".")
    return getattr(book.motion(kind), field)
