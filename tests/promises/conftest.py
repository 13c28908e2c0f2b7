"""Promises about the record are kept on both databases; those about screens in a demo room, live."""

from tests.access.conftest import desk
from tests.browser.conftest import live, page
from tests.live.conftest import house
from tests.store.places import anyio_backend, place, postgres_place, sqlite_place

__all__ = ["anyio_backend", "desk", "house", "live", "page", "place", "postgres_place", "sqlite_place"]
