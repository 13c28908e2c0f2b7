"""Rulebooks as files: those that ship with Placard, a house's own, and both with overlays and parameters."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from app.procedure.parameters import with_parameters
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_checks import checked
from app.procedure.rulebook_layers import Layer, UnknownRulebook, laid_over, wrong
from delegations.said import N_, Said

__all__ = [
    "Overlay",
    "UnknownRulebook",
    "compose",
    "load",
    "names",
    "overlay_names",
    "overlays",
    "read",
    "read_layer",
    "shipped",
]
DEEPEST = 5
"""How many houses may stand on one another by `based_on`."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What goes on top of any rulebook: its name, its title, and where it is from."""

    id: str
    title: str
    evidence: str


def load(name: str) -> Rulebook:
    """The rulebook `name`: one that ships, also with overlays ("harvard+iom_council"), or a TOML file.

    Raises UnknownRulebook, naming file, table and key, where it is missing or wrong.
    """
    if _is_path(name):
        return read(Path(name).read_text("utf-8"), name)
    return shipped(name)


def shipped(name: str) -> Rulebook:
    """The rulebook that ships with Placard as `name`, also with overlays; raises UnknownRulebook."""
    base, *overlays = name.split("+")
    return _with_overlays(base, tuple(overlays))


def compose(name: str, overlays: Iterable[str] = (), parameters: Mapping[str, Any] = {}) -> Rulebook:
    """The rulebook `name` with overlays on top, the last one uppermost, and single parameters set.

    `parameters` are those of `with_parameters`. Raises UnknownRulebook.
    """
    names_ = tuple(overlays)
    if _is_path(name):
        book = read_layer(_parsed(Path(name).read_text("utf-8"), name), name, names_)
    else:
        book = load("+".join((name, *names_)))
    return with_parameters(book, parameters)


def names() -> tuple[str, ...]:
    """The rulebooks that ship with Placard, by name."""
    return tuple(name for name in _files() if _layer(name).get("kind") != "overlay")


def overlay_names() -> tuple[str, ...]:
    """The overlays that ship with Placard, by name: each goes on top of any rulebook."""
    return tuple(name for name in _files() if _layer(name).get("kind") == "overlay")


def overlays() -> tuple[Overlay, ...]:
    """The overlays that ship, with what they are called."""
    layers = ((name, _layer(name)) for name in overlay_names())
    return tuple(Overlay(name, str(found["title"]), str(found.get("evidence", ""))) for name, found in layers)


def read(text: str, file: str) -> Rulebook:
    """A rulebook out of the TOML `text` of `file`; raises UnknownRulebook where it does not fit."""
    return read_layer(_parsed(text, file), file)


def read_layer(layer: Layer, file: str, overlays: Iterable[str] = ()) -> Rulebook:
    """A rulebook out of the tables of a file, with overlays on top; raises UnknownRulebook."""
    return _overlaid(_standing(layer, file), file, tuple(overlays))


def _is_path(name: str) -> bool:
    return name.endswith(".toml")


@cache
def _with_overlays(name: str, overlays: tuple[str, ...]) -> Rulebook:
    if name not in names():
        what, there = N_("There is no rulebook {name}; choose one of {names}."), ", ".join(names())
        raise UnknownRulebook(Said(what, name=name, names=there))
    return _overlaid(_standing(_layer(name), f"{name}.toml"), f"{name}.toml", overlays)


def _overlaid(data: Layer, file: str, overlays: tuple[str, ...]) -> Rulebook:
    """The rulebook with its overlays; each layer is checked, so that a fault is its own."""
    book = checked(data, file)
    for name in overlays:
        if name not in overlay_names():
            there = ", ".join(overlay_names())
            what = N_("There is no overlay {name}; choose among {names}.")
            raise UnknownRulebook(Said(what, name=name, names=there))
        layer = _layer(name)
        both = {key: f"{data[key]}{between}{layer[key]}" for key, between in (("id", "+"), ("title", " + "))}
        data = {**laid_over(data, layer, f"{name}.toml", overlay=True), **both}
        book = checked(data, f"{name}.toml")
    return book


def _standing(layer: Layer, file: str, depth: int = 0) -> Layer:
    """The layer on top of the house that it is based on, if it is based on one."""
    if layer.get("kind") == "overlay":
        raise wrong(file, "kind", N_("an overlay goes on top of a rulebook and is none by itself"))
    if depth > DEEPEST:
        raise wrong(file, "based_on", N_("houses stand on one another without end"))
    name = layer.get("based_on")
    if name is None:
        return laid_over({}, layer, file)
    if not isinstance(name, str) or name not in _files():
        what = N_("there is no rulebook {name}; choose one of {names}")
        raise wrong(file, "based_on", what, name=name, names=", ".join(names()))
    return laid_over(_standing(_layer(name), f"{name}.toml", depth + 1), layer, file)


@cache
def _layer(name: str) -> Layer:
    """A file that ships with Placard, as it stands."""
    return _parsed(_files()[name].read_text("utf-8"), f"{name}.toml")


@cache
def _files() -> dict[str, Traversable]:
    folder = resources.files("app.procedure") / "rulebooks"
    found = {path.name[:-5]: path for path in folder.iterdir() if path.name.endswith(".toml")}
    return dict(sorted(found.items()))


def _parsed(text: str, file: str) -> Layer:
    try:
        layer = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnknownRulebook(f"{file}: {error}.") from error
    if layer.get("kind", "rulebook") not in ("rulebook", "overlay"):
        raise wrong(file, "kind", N_("this is a rulebook or an overlay"))
    return layer
