"""A rehearsal: robot delegations and a robot chair play a whole meeting against a running server."""

from app.rehearsal.operator import NotRehearsed
from app.rehearsal.play import rehearse
from app.rehearsal.report import Report

__all__ = ["NotRehearsed", "Report", "rehearse"]
