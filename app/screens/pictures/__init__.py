"""Pictures of what a committee did, drawn on the server: each with its title, one sentence and its table."""

from app.screens.pictures.picture import Picture

__all__ = ["Picture"]
