"""Posts of a conference, what one may be there, and the codes that let people take them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select, update

from app.access.codes import code_hash, new_code
from app.tables import HoldingRow, JoinCodeRow, SeatRow

Role = Literal["organizer", "chair", "assistant", "delegate", "observer", "projector", "lobby"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the most that one may do to the least; `lobby` is what the public code of a committee opens."""


class UnknownCode(Exception):
    """No place has this code; after `wait` seconds the address may try again (0: at once)."""

    def __init__(self, wait: int = 0) -> None:
        super().__init__("unknown code")
        self.wait = wait


class CodeWithdrawn(Exception):
    """The code was right once: it was changed, or its time is over."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a code lets people be: a role in a conference, in a committee, at a seat ("" for none)."""

    conference_id: int
    role: Role
    committee_id: int | None = None
    seat_key: str = ""


def give_out(session: Session, posts: Sequence[Post], now: int, expires: int | None) -> dict[Post, str]:
    """New codes for these posts; the codes they had are dead at once.

    Raises LookupError for a seat that is not there.
    """
    codes: dict[Post, str] = {}
    for post in posts:
        if post.seat_key and session.get(SeatRow, (post.committee_id, post.seat_key)) is None:
            raise LookupError(f"Committee {post.committee_id} has no seat {post.seat_key}.")
        withdraw(session, post, now)
        codes[post] = new_code()
        session.add(
            JoinCodeRow(
                code_hash=code_hash(codes[post]),
                conference_id=post.conference_id,
                committee_id=post.committee_id,
                seat_key=post.seat_key or None,
                role=post.role,
                expires=expires,
            )
        )
    return codes


def withdraw(session: Session, post: Post, now: int) -> None:
    """The codes of a post let nobody in any more."""
    held = (col(JoinCodeRow.conference_id) == post.conference_id, col(JoinCodeRow.revoked).is_(None))
    session.execute(update(JoinCodeRow).where(*of_post(JoinCodeRow, post), *held).values(revoked=now))


def posts(session: Session, conference_id: int) -> tuple[Post, ...]:
    """The posts of a conference that have a code, committee by committee, in no other order."""
    query = select(JoinCodeRow).where(
        col(JoinCodeRow.conference_id) == conference_id, col(JoinCodeRow.revoked).is_(None)
    )
    return tuple(post_of(code) for code in session.exec(query.order_by(col(JoinCodeRow.committee_id))))


def open_code(session: Session, typed: str, now: int) -> JoinCodeRow:
    """The row of a code that lets people in. Raises UnknownCode, CodeWithdrawn."""
    code = session.get(JoinCodeRow, code_hash(typed))
    if code is None:
        raise UnknownCode
    if code.revoked is not None or (code.expires is not None and code.expires <= now):
        raise CodeWithdrawn
    return code


def of_post(row: type[JoinCodeRow] | type[HoldingRow], post: Post) -> tuple[ColumnElement[bool], ...]:
    """That a code or a holding is of this post (of whichever conference, where it has no committee)."""
    return (
        col(row.committee_id).is_not_distinct_from(post.committee_id),
        col(row.seat_key).is_not_distinct_from(post.seat_key or None),
        col(row.role) == post.role,
    )


def post_of(code: JoinCodeRow) -> Post:
    """The post that a code is for."""
    return Post(code.conference_id, role_named(code.role), code.committee_id, code.seat_key or "")


def role_named(name: str) -> Role:
    """A role out of the rows; one that this release does not know opens nothing."""
    return next((role for role in ROLES if role == name), "lobby")
