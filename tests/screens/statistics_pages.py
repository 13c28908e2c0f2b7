"""The pages of statistics, drawn from real meetings: after an afternoon, before anything, on a phone."""

from __future__ import annotations

from app.procedure.undo import Entry
from app.screens.pictures.own import own_picture
from app.screens.statistics import StatisticsPage, statistics_page
from app.statistics.meeting import statistics
from app.statistics.own import own_figures
from tests.procedure.meeting import Meeting
from tests.screens.afternoon_played import played
from tests.screens.council import directory
from tests.screens.moments import joining
from tests.screens.record_pages import drawn


def pages() -> dict[str, str]:
    """Every page of statistics, by name."""
    return {
        "stats": drawn("statistics/page.html", v=view(played())),
        "stats-empty": drawn("statistics/page.html", v=view(joining())),
        "stats-own": drawn(
            "statistics/own.html",
            v=own_picture(own_figures(played().floor, "ghana"), directory()),
            build="test",
        ),
    }


def view(meeting: Meeting) -> StatisticsPage:
    """The pictures of a meeting."""
    entries = [Entry(*said[:6], "") for said in meeting.said]
    found = statistics(entries, meeting.floor, meeting.at + 60_000)
    return statistics_page(found, meeting.floor, directory(), "/committees/1")
