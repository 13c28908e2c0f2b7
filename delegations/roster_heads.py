"""What the columns of a roster are called, and what stands in them, in the languages of conferences."""

from __future__ import annotations

from collections.abc import Mapping

from delegations.names import fold
from delegations.roster import DelegationKind

_HEADS = {
    "name": (
        "name", "delegation", "delegations", "delegation name", "country", "countries", "country name",
        "state", "member state", "full name", "nombre", "delegación", "delegaciones", "país", "países",
        "estado", "estado miembro", "nom", "délégation", "délégations", "pays", "état", "état membre",
        "Land", "Länder", "Staat", "Mitgliedstaat", "nome", "delegação", "delegações", "delegazione",
        "paese", "страна", "делегация", "государство", "国家", "代表团", "國家", "代表團", "الدولة", "الوفد",
    ),
    "short_name": (
        "short name", "short_name", "short", "placard", "abbreviation", "nombre corto", "abreviatura",
        "nom court", "nom abrégé", "abréviation", "Kurzname", "Kurzform", "nome curto", "nome breve",
        "краткое название", "简称", "簡稱", "الاسم المختصر",
    ),
    "iso2": (
        "iso2", "iso", "iso code", "iso 3166", "country code", "code", "flag", "código", "código iso",
        "bandera", "code iso", "code pays", "drapeau", "Ländercode", "Flagge", "bandeira", "bandiera",
        "codice", "код", "флаг", "代码", "代碼", "رمز",
    ),
    "kind": (
        "kind", "type", "status", "standing", "tipo", "clase", "estatus", "condición", "statut",
        "genre", "Art", "Typ", "estatuto", "stato", "статус", "类型", "類型", "身份", "النوع",
    ),
    "order": (
        "order", "place", "no", "nr", "number", "seat", "orden", "número", "ordre", "numéro", "rang",
        "Reihenfolge", "Nummer", "Platz", "ordem", "ordine", "порядок", "номер", "序号", "序號", "الترتيب",
    ),
    "veto": (
        "veto", "permanent", "permanent member", "p5", "permanente", "miembro permanente", "membre permanent",
        "ständig", "ständiges Mitglied", "вето", "否决权", "حق النقض",
    ),
    "procedural": (
        "votes on procedure", "procedural vote", "voto procedimental", "vote de procédure",
        "Stimme zum Verfahren",
    ),
    "substantive": (
        "votes on substance", "substantive vote", "voto sustantivo", "voto de fondo", "vote de fond",
        "Stimme zur Sache",
    ),
}  # fmt: skip
_KINDS: Mapping[DelegationKind, tuple[str, ...]] = {
    "member": (
        "member", "members", "member state", "full member", "voting", "miembro", "membre", "Mitglied",
        "membro", "член", "成员", "成員", "عضو",
    ),
    "observer": (
        "observer", "observers", "observer state", "observador", "observadora", "observateur",
        "observatrice", "Beobachter", "osservatore", "наблюдатель", "观察员", "觀察員", "مراقب",
    ),
    "ngo": (
        "ngo", "ngos", "n g o", "non-governmental organization", "non-governmental organisation", "ong",
        "NRO", "Nichtregierungsorganisation", "НПО", "非政府组织", "非政府組織", "منظمة غير حكومية",
    ),
    "guest": (
        "guest", "guests", "invitado", "invitada", "invité", "invitée", "Gast", "convidado", "ospite",
        "гость", "嘉宾", "嘉賓", "ضيف",
    ),
}  # fmt: skip
_YES = (
    "yes", "y", "x", "1", "true", "✓", "✔", "sí", "si", "s", "oui", "o", "ja", "j", "sim", "да", "是", "نعم",
)  # fmt: skip
_NO = ("no", "n", "0", "false", "-", "non", "nein", "não", "нет", "否", "لا")

HEADS: Mapping[str, str] = {fold(head): column for column, heads in _HEADS.items() for head in heads}
"""Folded head of a column -> its name here."""
COLUMNS = ("name", "short_name", "iso2", "kind")
"""The columns of a table without heads, in their order."""
KINDS: Mapping[str, DelegationKind] = {fold(word): kind for kind, words in _KINDS.items() for word in words}
"""Folded word -> kind of delegation."""
ANSWERS: Mapping[str, bool] = {
    **{fold(one) or one: True for one in _YES},
    **{fold(one) or one: False for one in _NO},
}
"""Folded word -> yes or no."""


def answer(cell: str) -> bool | None:
    """What a cell of yes and no says; None where it is empty or says neither."""
    return ANSWERS.get(fold(cell) or cell.strip())
