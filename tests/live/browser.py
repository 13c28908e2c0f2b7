"""A browser like static/live.js, in Python: applies a frame only where it fits, else says what it has."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from app.live.channels import version


@dataclass
class ModelBrowser:
    """Keeps `shown[channel][region] = (html, digest)`; `says` is what it wants to send, oldest first."""

    channels: tuple[str, ...]
    shown: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    says: list[str] = field(default_factory=list)
    now: int = 0
    applied: int = 0

    def __post_init__(self) -> None:
        for channel in self.channels:
            self.shown.setdefault(channel, {})

    def have(self, *channels: str) -> dict[str, dict[str, str]]:
        """What it has of these channels, or of all."""
        return {
            channel: {name: digest for name, (_, digest) in self.shown[channel].items()}
            for channel in channels or self.channels
        }

    def screen(self, channel: str) -> dict[str, str]:
        """What a person would see of the channel."""
        return {name: html for name, (html, _) in self.shown[channel].items()}

    def version(self, channel: str) -> str:
        """Its own version of the channel."""
        return version(digest for _, digest in self.shown[channel].values())

    def ask(self, *channels: str) -> None:
        """Says what it has."""
        self.says.append(json.dumps({"have": self.have(*channels)}))

    def hear(self, text: str) -> None:
        """Takes one message of the server."""
        message: dict[str, Any] = json.loads(text)
        self.now = message["now"]
        if "beat" in message:
            stale = [channel for channel, is_ in message["beat"].items() if self.version(channel) != is_]
            if stale:
                self.ask(*stale)
        elif "channel" in message:
            self._take(message)

    def _take(self, frame: dict[str, Any]) -> None:
        channel = frame["channel"]
        if frame["was"] is not None and frame["was"] != self.version(channel):
            return self.ask(channel)
        if frame["was"] is None:
            self.shown[channel] = {}
        for name, html in frame["regions"].items():
            if name in frame["digests"]:
                self.shown[channel][name] = (html, frame["digests"][name])
            else:
                self.shown[channel].pop(name, None)
        self.applied += 1
        if self.version(channel) != frame["is"]:
            self.ask(channel)
        return None
