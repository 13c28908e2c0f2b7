"""Reads a title by its parts: a noun of who, a noun of what, and words that only join or qualify them.

"Perspectives of Member States", "Posturas por bloque" and "Pays et organisations impliqués" are nowhere
listed; they hold nothing but such words. A title with any other word is left to the lists of `roles`.
English, Spanish, French, Portuguese and German. Titles are compared folded.
"""

from __future__ import annotations

import re
from typing import Literal

# Words that stand for one, so that what follows looks at single words.
_PHRASES = (
    (re.compile(
        r"\b(?:points? of view|puntos? de vista|points? de vue|pontos? de vista|prises? de position)\b"
    ), "viewpoints"),
    (re.compile(
        r"\b(?:member (?:states?|countries|nations)|estados miembros?|paises miembros?|etats membres?"
        r"|pays membres|estados membros|mitglied(?:s)?staaten)\b"
    ), "countries"),
    (re.compile(r"\b(?:non governmental|intergovernmental|no gubernamentales|non gouvernementales) "), ""),
    (re.compile(
        r"\b(?:in|to|of|within|involved in) (?:the|this) (?:\w+ )?"
        r"(?:conflict|crisis|dispute|debate|war|negotiations?|talks)\b"
        r"|\b(?:en|del?) (?:el|la|este|esta)? ?(?:conflicto|crisis|disputa|debate|guerra)\b"
        r"|\b(?:dans le|dans la|au|du|de la) (?:conflit|crise|differend|debat|guerre)\b"
        r"|\b(?:no|na|do|da) (?:conflito|crise|disputa|debate|guerra)\b"
    ), "involved"),
)  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Who: alone a title of positions, or only with a noun of what or a word such as "key" beside it.
_SPEAKERS = _words("""
    actors players stakeholders stakeholder delegations blocs blocks alliances coalitions characters
    protagonists actores bloques delegaciones personajes acteurs personnages atores blocos delegacoes
    personagens akteure blocke delegationen
""")
_WHO = _SPEAKERS | _words("""
    country countries nation nations state states party parties actor player partners bloc block alliance
    coalition delegation character figures individuals powers ngo ngos sides side faction factions
    group groups grouping groupings claimants signatories portfolio portfolios ministers
    pais paises naciones estados partes partidos bloque alianzas coaliciones socios organizaciones grupos
    potencias
    pays etat etats nations partis partenaires bloc coalitions groupes puissances
    nacoes partidos bloco aliancas parceiros grupos potencias
    lander staat staaten nationen parteien partner block bundnisse gruppen machte fraktionen
""")
# These are about the committee itself or its paperwork as often as about who takes part.
_WHO_ELSE = _words("""
    organizations organisations organization organisation institutions agencies members people persons
    delegates observers regions participants entities bodies cabinet camps
    organismos instituciones miembros delegados regiones observadores participantes
    organisations institutions membres delegues regions observateurs
    organizacoes instituicoes membros delegados regioes observadores
    organisationen institutionen mitglieder regionen beobachter
""")
# What: a position by itself, or only with a noun of who beside it.
_STANCES = _words("""
    position positions stance stances viewpoint viewpoints standpoint standpoints perspectives
    posicion posiciones postura posturas posicionamiento posicionamientos perspectivas
    positionnement positionnements
    posicionamento posicionamentos posicao posicoes
    positionen standpunkte sichtweisen haltungen landerpositionen
""")
_WHAT = _STANCES | _words("""
    perspective policy policies view views opinion opinions attitude attitudes argument arguments claim claims
    interest interests profile profiles overview overviews analysis breakdown formation formations dynamics
    landscape positioning priorities demands outlooks contentions submissions pleadings preferences goals
    aims objectives
    politica politicas opinion opiniones vision visiones intereses perfil perfiles argumentos enfoques
    analisis demandas prioridades objetivos
    politique politiques avis interets profil profils attitudes analyse visions priorites
    opinioes visao visoes interesses perfis analise
    haltung standpunkt meinungen ansichten interessen argumente profile forderungen
""")
_PLURAL_STANCES = _STANCES - _words("position stance viewpoint standpoint posicion postura posicao")
# Beside a noun of who these say that it takes part: "Relevant Partners", "Países involucrados".
_TAKING_PART = _words("""
    key major main important relevant involved concerned primary significant notable principal present
    represented leading crucial interested
    clave principales relevantes importantes involucrados involucradas implicados implicadas interesados
    interesadas presentes
    cles principaux principales majeurs importants concernes concernees impliques impliquees interesses
    chave principais envolvidos envolvidas interessados
    wichtige wichtigste wichtigsten beteiligte beteiligten betroffene relevante
""")
_JOINING = _words("""
    the of and by in on for from to as per with a an s their its each various different selected individual
    national regional international global foreign official possible potential expected current initial
    political geopolitical specific general other opposing contrasting short brief
    de del la el los las un y e o en por para con sus cada segun nacionales regionales internacionales
    oficiales posibles politicas oficial nacional regional internacional diferentes distintos distintas
    le les l d du des et au aux leurs leur sur chaque nationales nationaux regionales regionaux
    internationales internationaux officielles possibles differents differentes en presence
    do da dos das os as em no na seus suas nacionais regionais internacionais oficiais possiveis
    der die das den und von im in nach zu einzelnen verschiedenen nationale regionale internationale
""")
_TAIL = re.compile(
    r" (?:on|regarding|concerning|about|towards?|over|sobre|respecto|frente|ante|sur|concernant|face|quanto"
    r"|zu|zum|zur|uber) .*$"
)

