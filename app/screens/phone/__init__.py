"""What a delegate sees: the regions of the phone, for everybody (`PUBLIC`) and for one seat (`SEAT`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.phone.act import doing
from app.screens.phone.card import card
from app.screens.phone.election import own_ballot, voting_or_electing
from app.screens.phone.handling import handling
from app.screens.phone.me import me
from app.screens.phone.mine import mine
from app.screens.phone.motions import ladder
from app.screens.phone.shelf import shelf
from app.screens.phone.to_speak import to_speak
from app.screens.phone.what import what
from app.screens.updates import for_all, for_seat
from app.screens.view import View

Draw = Callable[[Floor, Directory], View]
DrawSeat = Callable[[Floor, Directory, str], View]

PUBLIC: Mapping[str, Draw] = {
    "what": what,
    "vote": voting_or_electing,
    "motions": ladder,
    "list": to_speak,
    "shelf": shelf,
    "update": for_all,
}
"""The regions of the channel `public`."""
SEAT: Mapping[str, DrawSeat] = {
    "ballot": own_ballot,
    "me": me,
    "act": doing,
    "handling": handling,
    "mine": mine,
    "card": card,
    "update": for_seat,
}
"""The regions of the channel `seat:<key>`; each also takes the seat's key."""
