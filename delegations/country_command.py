"""What `placard country NAME ...` prints: for each name which state it means, and how sure that is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from delegations.countries import CountryMatch, find

_KINDS = {"organization": "an organization, no state", "unknown": "no known state"}


def country_lines(names: Iterable[str], as_json: bool) -> Iterator[str]:
    """Yield one line for each of `names`, in order: JSON with `as_json`, else a sentence.

    The keys of the JSON are name, iso2 (null when no state is certain), kind, how and suggestions.
    """
    for name in names:
        match = find(name.strip())
        line = _json(match) if as_json else _sentence(match)
        # A name from the command line may hold bytes that are no text.
        yield line.encode("utf-8", "replace").decode()


def _json(match: CountryMatch) -> str:
    row = {
        "name": match.name,
        "iso2": match.iso2,
        "kind": match.kind,
        "how": match.how,
        "suggestions": list(match.suggestions),
        "display_name": match.display,
    }
    return json.dumps(row, ensure_ascii=False)


def _sentence(match: CountryMatch) -> str:
    perhaps = f"; perhaps {' or '.join(match.suggestions)}" if match.suggestions else ""
    if match.is_country:
        return f"{match.name}: {match.display} ({match.iso2 or 'no code'}), {match.kind}, {match.how}"
    if match.how == "ambiguous":
        return f"{match.name}: ambiguous{perhaps}"
    return f"{match.name}: {_KINDS[match.kind]}{perhaps}"
