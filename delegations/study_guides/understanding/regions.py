"""Regions of the world that guides treat as blocs, by the names they go by."""

from __future__ import annotations

import re

from delegations.names import fold

_REGION = re.compile(
    r"(?:(?:(?:north|south|east|west|central|northern|southern|eastern|western|sub saharan|saharan|middle"
    r"|near|far|latin|southeast|south east|northeast|equatorial) )?"
    r"(?:africa|america|americas|asia|europe|east|caribbean|pacific|oceania|maghreb|sahel|balkans|caucasus"
    r"|mediterranean|levant|gulf|mena|scandinavia|benelux|baltic|nordic|arctic|grulac|weog|asia pacific"
    r"|horn of africa|african|american|asian|european|arab|persian gulf|pacific islands?|others"
    r"|amerique(?: latine| du nord| du sud)?|afrique(?: du nord)?|asie|caraibes?|america(?: latina| del sur)?"
    r"|europa|caribe|oriente medio|medio oriente|moyen orient|pays nordiques)"
    r"(?: (?:and|et|y|e|und)(?: the| les| el)? | |$))+"
    r"(?:(?:countries|states|nations|bloc|block|group|region|members|member states|partners|world"
    r"|powers)(?: |$))*"
)


def is_region(name: str) -> bool:
    """Return whether `name` is a region's: "Latin America and the Caribbean", "the Nordic countries"."""
    return len(name) <= 60 and _REGION.fullmatch(fold(name.partition(" (")[0])) is not None
