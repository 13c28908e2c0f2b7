"""How the bench measures: ours and the reference in turns, and what the pairs say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: pairs of measurements, sockets, halls, changes in one measurement, presses of one
    connection, and acts of the longest record."""

    pairs: int = 6
    people: int = 2000
    halls: int = 60
    changes: int = 20
    presses: int = 30
    acts: int = 10_000


QUICK = Size(pairs=2, changes=10, presses=15)


@dataclass(slots=True)
class Sides:
    """What is compared, while its servers run. Each side returns one value in the unit of the metric.

    `reference` is None where it cannot run; `why` says so in a sentence. What is noted beside is printed as
    absolute values; every `guard` must stay at zero.
    """

    ours: Callable[[], float]
    reference: Callable[[], float] | None
    why: str = ""
    notes: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    guards: dict[str, int] = field(default_factory=dict)

    def note(self, name: str, value: float) -> None:
        """A value to print beside the ratio; its median counts."""
        self.notes[name].append(value)

    def guard(self, name: str, faults: int) -> None:
        """Faults that were found; there may be none."""
        self.guards[name] = self.guards.get(name, 0) + int(faults)


Stage = Callable[[Size], AbstractContextManager[Sides]]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One row of the table: what is measured against what, and what must and what should be reached.

    `must` and `goal` bound the ratio, or the value itself where `of_ratio` is False; from below where
    `at_least`.
    """

    id: str
    what: str
    metric: str
    reference: str
    must: float
    goal: float | None
    stage: Stage
    at_least: bool = False
    of_ratio: bool = True

    def reaches(self, value: float | None, bound: float | None) -> bool | None:
        """Whether a value keeps a bound; None where there is none."""
        if value is None or bound is None:
            return None
        return value >= bound if self.at_least else value <= bound


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a scenario."""

    scenario: Scenario
    ratio: float | None
    quartiles: tuple[float, float] | None
    ours: float | None
    absolute: dict[str, float]
    guards: dict[str, int]
    why: str = ""

    def met(self, bound: float | None) -> bool | None:
        """Whether the bound is kept and nothing went wrong; None where that cannot be said."""
        value = self.ratio if self.scenario.of_ratio else self.ours
        reached = self.scenario.reaches(value, bound)
        return reached if reached is None else reached and not any(self.guards.values())

    def as_json(self) -> dict[str, Any]:
        """The row of `bench.json`."""
        one = self.scenario
        return {
            "id": one.id,
            "what": one.what,
            "metric": one.metric,
            "reference": one.reference,
            "ratio": self.ratio,
            "quartiles": list(self.quartiles) if self.quartiles else [None, None],
            "must": one.must,
            "goal": one.goal,
            "bound": ("at least" if one.at_least else "at most") + ("" if one.of_ratio else ", of the value"),
            "must_met": self.met(one.must),
            "goal_met": self.met(one.goal),
            "absolute": self.absolute,
            "guards": self.guards,
            "why": self.why,
        }


def measure(scenario: Scenario, size: Size, tell: Callable[[str], None]) -> Outcome:
    """Runs a scenario: its pairs in turns, the first side changing, with a word after each."""
    with scenario.stage(size) as sides:
        pairs = list(_pairs(scenario, sides, size.pairs, tell))
    ours = [one for one, _ in pairs]
    ratios = [one / other for one, other in pairs if other]
    absolute = {"ours": median(ours), **{name: median(values) for name, values in sides.notes.items()}}
    if sides.reference:
        absolute["reference"] = median(other for _, other in pairs if other is not None)
    ratio = median(ratios) if ratios else None
    quartiles = _quartiles(ratios) if ratios else None
    return Outcome(scenario, ratio, quartiles, median(ours), absolute, sides.guards, sides.why)


def _pairs(
    scenario: Scenario, sides: Sides, number: int, tell: Callable[[str], None]
) -> Iterator[tuple[float, float | None]]:
    for pair in range(number):
        other = sides.reference() if sides.reference and pair % 2 else None
        ours = sides.ours()
        if sides.reference and not pair % 2:
            other = sides.reference()
        against = f" against {other:.4g}" if other is not None else ""
        tell(f"{scenario.id}  {pair + 1} of {number}: {ours:.4g}{against} {scenario.metric}")
        yield ours, other


def _quartiles(values: list[float]) -> tuple[float, float]:
    if len(values) < 2:
        return values[0], values[0]
    lower, _, upper = quantiles(values, n=4, method="inclusive")
    return lower, upper
