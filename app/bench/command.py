"""`placard bench`: runs scenarios, says how far it is, prints the table and writes `bench.json`."""

from __future__ import annotations

import json
import os
import platform
import resource
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from app.bench.houses import RAISED
from app.bench.measuring import Outcome, Scenario, Size, measure
from app.bench.processes import ServerFailed
from app.bench.wires import ClientFailed

FILES = 20_000
RAISED_SAID = "For the bench every sign-in may press and watch as often as it likes ({names})."


def bench(scenarios: Sequence[Scenario], size: Size, file: Path) -> int:
    """Measure these scenarios; the exit code is 1 where one must reach what it does not reach, or broke."""
    progress = Console(stderr=True, soft_wrap=True, highlight=False)
    progress.print(RAISED_SAID.format(names=", ".join(RAISED)))
    _open_many_files()
    outcomes = [_outcome(scenario, size, progress) for scenario in scenarios]
    Console(width=None if progress.is_terminal else 150).print(table(outcomes))
    file.write_text(json.dumps(told(outcomes, size), indent=2, ensure_ascii=False) + "\n", "utf-8")
    progress.print(f"Written to {file}.")
    return int(any(outcome.met(outcome.scenario.must) is False for outcome in outcomes))


def _outcome(scenario: Scenario, size: Size, progress: Console) -> Outcome:
    """One scenario; where a server or client breaks, that is its outcome, and the others go on."""
    progress.print(f"[bold]{scenario.id}[/bold]  {scenario.what}")
    try:
        return measure(scenario, size, lambda line: progress.print(f"  {line}", markup=False))
    except (ServerFailed, ClientFailed, OSError) as broken:
        progress.print(f"  {broken}", markup=False)
        return Outcome(scenario, None, None, None, {}, {"broke off": 1}, str(broken))


def table(outcomes: Sequence[Outcome]) -> Table:
    """The outcomes for a person."""
    shown = Table("", "scenario", "against", "ratio", "quartiles", "must", "goal", "beside")
    for outcome in outcomes:
        one = outcome.scenario
        sign = "≥" if one.at_least else "≤"
        shown.add_row(
            one.id,
            f"{one.what} ({one.metric})",
            one.reference,
            _number(outcome.ratio),
            " to ".join(map(_number, outcome.quartiles)) if outcome.quartiles else "",
            _bound(sign, one.must, outcome),
            _bound(sign, one.goal, outcome),
            "; ".join(_beside(outcome)),
        )
    return shown


def _bound(sign: str, bound: float | None, outcome: Outcome) -> str:
    if bound is None:
        return ""
    met = {True: "yes", False: "[bold]no[/bold]", None: "?"}[outcome.met(bound)]
    value = "" if outcome.scenario.of_ratio else " itself"
    return f"{sign} {_number(bound)}{value} {met}"


def _beside(outcome: Outcome) -> list[str]:
    told = [f"{name} {_number(value)}" for name, value in outcome.absolute.items()]
    faults = [f"[bold]{number} {name}[/bold]" for name, number in outcome.guards.items() if number]
    return [*told, *faults, *([outcome.why] if outcome.why else [])]


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def told(outcomes: Sequence[Outcome], size: Size) -> dict[str, Any]:
    """The outcomes for programs."""
    return {
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "machine": {
            "system": platform.system(),
            "python": platform.python_version(),
            "cores": os.cpu_count(),
        },
        "pairs": size.pairs,
        "raised": dict(RAISED),
        "scenarios": [outcome.as_json() for outcome in outcomes],
    }


def _open_many_files() -> None:
    """A hall of sockets needs more open files than a system gives at first."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
