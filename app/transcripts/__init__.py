"""Meetings as text: a committee written line by line, run through the rules without server or database."""

from app.transcripts.lines import BadLine
from app.transcripts.play import play
from app.transcripts.record import transcript
from app.transcripts.vocabulary import vocabulary

__all__ = ["BadLine", "play", "transcript", "vocabulary"]
