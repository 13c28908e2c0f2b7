"""One fact that `./placard check` has looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

State = Literal["fine", "look", "broken"]


@dataclass(frozen=True, slots=True)
class Checked:
    """One fact: what it is about, whether it is well, a sentence, and figures for programs."""

    id: str
    state: State
    sentence: str
    values: dict[str, Any] = field(default_factory=dict)
