"""Minutes of the rules themselves: what was set otherwise, and which rule was set aside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, NN_
from app.words.measures import listed
from app.words.rule_names import rule_name
from app.words.settings import setting_label, value_words

if TYPE_CHECKING:
    from app.procedure.rulebook_changes import Change, RulebookChanged
    from app.procedure.suspended_rules import RuleSuspended

MOST_TOLD = 6
"""So many changes stand in a sentence; the others are counted."""
_MORE = NN_("{n} more", "{n} more")


def changed(event: RulebookChanged, context: Context) -> str:
    """What is set otherwise, from what to what, and why."""
    told = [_told(change, context) for change in event.changes[:MOST_TOLD]]
    if len(event.changes) > MOST_TOLD:
        told.append(context.gettext.count(_MORE, len(event.changes) - MOST_TOLD))
    what = listed(told, context.gettext) or event.rulebook.title
    return context.say(
        N_("The rules were changed: {what}. Reason: {reason}."),
        what=what,
        reason=context.reason(event.reason),
    )


def _told(change: Change, context: Context) -> str:
    """One setting: its name, and its values before and after."""
    said = {
        when: value_words(change.name, json.loads(value), context.names, context.gettext)
        for when, value in (("before", change.before), ("after", change.after))
    }
    name = setting_label(change.name, context.names, context.gettext)
    return context.say(N_("{setting} (was “{before}”, is “{after}”)"), setting=name, **said)


def suspended(event: RuleSuspended, context: Context) -> str:
    """The rule, by its name."""
    rule = rule_name(event.rule, context.gettext)
    return context.say(N_("The rule “{rule}” was suspended for this session."), rule=rule)


TELLERS: dict[str, Teller] = {"RulebookChanged": changed, "RuleSuspended": suspended}
