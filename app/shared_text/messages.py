"""What a browser may say while it types, and what it is told: JSON, with bytes in base 64."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from binascii import Error
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from app.live.wire import Frame

MOST_CLAUSES = 1_000
Uid = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Seed = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{0,32}$")]


def _bytes(value: object) -> bytes:
    if not isinstance(value, str):
        raise ValueError("bytes come as base 64")
    try:
        return b64decode(value, validate=True)
    except (Error, ValueError) as fault:
        raise ValueError("this is not base 64") from fault


Bytes = Annotated[bytes, BeforeValidator(_bytes)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class Have(_Strict):
    """What a browser has of one clause: the text's seed ("" for nothing) and its vector."""

    seed: Seed
    seen: Bytes


class TypedMessage(_Strict):
    """What was typed in a clause; the answer names `n`, the browser's own number of the message."""

    clause: Uid
    seed: Seed
    update: Bytes
    seen: Bytes
    n: int = Field(ge=0, le=2**53)


class Caret(_Strict):
    """Where somebody's caret is: places in the shared text, for other browsers to read."""

    clause: Uid
    field: Literal["opening", "text", "text_after"]
    anchor: Annotated[str, StringConstraints(max_length=200)]
    head: Annotated[str, StringConstraints(max_length=200)]


class Said(_Strict):
    """One message of a browser."""

    have: dict[Uid, Have] | None = Field(default=None, max_length=MOST_CLAUSES)
    typed: TypedMessage | None = None
    caret: Caret | Literal[False] | None = None
    ping: float | None = None


def frame(**told: Any) -> Frame:
    """A message to browsers; never compressed, because words that people type stand in it."""
    return Frame(json.dumps(told, separators=(",", ":"), default=_text), secret=True)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    raise TypeError(f"{type(value).__name__} is no part of a message")
