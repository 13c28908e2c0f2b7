"""Who watches and types: all open sockets of a house, and which of them are closed when rights end."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from app.access import Holder
from app.live import Gallery
from app.procedure.undo import History
from app.shared_text.desks import Desks

SIGNED_OUT, RIGHTS_CHANGED, COME_BACK = 4401, 4403, 1012
"""How a socket is closed: its sign-in ended; its viewer may see something else from now on; come again."""


class Watchers:
    """The sockets of the galleries and of the desks where papers are typed."""

    def __init__(self, galleries: Mapping[int, Gallery[History]], desks: Desks) -> None:
        self._galleries, self._desks = galleries, desks

    def viewers(self) -> list[Hashable]:
        """Who watches a room, once for each open socket."""
        return [who for gallery in self._galleries.values() for who in gallery.viewers()]

    def sockets(self) -> int:
        """How many open sockets show a room."""
        return sum(map(len, self._galleries.values()))

    def put_out(self, devices: frozenset[str], still: tuple[Holder, ...] = ()) -> None:
        """Close at once every socket of sign-ins that have ended.

        `still` is as whom their owner goes on under a new token: what it watches as such comes back by
        itself, what it watched as somebody else is over.
        """
        places = {one.place for one in still}
        self._close(lambda who: who.device in devices and who.place in places, COME_BACK)
        self._close(lambda who: who.device in devices, SIGNED_OUT)

    def sit_elsewhere(self, committee: int, devices: frozenset[str]) -> None:
        """These devices have another seat in a committee: their pages of it go home and come back as that."""
        self._close(lambda who: who.device in devices and who.committee_id == committee, RIGHTS_CHANGED)

    def send_home(self) -> None:
        """Let everybody who watches go: their pages come back by themselves."""
        for gallery in self._galleries.values():
            gallery.drop(lambda _: True, COME_BACK)

    def _close(self, is_meant: Callable[[Holder], bool], code: int) -> None:
        for gallery in self._galleries.values():
            gallery.drop(lambda who: isinstance(who, Holder) and is_meant(who), code)
        self._desks.put_out(is_meant, code)
