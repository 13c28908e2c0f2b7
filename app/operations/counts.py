"""What a running server counts, as text that Prometheus reads: numbers only, no names and no seats."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

STEPS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Upper ends, in seconds, of the classes that durations are counted in."""
TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""The content type of Prometheus' text format."""


class Durations:
    """How long something took, counted in classes. Used on one event loop."""

    def __init__(self) -> None:
        self.classes = [0] * (len(STEPS) + 1)
        self.total = 0.0

    def add(self, seconds: float) -> None:
        """It took this long once more."""
        self.classes[bisect_left(STEPS, seconds)] += 1
        self.total += seconds


@dataclass(eq=False)
class Counts:
    """What was answered since the server started. Used on one event loop.

    `acts` counts the acts by "accepted" or "refused", `answers` all requests by the class of their status
    ("2xx"), `limited` the requests that were asked to wait.
    """

    acts: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    limited: int = 0

    def note(self, status: int, act: bool) -> None:
        """A request was answered; `act` says whether it was an act of a committee."""
        self.answers[f"{status // 100}xx"] += 1
        self.limited += status == 429
        if act:
            self.acts["accepted" if status < 400 else "refused"] += 1


def counter(name: str, help_text: str, values: Mapping[str, float], label: str = "") -> Iterable[str]:
    """The lines of a number that only grows, by the values of one label ("" and one value: without)."""
    return _numbers("counter", name, help_text, values, label)


def gauge(name: str, help_text: str, value: float) -> Iterable[str]:
    """The lines of a number that goes up and down."""
    return _numbers("gauge", name, help_text, {"": value}, "")


def histogram(name: str, help_text: str, durations: Durations) -> Iterable[str]:
    """The lines of durations in classes, each with all that were shorter."""
    yield from _head("histogram", name, help_text)
    so_far = 0
    for end, number in zip((*map(str, STEPS), "+Inf"), durations.classes, strict=True):
        so_far += number
        yield f'{name}_bucket{{le="{end}"}} {so_far}'
    yield f"{name}_sum {durations.total:.6f}"
    yield f"{name}_count {so_far}"


def _numbers(kind: str, name: str, help_text: str, values: Mapping[str, float], label: str) -> Iterable[str]:
    yield from _head(kind, name, help_text)
    for key, value in sorted(values.items()):
        labels = f'{{{label}="{key}"}}' if label else ""
        yield f"{name}{labels} {value:g}" if isinstance(value, float) else f"{name}{labels} {value}"


def _head(kind: str, name: str, help_text: str) -> Iterable[str]:
    return (f"# HELP {name} {help_text}", f"# TYPE {name} {kind}")
