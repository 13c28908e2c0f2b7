"""The organ that speaks: the line that names it, as the subject of the one long sentence."""

import re

from resolutions.wording import without_closing_mark

_ORGAN_WORD = (
    r"council|assembly|committee|commission|conference|board|organi[sz]ation|union|congress|agency|court|forum"
    r"|summit|league|senate|parliament|cabinet|programme|program|fund|bank|body|group"
    r"|office|tribunal|community|panel|secretariat|(?-i:M(?:eeting|EETING))"
    r"|programa|fondo|oficina|grupo|reunión|cumbre|liga|alianza|tribunal|comunidad|secretaría|consejo|asamblea|comité|comisión|conferencia|junta|organización|corte|congreso|unión"
    r"|conseil|assemblée|commission|conférence|organisation|cour|sommet|congrès|bureau|fonds|réunion|ligue|groupe|communauté|tribunal|union"
)
_ORGAN = re.compile(
    rf"(?P<article>(?:the|el|la|los|las|le|les)\s+|l['’])?(?=[^\W\d])(?:[\w'’().&-]+\s+){{0,14}}?"
    rf"[\w'’-]*(?:{_ORGAN_WORD})\b(?:[^,;:.]{{0,120}})?",
    re.IGNORECASE,
)
_ORGAN_ALONE = re.compile(
    rf"(?:(?!(?:of|in|on|for|to|and|de|en|para|pour|du|des)\b)[\w'’().&-]+\s+){{0,8}}(?:{_ORGAN_WORD})\b",
    re.IGNORECASE,
)
HEREBY = re.compile(r"\s*(?:hereby|therefore|por la presente|par la présente)\s*[,:]?\s*$", re.IGNORECASE)
LONGEST_ORGAN = 200
_LONGEST_NAME = 5  # words before a full stop: more are a sentence that begins with an organ


def is_organ_line(words: str) -> bool:
    """Say whether a line only names the organ that speaks: "The Council,", "THE GENERAL ASSEMBLY"."""
    if len(words) > LONGEST_ORGAN or (words.endswith(".") and len(words.split()) > _LONGEST_NAME):
        return False
    hereby = HEREBY.search(words)
    match = _ORGAN.fullmatch(without_closing_mark(HEREBY.sub("", words)))
    return match is not None and bool(match["article"] or hereby or words.endswith(","))


def split_organ(words: str) -> tuple[str, str]:
    """Split "The Council, Recalling ..." into the organ and the rest; the organ is empty without one."""
    organ, comma, rest = words[: LONGEST_ORGAN + 1].partition(",")
    if not comma or not rest or not is_organ_line(organ):
        return "", words
    return organ + ",", words[len(organ) + 1 :].strip()


def is_organ_itself(line: str, organ: str) -> bool:
    """Say whether a line names the organ itself, with or without an article."""
    return bool(organ) and re.sub(r"^(?:the|el|la|le)\s+|^l['’]", "", organ.casefold()) == line.casefold()


def names_committee(plain: list[str]) -> bool:
    """Say whether the first of bare lines names an organ; one alone may be a title that speaks of it."""
    if len(plain) > 1:
        return bool(re.search(rf"\b(?:{_ORGAN_WORD})\b", plain[0], re.IGNORECASE))
    return bool(plain) and _ORGAN_ALONE.match(plain[0]) is not None
