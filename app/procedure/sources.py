"""What the rules rest on: sources by their tags, [DUM] or [SCR6 rule 32]; (K) is general knowledge."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

TAG = re.compile(r"\[([A-Z][A-Z0-9]{2,5})((?: rules? [^\]]+)?)\]")
RUN = re.compile(rf"{TAG.pattern}(?:,? {TAG.pattern})*")


@cache
def sources() -> Mapping[str, Mapping[str, str]]:
    """Tag -> `name`, and `address` where the source can be looked up."""
    return tomllib.loads((resources.files("app.procedure") / "sources.toml").read_text("utf-8"))


def named(text: str) -> str:
    """The text with the names of its sources, in round brackets, for their tags; what is no tag stays."""
    return RUN.sub(_names, text).replace("(K)", "(general knowledge)")


def _names(run: re.Match[str]) -> str:
    tags = list(TAG.finditer(run.group()))
    if any(tag[1] not in sources() for tag in tags):
        return run.group()
    return f"({'; '.join(sources()[tag[1]]['name'] + tag[2] for tag in tags)})"
