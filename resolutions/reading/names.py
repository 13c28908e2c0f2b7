"""Names of delegations in one line, also those that hold a comma or the word "and" themselves."""

import re

_TWO_IN_ONE = re.compile(  # names of States that hold the word between two names of a list
    r"\b(?:Antigua (?:and|&|y|et) Barbuda|Bosnia (?:and|&|y) Herzegovina|Sa(?:in)?t\.? Kitts (?:and|&) Nevis"
    r"|Sa(?:in)?t\.? Vincent and the Grenadines|San Vicente y las Granadinas|S[aã]o Tom[eé] and Pr[ií]ncipe"
    r"|Santo Tomé y Príncipe|Trinidad (?:(?:and|&) Tobago|y Tab(?:ob)?ago)"
    r"|Great Britain and Northern Ireland|Gran Bretaña e Irlanda del Norte)\b",
    re.IGNORECASE,
)
_BEHIND_A_COMMA = re.compile(
    r"(?:(?:Islamic|Democratic People['’]s|Democratic|Plurinational|Bolivarian|United|Federated) )?"
    r"(?:Republic|States?) of(?: the)?",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"none|n/?a|tb[da]|nobody|[-–—_.…]+|ninguno|aucun", re.IGNORECASE)
_LONGEST_NAMES = 4_000  # characters of one line of names
MOST_NAMES = 500


def names_in(value: str) -> tuple[str, ...]:
    """Split "Chile, Iran, Islamic Republic of, and Trinidad and Tobago" into three names."""
    value = " ".join(value[:_LONGEST_NAMES].split())
    value = _TWO_IN_ONE.sub(lambda name: name[0].replace(" ", "\u00a0"), value)
    last = r" (?:and|&|y|et) (?=[^,]*$)"
    parts = value.split(";") if ";" in value else re.split(rf",|{last}|\s[•|/]\s", value)
    names: list[str] = []
    for part in parts:
        name = re.sub(r"^(?:(?:and|&|y|et)\s+)?(?:the\s+)?", "", " ".join(part.split()).strip(" .,"))
        if names and _BEHIND_A_COMMA.fullmatch(name):
            names[-1] += f", {name}"
        elif name and not _NOBODY.fullmatch(name):
            names.append(name)
    return tuple(names)
