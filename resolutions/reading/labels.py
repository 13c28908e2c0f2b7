"""Labels of a head: what a line names, the symbol of a paper, and the lines of a masthead."""

import re

_COUNT = r"(?:\s*+\(\s*+\d*+\s*+\))?+"
_COLON = (
    rf"(?:{_COUNT}\s*+(?::|[-–—](?=\s))\s*+|{_COUNT}\s{{3,}}+)"  # "Sponsors:", "Sponsors (3):", "Sponsors -"
)


def _label(words: str, colon: str = _COLON) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})(?:{colon}|\s*+:?+\s*+$)", re.IGNORECASE)


# In a table, or a file made of one, nothing stands between a label and its value.
_UNMARKED = re.compile(
    r"(Co-?[Ss]ponsors|Sponsors|Signatories|Patrocinadores|Signatarios|Auteurs|Signataires)\s+(?=[^\W\da-zà-ÿ])"
)
_LABELS = (
    (
        "title",
        _label(
            r"(?:resolution )?(?:title|topic|subject|agenda item|question(?: of)?|issue|theme|re)"
            r"(?: [\dA-H])?"
            r"|(?:título|tema|tópico|asunto|cuestión|titre|thème|sujet|objet|problématique|question)(?: de)?"
        ),
    ),
    (
        "sponsors",
        _label(
            r"(?:main |co-? ?|lead )?(?:sponsor|submitter|author|writer)(?:s|\(s\))?"
            r"|(?:co-? ?)?(?:sponsored|submitted|written|proposed|presented) by|delegations?"
            r"|(?:co-? ?)?(?:patrocinador|redactor|proponente|autor)(?:es|as?|\(es\))?"
            r"|país(?:es)? redactor(?:es)?"
            r"|(?:co-? ?)?(?:auteur|parrain|rédacteur)(?:e?s|\(s\))?|pays (?:auteur|sponsor)s?"
            r"|(?:présenté|parrainé) par"
        ),
    ),
    (
        "signatories",
        _label(
            r"(?:co-?)?signator(?:y|ies|y\(ies\))|signatures?|signed by|supported by|seconded by"
            r"|(?:países )?(?:signatari|firmante)[oa]?s?|(?:países )?avala(?:nte|dore|ista)s?"
            r"|avalad[oa] por|apoyad[oa] por"
            r"|(?:pays )?(?:co-?)?signataires?|soutenu par"
        ),
    ),
    (
        "committee",
        _label(
            r"committee|commission|forum|organ|body|council|comité|comisión|órgano|foro|organe"
            r"|(?:submitted|addressed) to|dirigid[oa] a|adressée? (?:à|au)"
        ),
    ),
    ("symbol", _label(r"(?:document |draft )?(?:symbol|code|number|no\.?)|símbolo|código|cote|référence")),
    ("other", _label(r"date|session|document|fecha|meeting|page|conference|language|status")),
)
_PAPER = re.compile(
    r"(?:draft resolution|working paper|draft|resolution|directive|resolución|proyecto de resolución"
    r"|anteproyecto|résolution|projet de résolution|avant-projet|documento de trabajo|document de travail)\b"
    r"\s*(?:no\.?|nº|n°|number|#)?\s*",
    re.IGNORECASE,
)
_OF_AN_ORGAN = re.compile(  # UNHRC Resolution 4/2, but not "Progress since Resolution 73/195"
    rf"(?-i:(?:[A-Z][\w'’&-]* ){{1,5}}?)(?:{_PAPER.pattern})(?=\d+[./]\d)", re.IGNORECASE
)
_NUMBERED = re.compile(r"([\w./ -]{0,40}?)(?:\s*(?::|\s[-–—]\s)\s*(.{2,}))?")
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:[/.-][\w.]{1,12}){1,6}|[A-Z]{1,4} (?!(?:19|20)\d\d$)[\w./-]{1,20}")
_MASTHEAD = re.compile(
    r"United Nations|Naciones Unidas|Nations Unies|.{0,80}\bDistr\.?:.*|Original:.*|English only"
    r"|(?:[\w-]+ ){1,2}(?:special |emergency )?session|\d{1,2} [^\W\d]{3,10} \d{4}"
    r"|(?:resolution )?adopted by the .{3,100}|\[(?:without reference to|on the report of) .{3,80}"
    r"|Resolución aprobada por .{3,100}|Résolution adoptée par .{3,100}"
    r"|(?:[^\W\d]+ ){1,3}(?:período de sesiones|session)",
    re.IGNORECASE,
)
_AGENDA_ITEM = re.compile(
    r"Agenda items? \d.{0,20}|Item \d.{0,20} of the .{0,20}agenda"
    r"|Tema \d.{0,10} del programa|Point \d.{0,10} de l['’]ordre du jour",
    re.IGNORECASE,
)
_ADOPTED = re.compile(  # 80/2. Scale of assessments, 1204 (XII). Lighthouses
    r"(?:(\d{1,3}/\d{1,4}|\d{1,4} ?\((?:[IVXLC]+|(?:19|20)\d\d)\))\.|\d{1,3}/(?:…|\.{3}))\s+(\S.{2,})"
)
_SPONSORED = re.compile(
    r"(.{3,}):\s*(?:(?:revised )?draft resolution|proyecto de resolución(?: revisado)?"
    r"|projet de résolution(?: révisé)?)\s*"
    r"|(?:(?:revised )?draft resolution submitted by|proyecto de resolución presentado por"
    r"|projet de résolution présenté par)\s+(?!the |el |la |le )(.{3,})",
    re.IGNORECASE,
)
_BY_AN_OFFICER = re.compile(
    r"(?:draft resolution submitted by the|proyecto de resolución presentado por (?:el|la)"
    r"|projet de résolution présenté par (?:le|la)) .{3,100}",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"(?-i:\b[A-Z]*MUN[A-Z]*\b)|\bmodel united nations\b|\bmodelo de (?:las )?naciones unidas\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\s{3,}|(?:(?<=United Nations)|(?<=Naciones Unidas)|(?<=Nations Unies))\s+(?=(?-i:[A-Z]{1,6}/[A-Z\d]))"
    r"|\s+(?:[-–—|/]\s+)?(?=(?:(?:co-?|main )?(?:sponsor|submitter)s?|signatories|committee|topic|title"
    r"|(?:co)?patrocinadores|signatarios|comité|tema|auteurs|signataires|sujet)\s*:)",
    re.IGNORECASE,
)


