"""Akoma Ntoso 3.0 of an amendment: its generated prose, and what each sentence does as a ``textualMod``."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from lxml import etree

from resolutions.document import Document
from resolutions.operations import Add, Modify, Move, Operation, ReplaceAll, Strike
from resolutions.prose import ENGLISH, prose
from resolutions.rendering.akn import AKN, Identity, ids, meta, wid, written
from resolutions.rendering.layout import Heading, laid_out


def render_akn_amendment(
    base: Document,
    operations: tuple[Operation, ...],
    heading: Heading,
    number: str,
    on: date,
    language: str = "en",
    words: Mapping[str, str] = ENGLISH,
) -> bytes:
    """Write an amendment of ``base`` as Akoma Ntoso XML, UTF-8.

    Args:
        base: the document that is amended; ``heading`` names it and the committee.
        operations: what the amendment does.
        heading: of the amended document.
        number: the amendment's own number, such as "DR 1.2/Amend.3".
        on: the day of the amendment and of the text that it amends.
        language: of both, two letters.
        words: message id -> template in that language, for the prose.
    """
    target = Identity(on, language, number=heading.symbol)
    own = Identity(on, language, "amendment", number)
    eids = {row.uid: eid for row, eid in ids(laid_out(base))}
    changes = AKN.activeModifications(
        *(_change(at, op, target, eids) for at, op in enumerate(operations, start=1))
    )
    sentences = [
        AKN.p(AKN.mod(sentence, eId=f"mod_{at}"))
        for at, sentence in enumerate(prose(base, operations, words), start=1)
    ]
    analysis = AKN.analysis(changes, source="#placard")
    amendment = AKN.amendment(
        meta(own, heading.committee, analysis),
        AKN.preface(AKN.p(AKN.docNumber(number))),
        AKN.amendmentBody(AKN.amendmentContent(*sentences)),
        name="amendment",
    )
    return written(AKN.akomaNtoso(amendment))


def _change(at: int, operation: Operation, target: Identity, eids: dict[str, str]) -> etree._Element:
    kind, uid, position = _aim(operation)
    place = f"#{eids[uid]}" if uid in eids else ""
    destination = AKN.destination(href=f"{target.expression}{place}")
    if position:
        destination.set("pos", position)
    change = AKN.textualMod(AKN.source(href=f"#mod_{at}"), destination, type=kind, eId=f"textualMod_{at}")
    own = getattr(operation, "uid", "")
    if own:
        change.set("wId", wid(own))
    return change


def _aim(operation: Operation) -> tuple[str, str, str]:
    """The kind of change, the uid of the clause of the base that it is said of, and where at it."""
    match operation:
        case Add(_, _, parent, after):
            return "insertion", after or parent or "", "after" if after else "start"
        case Strike(uid):
            return "repeal", uid, ""
        case Modify(uid):
            return "substitution", uid, ""
        case Move(uid):
            return "renumbering", uid, ""
        case ReplaceAll():
            return "replacement", "", ""
        case _:
            assert_never(operation)
