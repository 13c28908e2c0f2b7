"""What a chapter is for and what kind of stakeholders a heading announces, by the words guides use.

English first; Spanish, French and Portuguese where their words are plain. Titles that consist of nothing but
known parts are read by `composed`. Texts are compared folded: lower
case, without accents and punctuation.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from delegations.names import fold
from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.composed import composed_role

Role = Literal["positions", "guiding", "critical", "references", "actions", "cases", "topic", "other"]

_ACTORS = (
    r"(?:actors|players|parties|countries|nations|states|blocs|blocks|delegations|stakeholders|positions"
    r"|persons|individuals|figures|characters|powers|member states|groups)"
)
_POSITIONS = re.compile(
    r"\b(?:stakeholders?|positions?(?! papers?\b)|blocs|"
    r"(?:country|countries|bloc|block|national|state|states|member states|delegations?|nations?|party"
    r"|parties|regional|group|ngo|actors?) "
    r"(?:positions?|stances?|policy|policies|profiles?|perspectives?|overviews?|breakdown|viewpoints?|views?"
    r"|analysis|dynamics|specific \w+)|"
    r"stances?|(?:parties|countries|states|persons|individuals|characters|actors|delegations|members|groups"
    r"|organi[sz]ations) and their|"
    r"dramatis personae|actors|"
    rf"(?:key|major|main|important|relevant|involved|primary|significant|notable|principal) {_ACTORS}|"
    r"(?:countries|parties|nations|states|actors|blocs|delegations|stakeholders|member states) "
    r"(?:and (?:organi[sz]ations|parties|ngos|blocs) )?(?:involved|concerned|present|represented)|"
    r"(?:participating|represented|attending|invited) (?:countries|states|delegations|nations"
    r"|organi[sz]ations|ngos|parties|actors|groups)|"
    r"(?:possible|potential|expected) (?:blocs|alliances)|blocs and positions|"
    r"list of (?:countries|delegations|positions|characters|delegates)|"
    r"(?:character|delegate|cabinet|member|committee|council) "
    r"(?:lists?|biographies|bios|profiles|dossiers?|descriptions?|members|portfolios?|roles)|"
    r"(?:views?|viewpoints|opinions|attitudes) of (?:the )?(?:member states|states|countries|nations"
    r"|parties|actors|blocs)|where (?:the )?(?:states|countries|nations|parties) stand|"
    r"^(?:points of view|perspectives)$|"
    r"(?:country|state|bloc|delegation) (?:briefs?|briefings?|information|summar(?:y|ies))|"
    r"parties to the (?:conflict|dispute)|countries of (?:interest|concern)|"
    r"character (?:guide|sheets?)|"
    r"^(?:the )?members of (?:the|this|your) (?:\w+ )?(?:cabinet|government|junta|board)$|"
    r"^(?:the )?(?:cast of characters|roles|personalities|ministers)$|"
    r"biographies|dossiers|portfolios|^(?:the )?political (?:parties|factions)$|"
    r"^(?:the )?(?:characters|individuals|cast|personajes|personages)$|"
    r"(?:posicion|posiciones|posturas?|posicionamientos?|posicionamentos?|position|posicoes|posicao|politiques?)"
    r" (?:oficial(?:es)? )?(?:de|des|du|d|dos|das) |"
    r"(?:posiciones|posturas|posicionamentos|posicoes)$|bloques|"
    r"posturas oficiales|(?:paises|actores|partes) (?:implicad|participant|relevante)|^delegaciones$|"
    r"perfil(?:es)? (?:de|des|dos) (?:los )?(?:paises|delegaciones|pays)|"
    r"^(?:les )?acteurs(?: (?:principaux|impliques|en presence))?$|(?:pays|parties) impliques|"
    r"actores involucrados|landerpositionen|positionen der |"
    r"(?:principales|principaux|principais) (?:actores|acteurs|atores|paises|pays)|"
    r"paises involucrados|pays concernes|paises envolvidos|partes involucradas|acteurs cles|actores clave)"
)  # fmt: skip
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("topic", re.compile(
        r"^(?:topic|agenda|tema|topico|sujet)(?: (?:area|item))? "
        r"(?:a|b|c|d|1|2|3|4|i|ii|iii|iv|one|two|three)\b"
    )),
    ("critical", re.compile(r"\bcritical questions?\b")),
    ("guiding", re.compile(
        r"\b(?:(?:guiding|discussion|essential|research|key|further|focus|important|debate|guide) questions?|"
        r"questions? (?:to|a|for|that|which|guide|guides) |questions of |qarmas?|warmas?|questions|"
        r"points? (?:a resolution|to consider|to address|to ponder|of discussion|for debate|for discussion)|"
        r"^(?:discussion|talking) points$|^food for thought$|^issues (?:a resolution|to address|for debate)|"
        r"cuestiones a |"
        r"preguntas|questions a |perguntas|interrogantes)"
    )),
    ("references", re.compile(
        r"^(?:list of )?(?:references?|bibliography|works cited|endnotes|sources|citations|referencias"
        r"(?: bibliograficas)?|references bibliographiques|bibliografia|bibliographie|fuentes"
        r"|sources consultees|sources used|webgrafia|sitographie|works consulted|cited works|source list"
        r"|useful links|links and sources|(?:notes|sources) and references|footnotes"
        r"|bibliography and (?:further|references).{0,20}|references and (?:bibliography|further).{0,20}"
        r"|(?:works cited|sources) and .{0,24})(?: cited| list)?$"
    )),
    ("cases", re.compile(r"\bcase stud(?:y|ies)\b|\bestudios? de caso|\betudes? de cas\b")),
    ("actions", re.compile(
        r"\b(?:(?:previous|past|prior|relevant|existing|international|un|major|key) (?:\w+ )?"
        r"(?:actions?(?! (?:network|group|plan|against|coalition)\b)"
        r"|resolutions?|treaties|agreements?|conventions?|frameworks?|involvement|instruments"
        r"|documents|attempts|measures|efforts)|legal framework|acciones (?:previas|internacionales)|"
        r"marco (?:legal|juridico)|cadre juridique)\b"
    )),
    ("positions", _POSITIONS),
)  # fmt: skip
_OTHER = re.compile(
    r"^(?:introduction|background|history|historical|overview|general overview|definitions?|key terms"
    r"|glossary|current (?:situation|challenges|status|issues|developments)|challenges|timeline|"
    r"(?:possible|potential|proposed|suggested) solutions?|solutions|conclusion|further (?:readings?"
    r"|research)|suggested readings?|suggestions for|additional (?:readings?|resources)|resources|"
    r"welcome|letter|message|topic|committee|about the|rules of procedure|appendi(?:x|ces)|annex|scope"
    r"|statement of the (?:problem|issue)|recent developments|expectations|summary|main issues|key issues"
    r"|subtopics|future|the way forward|position papers?|executive summary|mandate|foreword|preface"
    r"|table of contents|contents|list of (?:abbreviations|acronyms)|abbreviations|key events"
    r"|introduccion|antecedentes|historia|contexto|glosario|situacion actual|conclusion(?:es)?"
    r"|posibles soluciones|contexte|historique|carta de|bienvenida|lettre|sobre el|conclusao|contexto"
    r"|(?:figures|numbers|statistics|data|facts|cifras|datos|estadisticas|chiffres|donnees|dados)"
    r" (?:by|per|for each|por|par|de cada) (?:country|state|member state|pais|estado|pays|etat)"
    r"|(?:major|key|main) (?:developments|events|dates)|developpements|evenements|dates cles|chronologie"
    r"|fechas clave|cronologia|acontecimientos|principaux (?:developpements|evenements)"
    r"|introducao|historico|apresentacao|presentacion|presentation du|panorama|enjeux)\b"
)
_LABELS_OF_TOPICS = frozenset((
    "topic", "topic area", "agenda", "agenda item", "issue", "question", "case", "tema", "topico", "sujet",
    "theme", "thema",
))  # fmt: skip
_CATEGORIES: tuple[tuple[re.Pattern[str], StakeholderKind], ...] = (
    (re.compile(
        r"^(?:(?:key |relevant |major |international )*(?:ngos?"
        r"|non ?governmental organi[sz]ations?(?: ngos?)?"
        r"|civil society(?: organi[sz]ations?)?)(?: and civil society(?: organi[sz]ations?)?)?"
        r"|ngos? .{0,24}|ong|ongs|organizaciones no gubernamentales(?: ongs?)?"
        r"|organisations non gouvernementales(?: ongs?)?|organizacoes nao governamentais(?: ongs?)?)$"
    ), "ngo"),
    (re.compile(
        r"^(?:(?:key |major |international |intergovernmental |regional |un |other |non state |relevant "
        r"|participating |represented |invited |member )*"
        r"(?:organi[sz]ations?|agencies|bodies|institutions|organs|igos)(?: involved| and agencies)?"
        r"|observers?(?: \w+)?|un (?:entities|system)"
        r"|organi[sz]aciones(?: internacionales)?|organisations(?: internationales)?|organismos.{0,20})$"
    ), "organization"),
    (re.compile(
        r"^(?:(?:major |key |main |regional |political |possible |potential |voting )*(?:blocs?|blocks?"
        r"|groups?|alliances)(?: positions?)?|bloques)$"
    ), "bloc"),
    (re.compile(
        r"^(?:(?:key |main |important |historical )*(?:individuals|persons|people|figures|characters"
        r"|personalities|portfolios|cabinet members|personajes))$"
    ), "person"),
    (re.compile(
        r"^(?:(?:(?:main |major )?(?:political |warring ))?parties"
        r"|(?:political |main |warring |major )*factions|partidos)$"
    ), "party"),
    (re.compile(
        r"^(?:(?:member |major |key |main |other |relevant |involved |participating )*(?:countries"
        r"|country|states|member states|nations|delegations|governments)(?: positions?| involved"
        r"| concerned)?|paises|pays|estados miembros)$"
    ), "country"),
)  # fmt: skip
_MEMBERS = re.compile(
    r"(?:(?:member |key |main |included |example |participating )*(?:members|states|countries|nations"
    r"|delegations|delegates|participants|includes?|including|composition|membership|miembros|paises|membres"
    r"|pays|membros|mitglieder|estados miembros|etats membres|estados membros|composed of|made up of)"
    r"(?: (?:included?|includes|including|involved|of (?:the|this) (?:bloc|group)|in (?:the|this) "
    r"(?:bloc|group)|miembros|membres|incluidos))*)$"
)
_HINTS: dict[StakeholderKind, frozenset[str]] = {
    "bloc": frozenset(("bloc", "blocs", "blocks", "bloques", "alliances", "groupes", "grupos")),
    "person": frozenset((
        "characters", "character", "persons", "individuals", "figures", "personalities", "portfolios",
        "biographies", "bios", "dossiers", "cabinet", "personae", "personajes",
    )),
    "party": frozenset(("factions", "political", "partidos")),
    "ngo": frozenset(("ngo", "ngos")),
}  # fmt: skip

_CHAMBERS = frozenset(("cabinet", "council", "board", "committee", "senate", "court", "government"))


@lru_cache(maxsize=8192)
def role_of(title: str) -> Role | None:
    """Return what the chapter called `title` is for, None when its name says nothing known."""
    label, colon, rest = title.partition(":")
    if colon and rest.strip() and fold(label) in _LABELS_OF_TOPICS:
        return "other"  # whatever the topic is called: "Topic: The question of the two states"
    folded = re.sub(r"^\d{1,2} (?=\D)", "", fold(title))
    if (topic := _ROLES[0][1].match(folded)) and composed_role(folded[topic.end() :].strip()):
        folded = folded[topic.end() :].strip()  # "Topic A: Bibliography"
    for role, pattern in _ROLES:
        if pattern.search(folded):
            return role
    composed = composed_role(folded)
    return composed or ("other" if _OTHER.search(folded) else None)


def category(text: str) -> StakeholderKind | None:
    """Return the kind of stakeholders that a heading such as "Observers" or a table's head announces."""
    folded = fold(text.replace("'", "")) if len(text) < 80 else ""
    for pattern, kind in _CATEGORIES:
        if pattern.match(folded):
            return kind
    return None


def hint_of(title: str) -> StakeholderKind | None:
    """Return what kind the stakeholders of a chapter of positions are by its title, None when open."""
    if kind := category(title):
        return kind
    folded = fold(title)
    if folded.startswith(
        ("parties and their", "party positions", "party stances", "positions of the parties")
    ):
        return "party"
    words = set(folded.split())
    if "members" in words and words & _CHAMBERS:
        return "person"
    return next((kind for kind, signs in _HINTS.items() if words & signs), None)


def announces_members(label: str) -> bool:
    """Return whether `label` stands before a bloc's list of members: "Countries included"."""
    return len(label) < 60 and _MEMBERS.match(fold(label)) is not None
