"""The chair's sentences as a form: what the house says at each step, what is said else, a preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.procedure.floor import Floor
from app.procedure.rulebook import Rulebook
from app.procedure.says import SAYS, Says, sentence_of
from app.procedure.steps_said import PARTS, STEPS
from app.screens.directory import Directory, read_in
from app.screens.rulebook_form import UNTOUCHED, Form
from app.screens.shown import told
from app.words.chair_examples import example_values
from app.words.chair_sentences import SENTENCES, with_short_names
from app.words.context import Context
from app.words.language import capital


@dataclass(frozen=True, slots=True)
class Sentence:
    """One step: `name` is its parameter, `value` the house's sentence ("" for none), `general` what is said
    then, both with their placeholders; `preview` is what the chair would read now."""

    name: str
    value: str
    general: str
    placeholders: tuple[str, ...]
    preview: str


@dataclass(frozen=True, slots=True)
class Part:
    """The steps of one part of a meeting, by the part's name; `touched`: typed otherwise."""

    name: str
    sentences: tuple[Sentence, ...]
    touched: bool = False


@dataclass(frozen=True, slots=True)
class SaysForm:
    """All sentences in the committee's language, a BCP 47 tag; `values` are those of the previews."""

    language: str
    parts: tuple[Part, ...]
    values: Mapping[str, str | int]


def says_form(floor: Floor, directory: Directory, typed: Form = UNTOUCHED) -> SaysForm:
    """Every step of the committee's rulebook, with today's names and numbers.

    What was `typed` into the form and refused stands in its fields again.
    """
    context = told(floor, read_in(directory, ""))
    values = example_values(context)
    parts = []
    for name, steps in PARTS.items():
        now = tuple(_sentence(context, directory.language, step, values) for step in steps)
        shown = tuple(replace(one, value=typed.get(one.name, [one.value])[-1]) for one in now)
        parts.append(Part(name, shown, touched=shown != now))
    return SaysForm(directory.language, tuple(parts), values)


def changed_says(book: Rulebook, language: str, form: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The sentences that a form sets otherwise than `book`, as `with_parameters` takes them."""
    found = {}
    for step in STEPS:
        name = SAYS + _place(book.says, step, language)
        typed = " ".join(form[name][-1].split()) if form.get(name) else None
        if typed is not None and typed != sentence_of(book.says, step, language):
            found[name] = typed
    return found


def _sentence(context: Context, language: str, step: str, values: Mapping[str, str | int]) -> Sentence:
    says = context.floor.rulebook.says
    own, general = sentence_of(says, step, language), _general(context, step)
    preview = capital((own or general).format(**values))
    return Sentence(SAYS + _place(says, step, language), own, general, STEPS[step], preview)


def _general(context: Context, step: str) -> str:
    """The general sentence with the placeholders that a house would write."""
    braced: dict[str, str | int] = {name: f"{{{name}}}" for name in STEPS[step]}
    return context.say(SENTENCES[step], **with_short_names(braced))


def _place(says: Says, step: str, language: str) -> str:
    """Where the sentence stands, or where it will: under the committee's language."""
    for tag in (language, language.partition("-")[0]):
        table = says.get(tag)
        if isinstance(table, dict) and step in table:
            return f"{tag}.{step}"
    return step if step in says else f"{language}.{step}"
