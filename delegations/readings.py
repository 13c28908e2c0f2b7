"""What a written name may be short for: "Dem. Rep. of the Congo", "Korea, Republic of", "S. Sudan".

A reading is only tried, never believed: it counts when it is the listed name of a state, and when all
readings that are one name the same state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice, product

from delegations.names import fold

# Each abbreviation with the words it stands for, by language: a name is abbreviated in one of them.
_ENGLISH = {
    "rep": ("republic",), "repub": ("republic",), "dem": ("democratic",), "pop": ("popular",),
    "peop": ("peoples",), "ppl": ("peoples",), "ppls": ("peoples",), "sts": ("states",), "utd": ("united",),
    "fed": ("federated", "federal", "federation"), "federat": ("federated",), "kgdm": ("kingdom",),
    "is": ("islands", "island"), "isl": ("islands", "island", "islamic"), "isls": ("islands",),
    "isds": ("islands",), "islam": ("islamic",), "terr": ("territory", "territories"), "ter": ("territory",),
    "prov": ("province",), "soc": ("socialist",), "plur": ("plurinational",), "plurinat": ("plurinational",),
    "boliv": ("bolivarian",), "cent": ("central",), "centr": ("central",), "c": ("central",),
    "afr": ("african",), "dom": ("dominican",), "domin": ("dominican",), "eq": ("equatorial",),
    "equat": ("equatorial",), "fr": ("french",), "br": ("british",), "brit": ("british",),
    "amer": ("american",), "am": ("american",), "n": ("north", "northern", "new"), "s": ("south",),
    "w": ("western", "west"), "e": ("east",), "nth": ("north",), "sth": ("south",), "ste": ("saint",),
    "herz": ("herzegovina",), "herceg": ("herzegovina",), "barb": ("barbuda",), "gren": ("grenadines",),
    "vin": ("vincent",), "tob": ("tobago",), "trin": ("trinidad",), "guin": ("guinea",),
    "zeal": ("zealand",), "maced": ("macedonia",),
}  # fmt: skip
_SPANISH = {
    "rep": ("republica",), "dem": ("democratica",), "pop": ("popular",), "fed": ("federados", "federal"),
    "is": ("islas", "ilhas"), "isl": ("islas",), "soc": ("socialista",), "plur": ("plurinacional",),
    "boliv": ("bolivariana",), "dom": ("dominicana",), "domin": ("dominicana",), "n": ("norte",),
    "s": ("sur", "sao"), "sta": ("santa",), "sto": ("santo",),
}  # fmt: skip
_FRENCH = {
    "rep": ("republique",), "dem": ("democratique",), "pop": ("populaire",), "fed": ("federes", "federale"),
    "is": ("iles",), "soc": ("socialiste",), "n": ("nord",), "s": ("sud",), "ste": ("sainte",),
}  # fmt: skip
_GERMAN: dict[str, tuple[str, ...]] = {"rep": ("republik",), "dem": ("demokratische",)}
_LANGUAGES: tuple[dict[str, tuple[str, ...]], ...] = (_ENGLISH, _SPANISH, _FRENCH, _GERMAN)
_AND = frozenset(("et", "y", "e", "und"))
# What may stand behind the comma of a name that is turned round: "Korea, South", "Iran, Islamic Republic of".
_TURNED = frozenset((
    *_ENGLISH, "republic", "democratic", "peoples", "islamic", "united", "federated", "state", "states",
    "kingdom", "plurinational", "bolivarian", "socialist", "arab", "south", "north", "northern", "equatorial",
    "federal", "federation", "islands", "republica", "republique", "republik", "volksrepublik",
    "demokratische", "democratica", "democratique", "popular", "populaire", "estado", "estados", "etat",
    "etats", "staat", "reino", "royaume", "konigreich", "islamica", "islamique", "islamische", "unida",
    "unie", "vereinigte", "foderierte", "islas", "iles", "ilhas", "plurinacional", "plurinationaler",
    "bolivariana", "bolivarienne", "bolivarische", "arabische",
))  # fmt: skip
_OF = ("of", "of the", "de", "du", "del", "da", "do", "la")
_A_NAME = re.compile(r"[^:;/|!?\d]+")
_MOST_READINGS = 9  # of one order of the words in one language
_MOST_WORDS = 10


def readings(name: str) -> Iterator[str]:
    """Yield the folded names that `name` may stand for, never itself, at most some hundreds."""
    before, comma, after = name.partition(",")
    folded, turned = fold(name), fold(after.replace("d'", "de ").replace("d’", "de "))
    if len(folded.split()) > _MOST_WORDS or not _A_NAME.fullmatch(name):
        return
    turns = comma and turned and turned.split()[0] in _TURNED
    tried = _orders(fold(before), turned) if turns else ()
    linked = (
        [folded.replace("rep ", f"rep {link} ", 1) for link in ("of", "of the")] if "rep " in folded else []
    )
    for order in (folded, *linked, *tried):
        for language in _LANGUAGES:
            spelled = islice(_spelled(order, language), _MOST_READINGS)
            yield from (one for one in spelled if one != folded)


def _orders(before: str, after: str) -> tuple[str, ...]:
    """The orders in which the two parts around a comma may belong together."""
    whole = f"{after} {before}"
    linked = [f"{after} {link} {before}" for link in _OF] if after.split()[-1] not in _OF else []
    return tuple(fold(one) for one in (whole, *linked, f"{before} {after}"))


def _spelled(folded: str, stands_for: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    words = folded.split()
    inner = range(1, len(words) - 1)
    choices = [
        ("and", word) if word in _AND and at in inner else stands_for.get(word, (word,))
        for at, word in enumerate(words)
    ]
    return (" ".join(choice) for choice in product(*choices))
