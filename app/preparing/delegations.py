"""The table of delegations of a preparation: from the guide, by hand, from a table or a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.preparing.preparation import Preparation
from app.preparing.review import reviewed_guide
from app.procedure.act import LONGEST_KEY
from app.words.language import N_
from delegations.countries import by_iso2
from delegations.names import slug
from delegations.roster import (
    NO_RIGHTS,
    Delegation,
    DelegationKind,
    Rights,
    in_this_order,
    ordered,
    roster_from,
)
from delegations.roster_table import RosterRow, roster_from_csv
from delegations.said import Said

LONGEST_DELEGATION = 120
"""Characters of a delegation's name."""
MOST_DELEGATIONS = 390
"""Delegations of one committee: what a roster holds beside the dais."""
TOO_MANY = Said(N_("A committee has at most {most} delegations. Take some rows out."), most=MOST_DELEGATIONS)
TAKEN = N_("Another delegation is called {name} already. Choose another name.")
TOO_LONG = N_("A delegation's name has at most {most} printable characters.")
NO_CODE = N_("{code} is no ISO 3166-1 code of a state. Leave it empty for no flag.")


class NotInTable(ValueError):
    """The table cannot be changed in this way; the message is one sentence for the organizer."""


def table(preparation: Preparation) -> tuple[Delegation, ...]:
    """The delegations in roll-call order: the table as it was changed, else those of the reviewed guide."""
    if preparation.delegations is not None:
        return preparation.delegations
    return roster_from(reviewed_guide(preparation)) if preparation.guide else ()


def changed(
    preparation: Preparation,
    key: str,
    *,
    name: str,
    short_name: str,
    iso2: str,
    kind: DelegationKind,
    rights: Rights = NO_RIGHTS,
    place: int | None = None,
) -> Preparation:
    """With one delegation's row changed; its key stays. Raises NotInTable.

    Another `place` in the roll call (from 1) puts the table into an order of its own.
    """
    rows = table(preparation)
    before = next((one for one in rows if one.key == key), None)
    if before is None:
        raise NotInTable(N_("This delegation is not in the table any more. Look at the table again."))
    after = replace(
        before,
        name=_name(name),
        short_name=_name(short_name or name),
        iso2=_code(iso2),
        kind=kind,
    )
    if any(one.short_name == after.short_name and one.key != key for one in rows):
        raise NotInTable(Said(TAKEN, name=after.short_name))
    rest = [one for one in rows if one.key != key]
    moved = place is not None and place != before.order
    at = max(0, min(len(rest), (place if place is not None and moved else before.order) - 1))
    now = replace(
        preparation,
        rights={**preparation.rights, key: rights},
        by_hand=preparation.by_hand or moved,
    )
    return _with_rows(now, [*rest[:at], after, *rest[at:]])


def removed(preparation: Preparation, key: str) -> Preparation:
    """Without one delegation."""
    rights = {name: its for name, its in preparation.rights.items() if name != key}
    rows = [one for one in table(preparation) if one.key != key]
    return _with_rows(replace(preparation, rights=rights), rows)


def pasted(preparation: Preparation, text: str) -> tuple[RosterRow, ...]:
    """What each row of a pasted table would do; nothing is changed yet."""
    return roster_from_csv(text, table(preparation))


def taken(preparation: Preparation, rows: Iterable[RosterRow]) -> Preparation:
    """With these rows of a table, their rights and places. Raises NotInTable where there are too many."""
    now = {one.key: one for one in table(preparation)}
    rights, places = dict(preparation.rights), dict[str, int]()
    for row in rows:
        if row.delegation is None or row.status == "error":
            continue
        key = row.delegation.key
        now[key] = row.delegation
        rights |= {key: row.rights} if row.rights is not None else {}
        places |= {key: row.place} if row.place is not None else {}
    sequence = sorted(now.values(), key=lambda one: places.get(one.key, MOST_DELEGATIONS * 10))
    alphabetical = [one.key for one in ordered(now.values())]
    by_hand = bool(places) and [one.key for one in sequence] != alphabetical
    known = replace(preparation, rights=rights, by_hand=preparation.by_hand or by_hand)
    return _with_rows(known, sequence if places else now.values())


def as_in_the_guide(preparation: Preparation) -> Preparation:
    """With the delegations of the guide again; what was changed by hand is gone."""
    return replace(preparation, delegations=None, rights={}, by_hand=False)


def alphabetical(preparation: Preparation) -> Preparation:
    """With the roll in the order of the alphabet again."""
    return _with_rows(replace(preparation, by_hand=False), table(preparation))


def is_among(one: Delegation, rows: Iterable[Delegation]) -> bool:
    """Whether a delegation sits there already: under its key, or the same state under another."""
    return any(one.key == other.key or (one.iso2 is not None and one.iso2 == other.iso2) for other in rows)


def joined_by(
    preparation: Preparation, others: Sequence[Delegation], rights: Mapping[str, Rights], instead: bool
) -> Preparation:
    """With the delegations of a template or of another committee that are not there yet, and their rights.

    `instead` of those that are there: then these alone. Raises NotInTable where there are too many.
    """
    there = () if instead else table(preparation)
    new = [one for one in others if not is_among(one, there)]
    kept = {} if instead else dict(preparation.rights)
    given = {one.key: rights[one.key] for one in new if one.key in rights}
    by_hand = preparation.by_hand and not instead
    return _with_rows(replace(preparation, rights={**kept, **given}, by_hand=by_hand), [*there, *new])


def _with_rows(preparation: Preparation, rows: Iterable[Delegation]) -> Preparation:
    """With these rows, in their own order where the organizer has made one."""
    put = in_this_order(rows) if preparation.by_hand else ordered(rows)
    if len(put) > MOST_DELEGATIONS:
        raise NotInTable(TOO_MANY)
    return replace(preparation, delegations=put)


def with_fitting_keys(roster: Iterable[Delegation], taken: Iterable[str]) -> tuple[Delegation, ...]:
    """The roster with keys that a record can hold (ASCII, short, not `taken`); most stay as they are.

    A name in another script, or one that a guide's layout has made endless, has a seat all the same.
    """
    used, fitting = set(taken), []
    for place, one in enumerate(roster, 1):
        plain = re.sub(r"[^A-Za-z0-9-]", "", one.key)
        stem = plain[: LONGEST_KEY - 5].strip("-") or "delegation"
        key = stem if stem not in used else f"{stem}-{place}"
        used.add(key)
        fitting.append(replace(one, key=key))
    return tuple(fitting)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name or (not slug(name) and not name.isprintable()):
        raise NotInTable(N_("A delegation needs a name."))
    if len(name) > LONGEST_DELEGATION or not name.isprintable():
        raise NotInTable(Said(TOO_LONG, most=LONGEST_DELEGATION))
    return name


def _code(iso2: str) -> str | None:
    code = iso2.strip().upper()
    if code and by_iso2(code) is None:
        raise NotInTable(Said(NO_CODE, code=code[:12]))
    return code or None
