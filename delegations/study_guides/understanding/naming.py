"""Reads names of stakeholders: one state, several states, or what kind of body a name means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from delegations.countries import CountryMatch, by_demonym, find, lookup
from delegations.names import fold, without_footnote_marks, without_foreign_article
from delegations.organizations import body_kind
from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.regions import is_region

_SEPARATOR = re.compile(
    r"(\s*[,;/+|]\s*(?:(?:and|et|y|e|und)\s+|&\s+)?|\s+&\s+|\s+(?:and|et|y|e|und|vs\.?)\s+)", re.IGNORECASE
)
_DECORATION = re.compile(
    r"^(?:the\s+)?(?:country\s+|national\s+|official\s+|foreign\s+)?(?:positions?|stances?|views?|policy"
    r"|policies|perspectives?|profile|delegation|role|case)\s+(?:of|from)\s+(?:the\s+)?"
    r"|^(?:country(?:\s+profile)?|delegation|member state|state|country position|profile|pays"
    r"|pa[ií]s|land|name|nombre|nom|nome)\s*[:–-]\s*"
    r"|^(?:the\s+)?(?:applicant|respondent|claimant|defendant|petitioner|intervener|intervening state"
    r"|demandeur|d[eé]fendeur|demandante|demandado)(?:\s+state)?\s*[:–—-]\s*"
    r"|^(?:posici[oó]n|postura|posi[cç][aã]o)\s+(?:oficial\s+)?(?:del?|da|do|dos|das)\s+(?:l[ao]s?\s+|el\s+)?"
    r"|^(?:la\s+)?position\s+(?:de\s+la\s+|de\s+l['’]\s*|du\s+|des\s+|de\s+|d['’]\s*)",
    re.IGNORECASE,
)
_DECORATION_AFTER = re.compile(
    r"(?:['’]s?)?\s*(?:(?:country|national|foreign)\s+)?(?:positions?|stances?|policy|perspectives?|views?"
    r"|profile)$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]{1,400})\)")
_SQUARE = re.compile(r"\s*\[([^\W\d][^\[\]]{1,40})\]$")
_ACRONYM = re.compile(r"\s\(([A-Z][A-Za-z]{0,8}[A-Z])\)$")
_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.$")  # the full stop of "U.S.A." is part of the name
_SURELY_MISSPELT = 0.85
_LOGO = re.compile(r"(\([A-Z][A-Za-z&.-]{1,11}\))\s+[A-Z][A-Z .&'’-]{3,}$")

_WORDS_OF: dict[StakeholderKind, frozenset[str]] = {
    "party": frozenset((
        "party", "parties", "faction", "rebels", "movement", "front", "militia", "opposition", "forces",
        "army", "insurgents", "militants", "guerrillas", "brigades", "hamas", "hezbollah", "houthis",
        "taliban", "isis", "isil", "daesh", "farc", "parti", "partis", "partido", "partidos", "mouvement",
    )),
    "bloc": frozenset((
        "bloc", "block", "blocs", "group", "coalition", "alliance", "league", "g7", "g20", "g77", "brics",
        "p5",
        "asean", "african", "western", "arab", "countries", "states", "nations", "aosis", "mercosur",
        "caricom",
        "nam", "region", "union", "community", "members", "powers", "allies", "creditors", "economies",
        "donors", "producers", "exporters", "importers", "partners", "monarchies", "bloque", "estados",
        "paises", "pays", "etats", "groupe", "grupo", "coalicion", "alianza", "ligue", "liga", "communaute",
    )),
    "ngo": frozenset((
        "ngo", "ngos", "foundation", "watch", "greenpeace", "oxfam", "amnesty", "center", "centre",
        "institute",
        "charity", "trust", "volunteers", "society", "advocates", "borders", "children", "raices", "aclu",
        "institution", "nonprofit", "campaign", "save", "network", "ong", "fondation", "fundacion",
        "medecins", "medicos",
    )),
    "organization": frozenset((
        "organization", "organisation", "agency", "programme", "program", "commission", "fund", "bank", "un",
        "united", "unhcr", "unicef", "court", "committee", "council", "office", "unodc", "who", "iom",
        "interpol",
        "secretariat", "corporation", "company", "association", "commissioner", "organizacion",
        "organizaciones", "agence", "agencia", "programa", "fonds", "fondo", "banque", "banco", "comite",
        "comision", "cour", "corte", "conseil", "consejo", "coordinadora", "asociacion",
        "entreprise", "empresa",
    )),
}  # fmt: skip
_PERSON = re.compile(
    r"(?:President|Prime Minister|Minister|King|Queen|Chancellor|Senator|Ambassador|Mr|Mrs|Ms|Dr|Sir|Lord"
    r"|Lady|Emperor|Empress|Tsar|Czar|Prince|Princess|Duke|Duchess|Viscount|Baron|Marquis|Marshal|Sultan|Shah"
    r"|Pope|Cardinal|Bishop|Imam|Sheikh|Chief of|Chief|Secretary|Commander|Admiral|Captain|Colonel|Lieutenant"
    r"|Governor|Mayor|Attorney General|General|Speaker|Professor|Director)\b\.? "
    r"(?!Assembly|Council|Secretariat|Overview|Agreement|Committee|Debate|Principles|Information)(?:[A-Z]|of|for)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a heading, cell or label names: one match for each state, none when it is no state."""

    printed: str
    matches: tuple[CountryMatch, ...]

    @property
    def kind(self) -> StakeholderKind:
        """country for one state, countries for several."""
        return "country" if len(self.matches) == 1 else "countries"


