"""When delegates may use their devices, by the house and by what the committee is doing.

Where they are off, the placard is raised and the dais enters what a delegation does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.procedure.floor import Floor

INFORMAL = ("unmoderated", "consultation")


def devices_allowed(floor: Floor) -> bool:
    """Whether delegations act from their devices now.

    Between sittings always; in a sitting as the house has it for formal debate, moderated and unmoderated
    caucuses, and voting. "Informal only" lets them be used while the committee meets informally.
    """
    if floor.meeting.state != "sitting":
        return True
    rules, caucus = floor.rulebook.devices, floor.caucus
    if floor.votes.now is not None or floor.elections.now is not None or floor.meeting.debate == "closed":
        return rules.voting == "allowed"
    if caucus is None:
        return rules.formal == "allowed"
    if caucus.kind in INFORMAL:
        return rules.unmoderated != "off"
    return rules.caucus == "allowed"
