"""Who is told, in this process, that rights ended, that somebody came or went, or that a seat was full."""

from __future__ import annotations

from collections.abc import Callable

from app.access.posts import Post
from app.access.sign_ins import Holder

Ended = Callable[[frozenset[str], tuple[Holder, ...]], None]
Full = Callable[[Post, bool | None], None]
Changed = Callable[[], None]


class Witnesses:
    """Those who asked to be told; each is called at once, in the order in which they asked."""

    def __init__(self) -> None:
        self._on_end: list[Ended] = []
        self._on_full: list[Full] = []
        self._on_change: list[Changed] = []

    def on_end(self, listener: Ended) -> None:
        """Has `listener` called with the devices whose rights have just ended, to close their sockets.

        It is also told as whom the owner goes on under a new token; nothing where nobody does.
        """
        self._on_end.append(listener)

    def on_full(self, listener: Full) -> None:
        """Has `listener` called with a post that had as many devices as it may when one more came.

        It is told whether another one gave way (else the new one was refused), and None once nobody holds
        the post any more.
        """
        self._on_full.append(listener)

    def on_change(self, listener: Changed) -> None:
        """Has `listener` called whenever somebody has come or gone."""
        self._on_change.append(listener)

    def ended(self, devices: frozenset[str], still: tuple[Holder, ...]) -> None:
        """The rights of these devices have ended; nobody is told of none."""
        for listener in self._on_end if devices else ():
            listener(devices, still)

    def full(self, post: Post, gave_way: bool | None) -> None:
        """A post was full, or (None) is not any more."""
        for listener in self._on_full:
            listener(post, gave_way)

    def changed(self) -> None:
        """Somebody has come or gone."""
        for listener in self._on_change:
            listener()
