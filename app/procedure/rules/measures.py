"""What settings are measured in: seconds, counts, shares of a body, words of one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from resolutions.voting import Rounding, share_of

Seconds = Annotated[int, Field(ge=1, le=24 * 3600)]
Number = Annotated[int, Field(ge=0, le=1000)]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Line = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Prose = Annotated[str, Field(max_length=1000, pattern=r"^[^\x00-\x1f\x7f]*$")]
FORBID = {"extra": "forbid"}
"""A table with a key that no setting has is refused: a misspelt rule would else be silently ignored."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a body, in integers: `numerator`/`denominator` of `of`, rounded as said.

    `more_than` is the smallest whole number above the part (a majority of 30 is 16).
    """

    __pydantic_config__ = FORBID

    numerator: Number
    denominator: Annotated[int, Field(ge=1, le=1000)]
    rounding: Rounding = "ceil"
    of: Literal["members", "present"] = "members"

    def count(self, base: int) -> int:
        """How many of `base` (a count) this share is."""
        return share_of(self.numerator, self.denominator, self.rounding, base)
