"""Words that the forms of a document add themselves; another language is another table with the same keys."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "resolution": "Resolution",
        "draft": "Draft resolution",
        "committee": "Committee",
        "title": "Title",
        "sponsors": "Sponsors",
        "signatories": "Signatories",
        "inserted": "inserted: ",
        "end_inserted": " end inserted",
        "struck": "struck out: ",
        "end_struck": " end struck out",
        "before": "Before",
        "after": "After",
        "moved_clause": "moved here",
        "was": "moved, was {number}",
    }
)
SPANISH: Mapping[str, str] = MappingProxyType(
    {
        "resolution": "Resolución",
        "draft": "Proyecto de resolución",
        "committee": "Comité",
        "title": "Título",
        "sponsors": "Patrocinadores",
        "signatories": "Signatarios",
        "inserted": "insertado: ",
        "end_inserted": " fin de lo insertado",
        "struck": "suprimido: ",
        "end_struck": " fin de lo suprimido",
        "before": "Antes",
        "after": "Después",
        "moved_clause": "trasladado aquí",
        "was": "trasladado, antes {number}",
    }
)
FRENCH: Mapping[str, str] = MappingProxyType(
    {
        "resolution": "Résolution",
        "draft": "Projet de résolution",
        "committee": "Comité",
        "title": "Titre",
        "sponsors": "Auteurs",
        "signatories": "Signataires",
        "inserted": "inséré : ",
        "end_inserted": " fin de l’insertion",
        "struck": "supprimé : ",
        "end_struck": " fin de la suppression",
        "before": "Avant",
        "after": "Après",
        "moved_clause": "déplacé ici",
        "was": "déplacé, auparavant {number}",
    }
)
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": ENGLISH, "es": SPANISH, "fr": FRENCH})