_STANDALONE = re.compile(
    r"^(?:(?:list of )?(?:news|press|media|wire) (?:agencies|outlets|organi[sz]ations|services)|newspapers"
    r"|agencias de (?:noticias|prensa)|medios de comunicacion representados|agences de presse"
    r"|agencias de noticias|nachrichtenagenturen"
    r"|(?:interest|lobby|pressure|advocacy) groups|grupos de (?:interes|presion)|groupes d ?interet"
    r"|(?:les )?groupes (?:de pays|d ?etats)|(?:los )?grupos de (?:paises|estados)"
    r"|political groups|groupes politiques|grupos politicos|fraktionen|country by country"
    r"|who(?: i)?s (?:who|involved))$"
)

_SOURCES = _words("""
    bibliography bibliographies reference references source sources citations endnotes footnotes webography
    webliography
    bibliografia bibliografias referencia referencias fuentes citas webgrafia
    bibliographie bibliographies webographie sitographie webliographie
    fontes
    literaturverzeichnis quellen quellenverzeichnis quellenangaben literaturangaben bibliografie fussnoten
    endnoten
""")
_PERHAPS_SOURCES = _words("""
    reading readings links resources notes literature websites works articles books videos materials research
    lecturas enlaces recursos notas sitios paginas
    lectures liens ressources ouvrages lire sites
    leituras ligacoes recursos
    literatur links nachweise leseempfehlungen lesetipps
""")
_OF_SOURCES = _words("""
    further suggested recommended additional useful annotated selected select list of and the for cited
    consulted used works work study more other web online external primary secondary key helpful important
    relevant general extra appendix appendices to your suggestions internet media topic a b c 1 2 3 i ii iii
    utiles de consulta apoyo y e interes adicionales recomendadas recomendados complementarias complementarios
    sugeridas sugeridos bibliograficas bibliografica consultadas oficiales electronicas electronicos para la
    las los web lista
    et utiles complementaires bibliographiques consultees recommandees recommandes des du les pour l
    uteis adicionais complementares consultadas
    weiterfuhrende verwendete und weitere der
""")
_GOING_FURTHER = re.compile(
    r"^(?:pour (?:aller plus loin|en savoir plus|approfondir)|para saber mas|saiba mais|zum weiterlesen"
    r"|(?:sugerencias|suggestions) (?:de|for) (?:lectura|reading))$"
)

