"""The chair's sentences as data: each house says what it says, and no sentence is left without its values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.procedure.consensus import AskConsensus
from app.procedure.list_state import CloseDebate
from app.procedure.parameters import differences, with_parameters
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_changes import ChangeRulebook
from app.procedure.rulebook_files import UnknownRulebook, compose, load, names, overlay_names, read
from app.procedure.says import Says
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.steps_said import STEPS
from app.words import Language, chairs_line
from app.words.chair_sentences import SENTENCES, SHORT
from tests.procedure.meeting import Meeting, called_to_order, committee, in_debate
from tests.procedure.moving import debating, with_draft
from tests.words.reading import NAMES, faults

MARKED: Says = {
    step: f"At {step.replace('_', ' ')}: {' '.join('{' + name + '}' for name in placeholders)}."
    for step, placeholders in STEPS.items()
}
"""A sentence for every step that names everything it may name."""


def line(meeting: Meeting, tag: str = "en") -> str:
    return chairs_line(meeting.floor, NAMES, Language(tag))


def own(**says: Any) -> Rulebook:
    return read(_file("\n".join(f'{step} = "{text}"' for step, text in says.items())), "ours.toml")


def _file(lines: str) -> str:
    return f'id = "ours"\ntitle = "Our house"\nbased_on = "harvard"\n[says]\n{lines}\n'


def test_every_step_has_a_general_sentence_that_its_values_fill() -> None:
    assert set(SENTENCES) == set(STEPS)
    for step, placeholders in STEPS.items():
        short = {name for name, longer in SHORT.items() if set(longer) & set(placeholders)}
        filled = SENTENCES[step].format(**dict.fromkeys((*placeholders, *short), "it"))
        assert "{" not in filled, step


@pytest.mark.parametrize("house", [*names(), *(f"un4mun+{name}" for name in overlay_names())])
def test_every_sentence_that_ships_is_one(house: str) -> None:
    says = load(house).says
    for table in (one for one in says.values() if isinstance(one, dict)):
        for step, text in table.items():
            filled = text.format(**{**dict.fromkeys(STEPS[step], "Mexico"), "next": "Go on."})
            assert faults(filled, ends=".?") == [], filled


def called(house: str) -> Meeting:
    """A delegation has the floor on the general list."""
    meeting = debating(load(house))
    meeting.do(JoinSpeakersList("peru"))
    meeting.do(CallNextSpeaker())
    return meeting


@pytest.mark.parametrize(
    ("house", "says"),
    [
        ("harvard", "The chair has recognized Peru, for 90 seconds."),
        ("una_usa", "The chair has recognized Peru, for 90 seconds."),
        ("nmun", "The honourable delegate of Peru has the floor for 90 seconds."),
        ("un4mun", "The representative of Peru has the floor, for 90 seconds."),
    ],
)
def test_who_has_the_floor_is_said_as_the_house_says_it(house: str, says: str) -> None:
    assert line(called(house)) == says


def test_thimun_speaks_of_the_house() -> None:
    meeting = with_draft(load("thimun"))
    assert line(meeting).startswith("The house will now debate DR 1.1. The main submitter reads")


def test_una_usa_calls_a_caucus_a_suspension() -> None:
    meeting = in_debate(rulebook=load("una_usa"))
    number = meeting.motion("unmoderated_caucus", "peru", total_seconds=600)
    assert line(meeting).startswith("Peru has moved for") and line(meeting).endswith("another delegation?")
    assert number
    assert "suspension" in str(load("una_usa").says["en"])


@pytest.mark.parametrize(("house", "who"), [("un4mun", "Committee"), ("un4mun+security_council", "Council")])
def test_the_president_asks_for_consensus(house: str, who: str) -> None:
    meeting, paper = with_draft(load(house)), "WP-1"
    meeting.do(CloseDebate(), insist="Everybody has spoken")
    assert line(meeting).startswith(f"The {who} will now take action on ")
    meeting.do(AskConsensus(paper))
    name = meeting.paper(paper).name
    assert line(meeting) == (
        f"May I take it that the {who} wishes to adopt {name} without a vote? It is so decided."
    )


def test_a_sentence_is_in_the_language_of_the_committee() -> None:
    meeting = called("un4mun")
    assert line(meeting, "es").startswith("Tiene la palabra la representación de Peru")
    assert line(meeting, "es-MX") == line(meeting, "es")
    assert line(meeting, "fr") == "Peru has the floor for 90 seconds.", "the general one, in that language"


def test_a_house_of_its_own_says_what_its_file_says() -> None:
    """No more than this text is needed: a wording touches no code."""
    book = own(
        speech_floor="Délégation du {delegation}, vous avez la parole ({seconds} s).",
        list_closed_empty="",
        speech_over="{delegation}, merci.",
    )
    meeting = in_debate(rulebook=book)
    meeting.do(JoinSpeakersList("peru"))
    meeting.do(CallNextSpeaker())
    # of the house below, the language is nearer than what is said in every language
    assert line(meeting, "fr") == "Délégation du Peru, vous avez la parole (90 s)."
    assert line(meeting, "en") == "The chair has recognized Peru, for 90 seconds."


def test_an_empty_sentence_leaves_it_to_the_general_one() -> None:
    text = 'id = "x"\ntitle = "x"\nbased_on = "nmun"\n[says.en]\nspeech_floor = ""\n'
    meeting = in_debate(rulebook=read(text, "x.toml"))
    meeting.do(JoinSpeakersList("peru"))
    meeting.do(CallNextSpeaker())
    assert line(meeting) == "Peru has the floor for 90 seconds."


@pytest.mark.parametrize(
    ("says", "where", "what"),
    [
        ("[says]\nspeech_flor = 'x'", "says.speech_flor", "the nearest is speech_floor"),
        ("[says.es]\nspeech_floor = '{delegacion}'", "says.es.speech_floor", "no placeholder {delegacion}"),
        ("[says]\nmotions_asked = '{delegation}'", "says.motions_asked", "it has none"),
        ("[says]\nspeech_floor = '{delegation.key}'", "says.speech_floor", "no placeholder {delegation.key}"),
        ("[says]\nspeech_floor = '{delegation!r}'", "says.speech_floor", "is {name} and nothing else"),
        ("[says]\nspeech_floor = '{delegation:>9}'", "says.speech_floor", "is {name} and nothing else"),
        ("[says]\nspeech_floor = '{0}'", "says.speech_floor", "no placeholder {0}"),
        ("[says]\nspeech_floor = '{delegation'", "says.speech_floor", "a brace is left open"),
        ("[says]\nspeech_floor = 4", "says.speech_floor", "a sentence of one line"),
        ("[says]\nspeech_floor = '" + "x" * 301 + "'", "says.speech_floor", "at most 300 characters"),
        ('[says]\nspeech_floor = "two\\nlines"', "says.speech_floor", "a sentence of one line"),
        ("[says.spanish]\nspeech_floor = 'x'", "says.spanish", "this is no language"),
        ("says = 'x'", "says", "a table of steps"),
    ],
)
def test_what_is_no_sentence_is_refused_by_file_table_and_key(says: str, where: str, what: str) -> None:
    with pytest.raises(UnknownRulebook) as refused:
        read(f'id = "x"\ntitle = "x"\n{says}\n', "x.toml")
    assert str(refused.value).startswith(f"x.toml, {where}: ") and what in str(refused.value)
    assert refused.value.where == where


def test_a_parameter_sets_a_sentence_and_takes_it_away() -> None:
    set_ = {"says.en.speech_floor": "{delegation} speaks.", "says.speech_over": "Time."}
    book = compose("nmun", ("latin_american",), set_)
    found = {name: after for name, _, after in differences(load("nmun+latin_american"), book)}
    assert found == set_
    assert with_parameters(load("nmun+latin_american"), found) == book
    back = {name: before for name, before, _ in differences(load("nmun+latin_american"), book)}
    assert with_parameters(book, back).says == load("nmun+latin_american").says
    with pytest.raises(UnknownRulebook, match=r"says\.en\.speech_floor: there is no placeholder \{seat\}"):
        with_parameters(book, {"says.en.speech_floor": "{seat}"})
    with pytest.raises(UnknownRulebook, match="there is no step speech_flor"):
        with_parameters(book, {"says.speech_flor": "x"})


def test_a_running_committee_changes_what_its_chair_says() -> None:
    meeting = called("harvard")
    given = {"says.en.speech_floor": "{delegation}, the microphone is yours."}
    (event,) = meeting.do(ChangeRulebook("The chairs agreed", given))
    assert line(meeting) == "Peru, the microphone is yours."
    assert [one.name for one in event.changes] == ["says.en.speech_floor"]
    assert meeting.replayed() == meeting.floor
    wrong = ChangeRulebook("A slip", {"says.en.speech_floor": "{minister}"})
    assert meeting.rules(wrong) == ("rulebook.wrong",)
    meeting.do(EndSpeech("peru"))


def test_the_first_sentence_of_a_meeting_is_the_houses_too() -> None:
    book = own(roll_call_begins="Silence, please: the roll is called.")
    assert line(committee(book)) == "Silence, please: the roll is called."
    marked = replace(book, says=MARKED)
    assert line(committee(marked)) == "At roll call begins: ."
    assert (
        line(called_to_order(rulebook=marked)) == "At quorum reached: 2 8 8 At first topic: Reintegration.."
    )
