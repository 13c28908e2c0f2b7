"""Drills: each is a transcript of which only the last line is in question, and the rules decide it."""

from __future__ import annotations

import json
import re
import tomllib
from importlib import resources

import pytest

from app.drills import Situation, UnknownDrill, elsewhere_ruled, ruled, situation, situations
from app.drills.speaking import WRITTEN, named
from app.screens.environment import LANGUAGES
from app.transcripts import play
from app.web.drill_pages import drills_page
from app.words import language

# What the rules reference says (section F), by its number: what is ruled, and what in the other house.
REFERENCE = {
    "two-thirds": ("T06", "lost", "carried"),
    "abstentions": ("T02", "carried", "lost"),
    "tie": ("T08", "lost", None),
    "bound-to-vote": ("T13", "impossible", "in_order"),
    "missing-hand": ("T16", "against_rulebook", "in_order"),
    "uneven-time": ("T17", "against_rulebook", "in_order"),
    "longer-extension": ("T19", "against_rulebook", "in_order"),
    "extension-first": ("T22", "against_rulebook", None),
    "appeal": ("T31", "lost", "carried"),
    "pass-then-abstain": ("T32", "impossible", None),
    "preamble": ("T39", "against_rulebook", "in_order"),
    "second-degree": ("T41", "against_rulebook", "in_order"),
    "closure-too-early": ("T53", "against_rulebook", None),
    "yield-in-a-caucus": ("T55", "against_rulebook", "in_order"),
    "twice-on-the-list": ("T56", "impossible", "in_order"),
    "ngo-sponsor": ("T58", "against_rulebook", "in_order"),
    "cold-room": ("T60", "in_order", "against_rulebook"),
    "reply-to-a-reply": ("T61", "against_rulebook", "in_order"),
    "too-long-a-caucus": ("T73", "against_rulebook", "in_order"),
}
EVERY = pytest.mark.parametrize("drill", situations(), ids=lambda drill: drill.name)


def test_there_is_a_ruling_of_the_reference_for_every_drill() -> None:
    assert {one.name for one in situations()} == set(REFERENCE)


@EVERY
def test_the_rules_rule_as_the_reference_does(drill: Situation) -> None:
    case, here, there = REFERENCE[drill.name]
    ruling, other = ruled(drill), elsewhere_ruled(drill)
    assert (ruling.outcome, other.outcome if other else None) == (here, there), case
    assert ruling.outcome in ruling.answers
    assert ruling.sentence.endswith(".") and "{" not in ruling.sentence


@EVERY
def test_only_the_last_line_is_in_question(drill: Situation) -> None:
    *earlier, last, _ = play(drill.transcript)
    assert [told for told in earlier if not told["accepted"]] == []
    assert last["line"] == len(drill.transcript)


@EVERY
def test_what_the_house_has_set_is_what_decides(drill: Situation) -> None:
    ruling, other = ruled(drill), elsewhere_ruled(drill)
    if other is not None:
        assert ruling.setting and other.setting, "a drill with another house names the setting"
        assert ruling.setting[0] == other.setting[0] and ruling.setting[1] != other.setting[1]
        assert ruling.outcome != other.outcome
    assert ruling.setting or ruling.rule, "something must be named that decides"


@EVERY
def test_every_language_has_its_words(drill: Situation) -> None:
    assert set(drill.words) == set(LANGUAGES)
    for tag in LANGUAGES:
        title, text = drill.words[tag]
        assert title and text.endswith((".", "?")), tag
        assert tag == "en" or ruled(drill, language(tag)).sentence != ruled(drill).sentence


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != "en"])
def test_names_and_what_is_said_in_a_ruling_follow_the_language(tag: str) -> None:
    words = tomllib.loads((resources.files("app.drills") / "words.toml").read_text("utf-8"))
    told = [json.loads(line) for drill in situations() for line in drill.transcript]
    said = {
        one[key] for one in told for key in WRITTEN if isinstance(one.get(key), str) and one[key][0] != "@"
    }
    assert said <= set(words[tag]), "a remark or a topic of a drill has no words in this language"
    names = {place["name"] for one in told for place in one.get("roster", ())}
    changed = {name for name in names if named({"seat": name}, tag) != {"seat": name}}
    assert {"Germany", "Spain", "Red Cross"} <= changed
    for drill in situations():
        for ruling in (ruled(drill, language(tag)), elsewhere_ruled(drill, language(tag))):
            assert ruling is None or not {
                one for one in changed | said if re.search(rf"\b{one}\b", ruling.sentence)
            }
    spoilt = {"es": "En la sala hace demasiado frío", "fr": "Il fait trop froid dans la salle"}
    assert spoilt[tag] in ruled(situation("cold-room"), language(tag)).sentence


def test_a_ruling_follows_the_transcript() -> None:
    drill = situation("two-thirds")
    more = tuple(line.replace(b'"yes": 19, "no": 11', b'"yes": 20, "no": 10') for line in drill.transcript)
    assert more != drill.transcript
    changed = Situation(drill.name, drill.words, drill.setting, drill.elsewhere, more)
    assert (ruled(drill).outcome, ruled(changed).outcome) == ("lost", "carried")


def test_an_unknown_drill_is_named() -> None:
    with pytest.raises(UnknownDrill, match=r"There is no drill “nothing”\. There are: abstentions, appeal, "):
        situation("nothing")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_page_has_every_drill_with_one_right_answer(locale: str) -> None:
    shown = drills_page(locale)
    sections = re.findall(r'<section class="drill" id="([^"]+)"(.*?)</section>', shown, re.DOTALL)
    assert [name for name, _ in sections] == [one.name for one in situations()]
    for name, section in sections:
        title, text = situation(name).words[locale]
        assert escaped(title) in section and escaped(text) in section
        assert section.count("<details") == len(ruled(situation(name)).answers)
        assert escaped(ruled(situation(name), language(locale)).sentence) in section


def test_the_right_answer_is_the_one_that_the_rules_give() -> None:
    shown = drills_page("en")
    section = shown[shown.index('id="uneven-time"') :]
    wrong, right, impossible = re.findall(r"<summary>(.*?)</details>", section, re.DOTALL)[:3]
    assert wrong.startswith("In order<") and "No: out of order; the chair may insist." in wrong
    assert right.startswith("Out of order; the chair may insist<") and "Right." in right
    assert impossible.startswith("Impossible") and "Right." not in impossible
    assert "the last speech is shorter" in right, "what another house rules stands beside it"


def escaped(text: str) -> str:
    """The text as it stands in a page."""
    return text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")