def labelled(words: str) -> tuple[str, str]:
    """Give the label a line begins with and its value; two empty strings when there is none."""
    if match := _UNMARKED.match(words):
        words = f"{match[1]}: {words[match.end() :]}"
    for label, form in _LABELS:
        if match := form.match(words):
            return label, words[match.end() :].strip()
    return "", ""


def pieces_of(words: str) -> list[str]:
    """Split a line where wide space, or the next label, begins another value."""
    return [piece for piece in _NEXT.split(words) if piece]


def paper_in(words: str) -> tuple[str, str] | None:
    """Give symbol and title of a line such as "Draft Resolution 1.2: Water", each may be empty.

    None when the line names no paper.
    """
    words = words.strip()
    if adopted := _ADOPTED.fullmatch(words):
        return adopted[1] or "", adopted[2]
    named = _PAPER.match(words) or _OF_AN_ORGAN.match(words)
    said = words[named.end() :].lstrip("-–—: ") if named else words
    if _is_symbol(said) and (named or not re.fullmatch(r"\d{1,3}", said)):
        return re.sub(r"(?<!\w)[lI|](?=[./]\d)", "1", said), ""
    numbered = _NUMBERED.fullmatch(words[named.end() :]) if named else None
    if numbered is None or not (numbered[2] or not numbered[1].strip()):
        return None
    symbol, title = numbered[1].strip(), numbered[2] or ""
    return (symbol, title) if not symbol or _is_symbol(symbol) else None


def is_paper(words: str) -> bool:
    """Say whether words only say what kind of paper it is: "DRAFT RESOLUTION"."""
    return bool(_PAPER.fullmatch(words))


def sponsors_in(words: str) -> str:
    """Give the names of a line such as "Chad and Togo: draft resolution", "" when it is none."""
    match = _SPONSORED.fullmatch(words)
    return (match[1] or match[2]) if match else ""


def is_masthead(words: str) -> bool:
    """Say whether a line stands in the masthead of a document and names neither committee nor title."""
    return bool(_MASTHEAD.fullmatch(words) or _BY_AN_OFFICER.fullmatch(words))


def is_agenda_item(words: str) -> bool:
    """Say whether a line gives the number of an item of the agenda, whose title may stand below."""
    return bool(_AGENDA_ITEM.fullmatch(words))


def names_conference(words: str) -> bool:
    """Say whether a line names the conference that the paper was written for."""
    return bool(_CONFERENCE.search(words))


def _is_symbol(words: str) -> bool:
    if re.fullmatch(r"[\dlI|]{1,3}(?:[./-][\dlI|]{1,3}){0,3}|\d{1,4} ?\([IVXLC]+\)", words):
        return True
    words, year = re.subn(r"(?<=\d) ?\((?:19|20)\d\d\)$", "", words)  # S/RES/2240 (2015)
    if year and re.fullmatch(r"\d{1,4}", words):
        return True
    if _SYMBOL.fullmatch(words):
        return any(map(str.isdigit, words))
    return (
        len(words.split()) < 3
        and bool(re.fullmatch(r"[\w./-]{1,20}(?: [\w./-]{1,20})?", words))
        and words[-1].isdigit()
    )