def states_named(text: str) -> Named | None:
    """Return the states that `text` consists of, None when anything else stands in it.

    "United States, United Kingdom and France" names three; "Bosnia and Herzegovina" one. Bare "Korea" is
    returned as an ambiguous match.
    """
    printed = _SQUARE.sub(r" (\1)", text.strip().rstrip(": "), count=1)
    printed = printed if _INITIALS.search(printed) else printed.rstrip(":.").strip()
    if not 2 <= len(printed) <= 240 or "\t" in printed:
        return None
    for candidate in (printed, bare_name(printed)):
        if candidate and (matches := _all_states(candidate)):
            return Named(without_footnote_marks(candidate), matches)
    bare = bare_name(printed)
    meant = by_demonym(bare) if bare != printed else None
    return Named(printed, (lookup(meant.display),)) if meant else None


def states_in_list(text: str) -> tuple[CountryMatch, ...]:
    """Return the states of a member list such as "France, Germany and Italy", empty when it is no such list.

    At least two parts, and six in ten of them, must be states; other parts come out as unknown matches.
    """
    if len(text) > 6000 or text.count(",") + text.count(" and ") + text.count(";") + text.count("/") == 0:
        return ()
    matches = _pieces(text.strip().rstrip(".:;,"), strict=False)
    states = sum(match.is_country for match in matches)
    if states < 2 or states * 10 < len(matches) * 6 or any(_is_prose(m) for m in matches):
        return ()
    return tuple(matches)


def _is_prose(match: CountryMatch) -> bool:
    """Whether a part of a list is no name at all but a piece of a sentence: "Germany lead this bloc"."""
    words = match.name.split()
    small = [word for word in words if word[0].islower() and word not in ("of", "the", "and", "de", "da")]
    return not match.is_country and (len(words) > 7 or bool(small))


def misspelt_state(text: str) -> CountryMatch | None:
    """Return a match with suggestions when `text` looks like one state's name written wrongly."""
    if not 5 <= len(text) <= 50 or len(text.split()) > 5:
        return None
    match = find(text.strip().rstrip(":."))
    if match.kind != "unknown" or not match.suggestions or match.how == "ambiguous":
        return None
    near = SequenceMatcher(None, fold(text), fold(match.suggestions[0])).ratio()
    return match if near >= _SURELY_MISSPELT else None


