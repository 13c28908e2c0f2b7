"""The pages that belong to a paper beside its own, drawn without a server."""

from __future__ import annotations

from app.papers.edits import fresh_uids
from app.papers.versions import Version
from app.procedure.papers import StartPaper
from app.screens.phone.merger_map import merger_map
from app.screens.phone.pasted import pasted_view
from app.screens.phone.versions import versions_view
from resolutions.drafting import change_clause
from resolutions.reading import read
from tests.procedure.meeting import TEXT, in_debate
from tests.screens.phone_directory import DIRECTORY
from tests.screens.phone_pages import rendered


def beside_a_paper() -> dict[str, str]:
    """What belongs to a paper beside its own page: versions, a text from elsewhere, a code, the map."""
    meeting = in_debate()
    meeting.do(StartPaper("Reintegration"), by="ghana")
    meeting.do(StartPaper("Protection"), by="ghana")
    paper, other = meeting.paper("WP-1"), meeting.paper("WP-2")
    older = change_clause(TEXT, "o1", text="the words that stood here before")
    kept = tuple(Version(n, n * 60_000, ("ghana", "peru"), text) for n, text in ((2, TEXT), (1, older)))
    found = read("Recalling its mandate,\n\n1. Urges all to report;\n\n2. Requests a fund")
    again = [(paper, TEXT), (other, fresh_uids(TEXT, "other"))]
    return {
        "versions": rendered(
            "phone/versions.html",
            "ghana",
            v=versions_view(DIRECTORY, paper, kept, kept[1], TEXT, 3, may_write=True),
        ),
        "pasted": rendered("phone/pasted.html", "ghana", v=pasted_view(DIRECTORY, paper, TEXT, 3, found)),
        "paper-code": rendered(
            "phone/paper_code.html", "ghana", code="7KQM-2ZP4-X9DA", paper=paper, edits=True
        ),
        "map": rendered("phone/merger_map.html", "ghana", v=merger_map(DIRECTORY, again)),
    }
