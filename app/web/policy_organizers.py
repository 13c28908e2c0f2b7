"""The policy of the organizers' pages: setting up, preparing, people, the library of the conference."""

from __future__ import annotations

from app.web.policy_rows import (
    CONFERENCE,
    LARGEST_ARCHIVE,
    LARGEST_GUIDE,
    LARGEST_SET_UP,
    LARGEST_TABLE,
    ORGANIZED,
    ORGANIZERS,
    PREPARATION,
    PREPARATIONS,
    SHEETS,
    PolicyRow,
)
from app.web.roles import LARGEST_TEXT

OF_ORGANIZERS: tuple[PolicyRow, ...] = (
    PolicyRow("GET", "/organizer", ORGANIZERS),
    *(
        PolicyRow("GET", f"{CONFERENCE}/{page}", ORGANIZERS)
        for page in (
            *(
                "people",
                "conference",
                "library",
                "status",
                "now",
                "now/rows",
                "phone-test",
                "phone-test/rows",
                "statistics",
                "statistics.csv",
            ),
            *SHEETS,
        )
    ),
    *(PolicyRow("GET", f"{ORGANIZED}/{page}", ORGANIZERS) for page in ("seats", "set-up.json", *SHEETS)),
    *(PolicyRow("POST", f"{here}/codes", ORGANIZERS) for here in (CONFERENCE, ORGANIZED)),
    PolicyRow("POST", f"{ORGANIZED}/sign-outs", ORGANIZERS),
    PolicyRow("POST", f"{CONFERENCE}/invites.pdf", ORGANIZERS, LARGEST_TEXT),
    *(
        PolicyRow("POST", f"{CONFERENCE}/people/{step}", ORGANIZERS, LARGEST_TABLE)
        for step in ("pasted", "taken", "erasure", "retention")
    ),
    PolicyRow("GET", f"{CONFERENCE}/people/{{person}}/data.json", ORGANIZERS),
    PolicyRow("POST", f"{CONFERENCE}/status/sign-ins", ORGANIZERS),
    PolicyRow("GET", f"{ORGANIZED}/guide", ORGANIZERS),
    PolicyRow("POST", f"{ORGANIZED}/guide", ORGANIZERS, LARGEST_GUIDE),
    *(
        PolicyRow("POST", f"{CONFERENCE}/conference/{step}", ORGANIZERS, LARGEST_TABLE)
        for step in ("pasted", "taken")
    ),
    *(
        PolicyRow("POST", f"{CONFERENCE}/conference/{step}", ORGANIZERS)
        for step in ("name", "swaps", "opening", "guides/again")
    ),
    PolicyRow("POST", f"{CONFERENCE}/library", ORGANIZERS, LARGEST_GUIDE),
    PolicyRow("POST", f"{CONFERENCE}/library/{{item}}/removal", ORGANIZERS),
    PolicyRow("POST", f"{CONFERENCE}/conference/guides", ORGANIZERS, LARGEST_ARCHIVE),
    PolicyRow("GET", f"{PREPARATIONS}/new", ORGANIZERS),
    PolicyRow("POST", PREPARATIONS, ORGANIZERS, LARGEST_GUIDE),
    PolicyRow("POST", f"{CONFERENCE}/set-ups", ORGANIZERS, LARGEST_SET_UP),
    PolicyRow("GET", PREPARATION, ORGANIZERS),
    PolicyRow("POST", f"{PREPARATION}/guide", ORGANIZERS, LARGEST_GUIDE),
    *(
        PolicyRow("GET", f"{PREPARATION}/{step}", ORGANIZERS)
        for step in ("reading", "start", "review", "delegations", "rules", "check")
    ),
    *(PolicyRow("GET", f"{PREPARATION}/{file}", ORGANIZERS) for file in ("delegations.csv", "set-up.json")),
    *(
        PolicyRow("POST", f"{PREPARATION}/{step}", ORGANIZERS, LARGEST_TEXT)
        for step in (
            "reading/again",
            "reading/stop",
            "start",
            "review",
            "review/word-for-word",
            *("delegations", "delegations/whole", "rules", "changes"),
        )
    ),
    *(
        PolicyRow("POST", f"{PREPARATION}/delegations/{step}", ORGANIZERS, LARGEST_TABLE)
        for step in ("pasted", "taken")
    ),
    PolicyRow("GET", f"{PREPARATION}/changes", ORGANIZERS),
    PolicyRow("POST", f"{PREPARATION}/opening", ORGANIZERS),
    PolicyRow("POST", f"{PREPARATION}/removal", ORGANIZERS),
)
