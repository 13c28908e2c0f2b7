"""Access is tested on both databases."""

from tests.store.places import anyio_backend, place, postgres_place, sqlite_place

__all__ = ["anyio_backend", "place", "postgres_place", "sqlite_place"]
