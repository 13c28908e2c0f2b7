"""Openings that stand in no list: what opens a paragraph by its form, as "Shocked by" and "Tasks" do."""

import re
from functools import cache
from typing import assert_never

from resolutions.clauses import Part
from resolutions.phrases import Language, phrases

_PARTICIPLES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"((?:also |further |[^\W\d_]+ly )?(?!united|beijing)"
        r"(?:[^\W\d_]{2,}ing|[^\W\d_]{2,}ed(?= (?:by|of|with|about|at|upon|for|that|in|to|on|how)\b))"
        r"(?: (?:by|of|with|about|at|upon|for))?) (?=\w)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"((?:[^\W\d_]+mente )?[^\W\d_]{2,}(?:ando|endo|[ai]d[ao]s?)(?: (?:por|de|del|con|a|al|ante))?)"
        r" (?=(?:por|que|el|la|los|las|de|del|en|con|a|al|ante|su|sus|un|una|también|además)\b)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"((?:[^\W\d_]+ment )?[^\W\d_]{2,}(?:ant|ées?|és?)(?: (?:par|de|du|des|à|au|aux))?) (?=(?:l|d|qu)['’]"
        r"|(?:par|que|le|la|les|de|du|des|à|au|aux|en|sa|son|ses|un|une|également|aussi)\b)",
        re.IGNORECASE,
    ),
}
_ADVERBS: dict[Language, str] = {"en": "ly", "es": "mente", "fr": "ment"}
_BEHIND: dict[Language, str] = {"en": "upon|for|on", "es": "", "fr": ""}
"""Prepositions that belong to a verb; elsewhere they belong to what follows."""


def split_unlisted(text: str, part: Part, language: Language = "en") -> tuple[str, str]:
    """Split a paragraph whose opening is in no list into what looks like one and the rest.

    In the preamble that is a participle with its adverb and preposition; in the operative part a verb in the
    third person. The opening is empty where nothing looks so.
    """
    match part:
        case "preambular":
            found = _PARTICIPLES[language].match(text)
        case "operative":
            found = _verb(language).match(text)
        case _:
            assert_never(part)
    if found is None or not found[1][:1].isupper():
        return "", text.strip()
    return found[1], text[found.end() :].strip()


@cache
def _verb(language: Language) -> re.Pattern[str]:
    """A verb in the third person with an adverb before or behind it, told by its end and by what follows."""
    lists = phrases(language)
    adverb = "|".join((rf"[^\W\d_]+{_ADVERBS[language]}", *map(re.escape, lists.adverbs)))
    no_verb = rf"(?!(?:{'|'.join(lists.no_verbs)})\b)(?![^\W\d_]*(?:{'|'.join(lists.no_verb_ends)})\b)"
    verb = rf"{no_verb}[^\W\d_]{{2,}}(?:{'|'.join(lists.verb_ends)})\b"
    behind = rf"(?: (?:{_BEHIND[language]}))?" if _BEHIND[language] else rf"(?: (?:{adverb}))?"
    followed = "|".join(lists.verb_followed_by)
    after = rf"(?:(?:{followed})\b|[ldq]u?['’])" if followed else r"\w"
    return re.compile(rf"((?:(?:{adverb}) )?{verb}{behind}) (?={after})", re.IGNORECASE)
