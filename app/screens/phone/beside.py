"""What stands beside a text while it is written: own position, sources, the guide's instruments."""

from __future__ import annotations

from dataclasses import dataclass

from app.screens.directory import Directory
from delegations.study_guides.guide import Instrument


@dataclass(frozen=True, slots=True)
class ToRecall:
    """An instrument of the guide, as a preambular clause names it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The reading matter of one writer; empty where the guide has nothing."""

    instruments: tuple[ToRecall, ...]
    positions: tuple[tuple[str, str], ...]
    """Topic and text, of the writer's delegation."""
    sources: tuple[str, ...]
    questions: tuple[str, ...]
    recalling: str = "Recalling"
    """How a preamble opens that recalls, in the committee's language."""


RECALLING = {"en": "Recalling", "es": "Recordando", "fr": "Rappelant"}
NOTHING_BESIDE = Beside((), (), (), ())


def beside(directory: Directory, seat_key: str) -> Beside:
    """What the guide gives seat `seat_key`; positions that nobody confirmed are not shown."""
    profile = directory.profiles.get(seat_key)
    own = profile.instruments if profile else ()
    known = {_key(one): one for one in (*own, *directory.collection.instruments)}
    return Beside(
        instruments=tuple(_to_recall(one) for one in known.values()),
        positions=tuple((one.topic, one.text) for one in profile.positions) if profile else (),
        sources=tuple(one.reference or one.text for one in profile.citations) if profile else (),
        recalling=RECALLING.get(directory.language, RECALLING["en"]),
        questions=(profile.questions if profile else directory.questions)[:6],
    )


def _key(one: Instrument) -> str:
    return (one.symbol or one.title).casefold()


def _to_recall(one: Instrument) -> ToRecall:
    """ "resolution A/RES/73/195 (2018)", or "the Kampala Convention (2009)"."""
    year = f" ({one.year})" if one.year and str(one.year) not in f"{one.title} {one.symbol}" else ""
    if one.symbol is None:
        named = one.title if one.title[:4].casefold() == "the " else f"the {one.title}"
        return ToRecall(one.title, f"{named}{year}")
    title = f", {one.title}" if one.title and one.title != one.symbol else ""
    return ToRecall(one.symbol, f"{one.symbol}{year}{title}")
