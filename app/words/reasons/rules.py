"""What stands against changing the rules, and against setting one aside."""

from app.words.language import N_

SENTENCES = {
    "rulebook.wrong": N_("These rules cannot be used. {fault}. Put that right."),
    "rulebook.same": N_("These are the rules already. Nothing has changed."),
    "rulebook.motion_waits": N_(
        "A motion of this kind waits: {motion}. Decide it or have it withdrawn before its rules change."
    ),
    "rulebook.vote_open": N_(
        "The question on the floor goes by this: {setting}. Change it when the result is announced."
    ),
    "rule.unknown": N_("There is no rule with this name. Choose one of the rules that may be suspended."),
    "rule.suspended": N_("This rule is suspended already. Nothing has changed."),
}
RULE_NAMES: dict[str, str] = {}
