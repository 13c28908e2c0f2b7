"""A conference in the organizer's browser: seats and codes, print, people, committees together."""

from starlette.routing import Route

from app.web.organizing import (
    conference,
    guides,
    library,
    now,
    people,
    phone_test,
    printing,
    seats,
    statistics,
    status,
    swaps,
)

COMMITTEE = "/organizer/committees/{committee:int}"


def routes() -> list[Route]:
    """Every way into the conference, by noun."""
    return [
        Route(COMMITTEE + "/seats", seats.page_of, methods=["GET"]),
        Route(COMMITTEE + "/codes", seats.codes, methods=["POST"]),
        Route(COMMITTEE + "/sign-outs", seats.sign_outs, methods=["POST"]),
        Route(COMMITTEE + "/set-up.json", seats.set_up, methods=["GET"]),
        Route("/organizer/codes", seats.all_codes, methods=["POST"]),
        Route("/organizer/invites.pdf", printing.invites, methods=["POST"]),
        Route(COMMITTEE + "/placards.pdf", printing.placards, methods=["GET"]),
        Route(COMMITTEE + "/badges.pdf", printing.badges, methods=["GET"]),
        Route("/organizer/placards.pdf", printing.placards, methods=["GET"]),
        Route("/organizer/badges.pdf", printing.badges, methods=["GET"]),
        Route("/organizer/now", now.page_of, methods=["GET"]),
        Route("/organizer/now/rows", now.rows, methods=["GET"]),
        Route("/organizer/phone-test", phone_test.page_of, methods=["GET"]),
        Route("/organizer/phone-test/rows", phone_test.rows, methods=["GET"]),
        Route("/organizer/statistics", statistics.page_of, methods=["GET"]),
        Route("/organizer/statistics.csv", statistics.as_csv, methods=["GET"]),
        Route("/organizer/conference", conference.page_of, methods=["GET"]),
        Route("/organizer/conference/name", conference.name, methods=["POST"]),
        Route("/organizer/conference/pasted", conference.preview, methods=["POST"]),
        Route("/organizer/conference/taken", conference.take, methods=["POST"]),
        Route("/organizer/conference/guides", guides.take, methods=["POST"]),
        Route("/organizer/conference/guides/again", guides.read_again, methods=["POST"]),
        Route("/organizer/conference/swaps", swaps.swap_places, methods=["POST"]),
        Route("/organizer/conference/opening", conference.open_all, methods=["POST"]),
        Route("/organizer/status", status.page_of, methods=["GET"]),
        Route("/organizer/status/sign-ins", status.end, methods=["POST"]),
        Route("/organizer/library", library.page_of, methods=["GET"]),
        Route("/organizer/library", library.add, methods=["POST"]),
        Route("/organizer/library/{item:int}/removal", library.remove, methods=["POST"]),
        Route("/organizer/people", people.page_of, methods=["GET"]),
        Route("/organizer/people/pasted", people.preview, methods=["POST"]),
        Route("/organizer/people/taken", people.take, methods=["POST"]),
        Route("/organizer/people/{person:int}/data.json", people.take_along, methods=["GET"]),
        Route("/organizer/people/retention", people.keep, methods=["POST"]),
        Route("/organizer/people/erasure", people.erase_names, methods=["POST"]),
    ]
