"""The organizer's road in the browser, one file a step: a guide comes in and becomes a committee."""

from starlette.routing import Route

from app.web.policy_rows import PREPARATIONS
from app.web.preparing import (
    brought_table,
    changes,
    delegations,
    guide,
    opening,
    review,
    rules,
    set_ups,
    start,
)

HERE = PREPARATIONS + "/{preparation:int}"
NEWER = "/organizer/committees/{committee:int}/guide"


def routes() -> list[Route]:
    """Every way into a preparation, in the order of the steps."""
    return [
        Route(NEWER, changes.new, methods=["GET"]),
        Route(NEWER, changes.upload, methods=["POST"]),
        Route(PREPARATIONS + "/new", guide.new, methods=["GET"]),
        Route(PREPARATIONS, guide.upload, methods=["POST"]),
        Route("/organizer/set-ups", set_ups.take, methods=["POST"]),
        Route(HERE + "/set-up.json", set_ups.export, methods=["GET"]),
        Route(HERE, start.front, methods=["GET"]),
        Route(HERE + "/guide", guide.replace_guide, methods=["POST"]),
        Route(HERE + "/reading", guide.reading, methods=["GET"]),
        Route(HERE + "/reading/again", guide.read_again, methods=["POST"]),
        Route(HERE + "/reading/stop", guide.stop_reading, methods=["POST"]),
        Route(HERE + "/start", start.page_of, methods=["GET"]),
        Route(HERE + "/start", start.save, methods=["POST"]),
        Route(HERE + "/review", review.page_of, methods=["GET"]),
        Route(HERE + "/review", review.mark, methods=["POST"]),
        Route(HERE + "/review/word-for-word", review.accept_word_for_word, methods=["POST"]),
        Route(HERE + "/delegations", delegations.page_of, methods=["GET"]),
        Route(HERE + "/delegations", delegations.change_row, methods=["POST"]),
        Route(HERE + "/delegations/pasted", brought_table.preview, methods=["POST"]),
        Route(HERE + "/delegations/taken", brought_table.take, methods=["POST"]),
        Route(HERE + "/delegations/whole", delegations.whole, methods=["POST"]),
        Route(HERE + "/delegations.csv", delegations.as_csv, methods=["GET"]),
        Route(HERE + "/changes", changes.page_of, methods=["GET"]),
        Route(HERE + "/changes", changes.confirm, methods=["POST"]),
        Route(HERE + "/rules", rules.page_of, methods=["GET"]),
        Route(HERE + "/rules", rules.save, methods=["POST"]),
        Route(HERE + "/check", opening.page_of, methods=["GET"]),
        Route(HERE + "/opening", opening.open_committee, methods=["POST"]),
        Route(HERE + "/removal", opening.throw_away, methods=["POST"]),
    ]
