"""The rows of shared texts are the same on both databases."""

from tests.store.places import anyio_backend, place, postgres_place, sqlite_place

__all__ = ["anyio_backend", "place", "postgres_place", "sqlite_place"]