def kind_of(name: str, hint: StakeholderKind | None) -> StakeholderKind | None:
    """Return what kind of body `name` means by its words, or by `hint`, the heading that it stands under."""
    known = body_kind(name)
    if hint in ("ngo", "person", "party"):
        return known if known and hint != "ngo" else hint
    if not known and is_region(name):
        return "bloc"
    words = set(fold(without_foreign_article(name)).split())
    if hint == "organization":
        return known or ("ngo" if words & _WORDS_OF["ngo"] else "organization")
    if known:
        return "bloc" if len(bracketed_states(name)) > 1 else known
    if _PERSON.match(name.title() if name.isupper() else name):
        return "person"
    if hint == "bloc" or len(bracketed_states(name)) > 1:
        return "bloc"
    for kind in ("ngo", "organization", "bloc", "party"):
        if words & _WORDS_OF[kind]:
            return kind
    return None


def carries_acronym(name: str) -> bool:
    """Return whether `name` ends with its own acronym in brackets: "Nile Basin Initiative (NBI)"."""
    ends = _ACRONYM.search(name)
    if not ends:
        return False
    initials = iter(word[0].upper() for word in name[: ends.start()].replace("-", " ").split())
    return all(letter in initials for letter in ends[1] if letter.isupper())


def bracketed_states(name: str) -> tuple[CountryMatch, ...]:
    """Return the states listed in brackets after a bloc's name."""
    bracket = _BRACKET.search(name)
    return states_in_list(bracket[1]) if bracket else ()


def display_name(name: str) -> str:
    """Return `name` as it is shown: without brackets, and without logo text after an acronym."""
    shown = _without_logo(_LOGO.sub(r"\1", name))
    shown = _BRACKET.sub("", shown, count=1).strip() or shown
    shown = " ".join(shown.split()).strip(" :–—-")
    if body_kind(shown) and shown[:4].casefold() == "the ":
        shown = shown[4:]
    return _in_title_case(shown) if shown.isupper() and " " in shown else shown


def _in_title_case(shown: str) -> str:
    words = (word if body_kind(word) else word.title() for word in shown.split())
    return " ".join(word.lower() if word in ("Of", "The", "And", "For") else word for word in words)


def _without_logo(name: str) -> str:
    """`name` without capitals at its end that only repeat it: "Red Cross RED CROSS", "Labour Office LO"."""
    words = name.split()
    end = len(words)
    while end > 0 and words[end - 1].isupper() and words[end - 1].isalpha() and len(words[end - 1]) > 1:
        end -= 1
    kept, logo = words[:end], words[end:]
    if len(kept) < 2 or not logo or kept[-1].lower() in ("of", "the", "for", "and"):
        return name
    initials = "".join(word[0] for word in kept if word[0].isupper())
    repeats = set(fold(" ".join(logo)).split()) <= {*fold(" ".join(kept)).split(), fold(initials)}
    return " ".join(kept) if repeats else name


def bare_name(text: str) -> str:
    """Return a heading without what guides put around a name: "Position of Brazil", "Brazil's stance"."""
    return _DECORATION_AFTER.sub("", _DECORATION.sub("", text, count=1), count=1).strip()


def _all_states(text: str) -> tuple[CountryMatch, ...]:
    whole = lookup(text)
    if whole.is_country or whole.how == "ambiguous":
        return (whole,)
    if len(text) > 240:
        return ()
    matches = _pieces(text, strict=True)
    distinct = {match.display or match.name: match for match in matches}
    return tuple(distinct.values()) if len(matches) > 1 else ()


def _pieces(text: str, *, strict: bool) -> list[CountryMatch]:
    parts = _SEPARATOR.split(text)
    matches: list[CountryMatch] = []
    at = 0
    while at < len(parts):
        # Up to three parts may be one name: "Saint Vincent and the Grenadines", "Congo, Republic of the".
        for end in (at + 5, at + 3, at + 1):
            match = lookup("".join(parts[at:end]).strip()) if end <= len(parts) else None
            if match and (match.is_country or (end == at + 1 and match.how == "ambiguous")):
                break
        if match is None or not (match.is_country or match.how == "ambiguous"):
            if strict:
                return []
            end, match = at + 1, lookup(parts[at].strip())
        if match.name:
            matches.append(match)
        at = end + 1
    return matches
