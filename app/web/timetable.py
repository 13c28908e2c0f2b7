"""The day's timetable in the browser: date, begin, end and breaks by the clock on the room's wall."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response

from app.procedure.act import Refusal, impossible
from app.procedure.timetable import SetTimetable, Timetable
from app.web.acts import answer_refusals, decided
from app.web.answers import wants_json
from app.web.fields import BadFields, check_own, text_fields
from app.web.pages import Visit, visit
from app.words import language, refusal_sentence
from app.words.measures import day_time

_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})")
_BREAK = re.compile(rf"\s*{_TIME.pattern}\s*(?:-|–|—|to|a|à)\s*{_TIME.pattern}\s*")


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it is typed: a date, two times, and breaks one after the other with commas between."""

    day: str
    begins: str = ""
    ends: str = ""
    breaks: str = ""


async def form(request: Request) -> Response:
    """The times of the day as they are set; without any the form of today."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else _draw(seen, _set_now(seen))


async def change(request: Request) -> Response:
    """Set the times of a day, or take them away; what is refused stays typed."""
    seen = await visit(request, counted=False)
    if isinstance(seen, Response):
        return seen
    names = seen.directory.short_names
    typed = _set_now(seen)

    def answer(
        request: Request, refusals: tuple[Refusal, ...], status: int, names: Any, may_insist: bool = False
    ) -> Response:
        if wants_json(request):
            return answer_refusals(request, refusals, status, names, may_insist)
        tongue = language(seen.locale)
        return _draw(seen, typed, [refusal_sentence(one, names, tongue) for one in refusals], status)

    try:
        sent = await text_fields(request)
        typed = Typed(sent.get("day", ""), *(sent.get(name, "") for name in ("begins", "ends", "breaks")))
        given = _own(seen, sent)
        command = command_of(typed, seen.directory.time_zone, "none" in sent)
    except BadFields as bad:
        return answer(request, bad.refusals, 422, names)
    if not seen.house.presses.take(seen.holder):
        return answer(request, (impossible("too_many"),), 429, names)
    return await decided(request, seen.house, seen.holder, command, given, answer)


def command_of(typed: Typed, zone: str, none: bool = False) -> SetTimetable:
    """The act that a form means, in an IANA time zone; `none` takes the times away. Raises BadFields."""
    try:
        midnight = datetime.combine(date.fromisoformat(typed.day), time(), ZoneInfo(zone))
    except ValueError:
        raise BadFields(impossible("timetable.day", "day")) from None
    at = int(midnight.timestamp() * 1000)
    if at < 0:
        raise BadFields(impossible("timetable.day", "day"))
    if none:
        return SetTimetable(at)
    breaks = [minutes for one in typed.breaks.split(",") if one.strip() for minutes in _break(one)]
    return SetTimetable(at, (_minutes(typed.begins, "begins"), *breaks, _minutes(typed.ends, "ends")))


def _minutes(text: str, field: str) -> int:
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[2]) > 59:
        raise BadFields(impossible("timetable.time", field))
    return 60 * int(found[1]) + int(found[2])


def _break(text: str) -> tuple[int, int]:
    found = _BREAK.fullmatch(text)
    if found is None:
        raise BadFields(impossible("timetable.break", "breaks"))
    return _minutes(f"{found[1]}:{found[2]}", "breaks"), _minutes(f"{found[3]}:{found[4]}", "breaks")


def _own(seen: Visit, sent: Mapping[str, str]) -> dict[str, Any]:
    """The press, and the page to return to; raises BadFields."""
    given = {
        "command_id": sent.get("command_id") or secrets.token_hex(16),
        "back": f"/committees/{seen.directory.committee}/timetable",
    }
    check_own(given)
    return given


def _set_now(seen: Visit) -> Typed:
    """The times that are set, on the day of today: those of yesterday are there to be set again."""
    table: Timetable = seen.room.floor.timetable
    today = seen.moment.astimezone(ZoneInfo(seen.directory.time_zone)).date()
    if not table.times:
        return Typed(today.isoformat())
    breaks = ", ".join(f"{day_time(one)}–{day_time(other)}" for one, other in table.breaks)
    return Typed(today.isoformat(), day_time(table.times[0]), day_time(table.times[-1]), breaks)


def _draw(seen: Visit, typed: Typed, wrong: list[str] | None = None, status: int = 200) -> Response:
    table = seen.room.floor.timetable
    zone = ZoneInfo(seen.directory.time_zone)
    set_for = (
        datetime.fromtimestamp(table.midnight / 1000, UTC).astimezone(zone).date() if table.times else None
    )
    return seen.draw("record/timetable.html", status, typed=typed, set_for=set_for, wrong=wrong or [])
