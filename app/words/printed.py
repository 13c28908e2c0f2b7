"""Words on placards, badges and invite sheets."""

from __future__ import annotations

from app.words.language import N_

KINDS = {"member": "", "observer": N_("Observer"), "ngo": N_("NGO"), "guest": N_("Guest")}
"""What stands on a placard beside the committee; nothing of a member."""
ROLES = {
    "organizer": N_("Organizer"),
    "chair": N_("Chair"),
    "assistant": N_("Assistant of the dais"),
    "projector": N_("Projector"),
    "observer": N_("Observers and press"),
    "lobby": N_("Lobby"),
    "delegate": N_("Delegation"),
}
ALL_COMMITTEES = N_("All committees")
PLACARDS, BADGES, INVITES = N_("Placards"), N_("Badges"), N_("Invite cards")
HOW_TO = (
    N_("Scan, or open the address and type the code."),
    N_("Press “I’m here”. Keep this card to yourself."),
)
