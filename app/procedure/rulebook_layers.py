"""Rulebooks in layers: what a house lists is laid over what it is based on, table by table, row by row."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from app.procedure.published_orders import PUBLISHED
from delegations.said import N_, Said

Layer = Mapping[str, Any]
"""A rulebook, or a part of one, as its TOML file gives it."""
DIRECTIONS = frozenset({"kind", "based_on", "removed_motions", "precedence_of"})
"""Keys that say how a layer is used and are no part of the rulebook."""


class UnknownRulebook(ValueError):
    """A rulebook that does not exist or cannot be read; the message names file, table and key.

    The message can be told in any language (`Said`). `where` is table and key ("quorum.open_base"), "" where
    the file as a whole is wrong.
    """

    def __init__(self, sentence: str, where: str = "") -> None:
        super().__init__(sentence)
        self.where = where


def wrong(file: str, where: str, what: str, **values: Any) -> UnknownRulebook:
    """The error for `what`, a message with its `values`, is wrong in `file` at table and key `where`."""
    fault = Said(what, **values)
    return UnknownRulebook(Said(N_("{file}, {where}: {fault}."), file=file, where=where, fault=fault), where)


def laid_over(base: Layer, layer: Layer, file: str, *, overlay: bool = False) -> dict[str, Any]:
    """`base` with `layer` of `file` on top.

    Settings are replaced one by one, motions by kind and field by field, notes are added. An `overlay` fits
    any house: what it takes away may be missing, and its order goes before the house's. Raises
    UnknownRulebook.
    """
    made = {**base, **{key: value for key, value in layer.items() if key not in DIRECTIONS}}
    for key, value in layer.items():
        if isinstance(value, Mapping) and isinstance(base.get(key), Mapping):
            made[key] = {**base[key], **value}
    if "says" in layer:
        made["says"] = _said_over(base.get("says", {}), layer["says"])
    made["notes"] = [*_list(base, "notes", file), *_list(layer, "notes", file)]
    rows = _rows(base, layer, file, overlay)
    ahead = _ahead(layer, file, overlay)
    made["motions"] = [_placed(row, ahead) for row in rows.values()]
    first = [kind for kind in ahead if kind in rows]
    rest = (kind for kind in _rest(base, layer, file, rows, overlay) if kind not in first)
    made["precedence"] = [*first, *rest]
    return made


def _said_over(base: Any, layer: Any) -> Any:
    """The chair's sentences of `base` with those of `layer` on top, language by language, step by step."""
    if not isinstance(base, Mapping) or not isinstance(layer, Mapping):
        return layer
    return {**base, **{key: _said_over(base.get(key), value) for key, value in layer.items()}}


def _rows(base: Layer, layer: Layer, file: str, overlay: bool) -> dict[str, dict[str, Any]]:
    """The motions by kind, those that the layer takes away taken away."""
    rows = _by_kind(base, file)
    for kind in _kinds(layer, "removed_motions", file):
        if kind not in rows and not overlay:
            raise wrong(file, "removed_motions", N_("there is no motion {kind} to take away"), kind=kind)
        rows.pop(kind, None)
    for kind, row in _by_kind(layer, file).items():
        rows[kind] = {**rows.get(kind, {}), **row}
    return rows


def _by_kind(layer: Layer, file: str) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for place, row in enumerate(_list(layer, "motions", file)):
        if not isinstance(row, Mapping) or not isinstance(row.get("kind"), str):
            raise wrong(file, f"motions.{place}", N_("a motion is a table with its kind"))
        if row["kind"] in rows:
            raise wrong(file, f"motions.{row['kind']}", N_("this kind of motion is there twice"))
        rows[row["kind"]] = dict(row)
    return rows


def _ahead(layer: Layer, file: str, overlay: bool) -> list[str]:
    """The kinds that go before all others of the house."""
    name = layer.get("precedence_of")
    if name is not None and not (isinstance(name, str) and name in PUBLISHED):
        what = N_("{name} is no published order; choose one of {names}")
        raise wrong(file, "precedence_of", what, name=name, names=", ".join(PUBLISHED))
    own = _kinds(layer, "precedence", file) if overlay else []
    return list(dict.fromkeys([*PUBLISHED.get(str(name), ()), *own]))


def _placed(row: dict[str, Any], ahead: list[str]) -> dict[str, Any]:
    """A motion that an order names has its place in it, even where the house had left it without one."""
    return {key: value for key, value in row.items() if key != "ordered" or row["kind"] not in ahead}


def _rest(base: Layer, layer: Layer, file: str, kinds: Collection[str], overlay: bool) -> list[str]:
    """The order of the layer, or that of the house without what was taken away."""
    if "precedence" in layer and not overlay:
        return _kinds(layer, "precedence", file)
    return [kind for kind in _kinds(base, "precedence", file) if kind in kinds]


def _kinds(layer: Layer, key: str, file: str) -> list[str]:
    found = _list(layer, key, file)
    if not all(isinstance(kind, str) for kind in found):
        raise wrong(file, key, N_("this is a list of kinds of motion"))
    return found


def _list(layer: Layer, key: str, file: str) -> list[Any]:
    found = layer.get(key, ())
    if not isinstance(found, list | tuple):
        raise wrong(file, key, N_("this is a list"))
    return list(found)
