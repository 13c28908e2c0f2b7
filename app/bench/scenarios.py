"""The table of scenarios: what is measured, against what, and what must and what should be reached."""

from __future__ import annotations

from app.bench import changing, deciding, fanout, guides, requests, storm
from app.bench.measuring import Scenario

US_MESSAGE = "µs of server per message"
BROADCAST = "websockets.broadcast"
SCENARIOS: tuple[Scenario, ...] = (
    Scenario(
        "B1", "a change of 1 KB to everybody in one hall", US_MESSAGE, BROADCAST, 0.85, 0.72, fanout.one_hall
    ),
    Scenario("B1b", "the same in 60 halls of 40", US_MESSAGE, BROADCAST, 0.85, 0.72, fanout.many_halls),
    Scenario(
        "B2",
        "the chair's press until the last of all shows it",
        "ms, 99th of a hundred",
        f"{BROADCAST} of 1 KB, no database",
        1.5,
        1.1,
        changing.live_change,
    ),
    Scenario(
        "B3",
        "everybody votes at one instant, durable and tallied",
        "µs of server per vote",
        "bare ASGI POST",
        8,
        4,
        storm.vote_storm,
    ),
    Scenario(
        "B4a",
        "64 commands at once in one committee",
        "commands a second",
        "bare SQLite, a commit each",
        3,
        5,
        deciding.together,
        at_least=True,
    ),
    Scenario("B4b", "a lone command", "µs, median", "bare SQLite, a commit each", 4, 2.5, deciding.alone),
    Scenario(
        "B5",
        "steady presses, 64 connections",
        "µs of server per request",
        "Fastify with a schema",
        6,
        4,
        requests.steady_presses,
    ),
    Scenario(
        "B6a",
        "a fragment of 6 KB to browsers that inflate",
        US_MESSAGE,
        f"{BROADCAST}, not compressed",
        0.9,
        0.75,
        fanout.deflated,
    ),
    Scenario(
        "B6b",
        "the same",
        "bytes on the wire",
        f"{BROADCAST}, not compressed",
        0.13,
        0.115,
        fanout.on_the_wire,
    ),
    Scenario("B7", "an idle socket", "KB held", "bare websockets", 3.2, 2.7, fanout.idle),
    Scenario(
        "B8",
        "a durable press, then its screen as HTML, 16 browsers",
        "a second",
        "Express with SQLite",
        1,
        2,
        requests.durable_and_drawn,
        at_least=True,
    ),
    Scenario(
        "B9",
        "a change with 10,000 acts behind it",
        "µs of processor per act",
        "itself with 100 acts",
        1.25,
        None,
        deciding.long_record,
    ),
    Scenario(
        "B9b",
        "a change among 397 delegations",
        "µs of processor per act",
        "itself among 34",
        397 / 34,
        None,
        deciding.large_roster,
    ),
    Scenario(
        "B10",
        "the sample guide, from bytes to profiles",
        "s",
        "reading its text alone",
        1,
        None,
        guides.seconds,
        of_ratio=False,
    ),
    Scenario(
        "B10b", "the same", "MB at most", "reading its text alone", 200, None, guides.memory, of_ratio=False
    ),
)


class UnknownScenario(LookupError):
    """There is no scenario of this name; the message is one sentence."""


def chosen(names: list[str]) -> tuple[Scenario, ...]:
    """The scenarios of these names, all without any; `B4` names B4a and B4b. Raises UnknownScenario."""
    for name in names:
        if not any(_named(one, name) for one in SCENARIOS):
            known = ", ".join(one.id for one in SCENARIOS)
            raise UnknownScenario(f"There is no scenario {name}; there are {known}.")
    return tuple(one for one in SCENARIOS if not names or any(_named(one, name) for name in names))


def _named(scenario: Scenario, name: str) -> bool:
    return name.lower() in (scenario.id.lower(), scenario.id.lower().rstrip("ab"))
