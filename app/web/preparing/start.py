"""The committee's own words: name, topics, language, time zone."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import available_timezones

from starlette.requests import Request
from starlette.responses import Response

from app.preparing.preparation import LONGEST_NAME, Preparation
from app.procedure.seats import LONGEST_AGENDA_ITEM, MOST_TOPICS
from app.screens.environment import LANGUAGES, language_names
from app.web.preparing.visits import PreparingVisit, form_visit, visit
from app.words.language import N_
from delegations.said import Said

ZONES = tuple(sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")))

TOPICS = N_("Write one topic a line: at least one, at most {most}, of at most {longest} characters each.")


async def front(request: Request) -> Response:
    """Where the organizer left off: the reading, the review, or the first thing that is missing."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    if await seen.house.readings.of(seen.prepared.id):
        return seen.go("reading")
    return seen.go("check" if seen.prepared.preparation.name else "start")


async def page_of(request: Request) -> Response:
    """The form."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else _form(seen, seen.prepared.preparation)


async def save(request: Request) -> Response:
    """Keep it and go on, or say what does not fit and keep what was typed on the page."""
    found = await form_visit(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    topics = [" ".join(line.split()) for line in form.get("topics", "").splitlines()]
    given = replace(
        seen.prepared.preparation,
        name=" ".join(form.get("name", "").split()),
        topics=tuple(topic for topic in topics if topic),
        language=form.get("language", "en"),
        time_zone=form.get("time_zone", "UTC"),
    )
    if wrong := _wrong(given):
        return _form(seen, given, wrong)
    no = await seen.edit(form.get("version", ""), lambda now: _with(now, given))
    return no or seen.go("review" if given.guide else "delegations")


def _with(now: Preparation, given: Preparation) -> Preparation:
    return replace(
        now, name=given.name, topics=given.topics, language=given.language, time_zone=given.time_zone
    )


def _wrong(given: Preparation) -> dict[str, str]:
    """What does not fit, by field, in one sentence each."""
    wrong: dict[str, str] = {}
    if not given.name or len(given.name) > LONGEST_NAME or not given.name.isprintable():
        wrong["name"] = Said(N_("A committee needs a name of at most {most} characters."), most=LONGEST_NAME)
    long = any(len(topic) > LONGEST_AGENDA_ITEM or not topic.isprintable() for topic in given.topics)
    if not given.topics or len(given.topics) > MOST_TOPICS or long:
        wrong["topics"] = Said(TOPICS, most=MOST_TOPICS, longest=LONGEST_AGENDA_ITEM)
    if given.language not in LANGUAGES:
        wrong["language"] = N_("Choose one of the languages.")
    if given.time_zone != "UTC" and given.time_zone not in ZONES:
        wrong["time_zone"] = N_("Choose a time zone of the list, such as Europe/Paris.")
    return wrong


def _form(seen: PreparingVisit, given: Preparation, wrong: dict[str, str] | None = None) -> Response:
    offered = [{"value": tag, "label": name} for tag, name in language_names().items()]
    status = 422 if wrong else 200
    return seen.draw("start.html", status, given=given, wrong=wrong or {}, zones=ZONES, offered=offered)
