"""A rehearsal: robot delegates and a robot chair play a whole meeting against a running server."""

from app.rehearsal.play import NotRehearsed, rehearse

__all__ = ["NotRehearsed", "rehearse"]