_ASKED = _words("""
    question questions points point issues issue problems aspects matters challenges
    pregunta preguntas cuestion cuestiones interrogantes puntos aspectos problemas
    problematique problematiques interrogations pistes axes enjeux
    pergunta perguntas questoes pontos
    frage fragen leitfragen diskussionsfragen leitfrage denkanstosse
""")
_BY_THEMSELVES = _words("""
    questions preguntas interrogantes problematique problematiques perguntas fragen leitfragen
    diskussionsfragen leitfrage denkanstosse interrogations
""")
_TO_BE_ASKED = _words("""
    consider considered considerations address addressed answer answered resolve resolved discuss discussed
    discussion debate debated ponder explore explored tackle tackled examine think reflect reflection solve
    solved settle settled deliberation raised guide guiding research
    considerar tratar abordar responder resolver discutir debatir contestar reflexionar reflexion debate guia
    guias orientadoras orientadores discusion clave analizar solucionar
    considerer traiter aborder repondre resoudre discuter debattre reflexion poser directrices debat
    discussion refletir reflexao norteadoras orientadoras debater
    diskussion klaren beantworten diskutieren uberlegen
""")
_OF_QUESTIONS = _words("""
    to be a an the for in of and by that which must should resolution resolutions your our this committee
    delegates key main further important open some possible during debate need needs have will can
    a de por para la el los las que se una un y en debe deben resolucion comite delegados debera deberan ser
    une pour et des les l la le du devra doit resolution comite auxquelles auxquels
    o as os da do resolucao uma
    zu zur fur die der das und eine
""")

Role = Literal["positions", "guiding", "references"]


def composed_role(folded: str) -> Role | None:
    """Return what a title is for that consists only of words known here, None when any word is strange.

    `folded` is the title as `fold` returns it.
    """
    if _all_of_positions(folded):
        return "positions"
    words = folded.split()
    if _GOING_FURTHER.match(folded) or _consists(words, _SOURCES | _PERHAPS_SOURCES, _OF_SOURCES):
        return "references"
    if _consists(words, _ASKED, _TO_BE_ASKED | _OF_QUESTIONS) and _is_asked(words):
        return "guiding"
    return None


def perhaps_sources(folded: str) -> bool:
    """Return whether a title such as "Resources" or "Notes" heads sources only if sources stand below."""
    words = set(folded.split())
    return composed_role(folded) == "references" and not words & _SOURCES and "cited" not in words


def _consists(words: list[str], nouns: frozenset[str], others: frozenset[str]) -> bool:
    return not nouns.isdisjoint(words) and nouns.union(others).issuperset(words)


def _is_asked(words: list[str]) -> bool:
    return not _TO_BE_ASKED.isdisjoint(words) or not _BY_THEMSELVES.isdisjoint(words)


def _all_of_positions(folded: str) -> bool:
    if _STANDALONE.match(folded):
        return True
    text = _TAIL.sub("", folded)
    for pattern, word in _PHRASES:
        text = pattern.sub(word, text)
    words = set(text.split())
    taking_part, who = words & _TAKING_PART, words & (_WHO | _WHO_ELSE)
    if not words <= who | taking_part | _WHAT | _JOINING:
        return False
    return _speak(words, who, tail=text != folded and text in folded)


def _speak(words: set[str], who: set[str], *, tail: bool) -> bool:
    """Whether the nouns are enough: who with what, who takes part, or a word that says it by itself."""
    surely = who & _WHO
    if words & _STANCES and (who or words & _PLURAL_STANCES):
        return True
    if surely and words & _WHAT:
        return True
    return not tail and bool(words & _SPEAKERS or (surely and words & _TAKING_PART))
