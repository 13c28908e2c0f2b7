"""What may be doubtful in a stakeholder, as messages."""

from __future__ import annotations

from delegations.said import N_

TWICE = N_("{name} stands more than once; the texts were put together.")
AMBIGUOUS = N_("Ambiguous: “{name}” names no single state; perhaps {meant}.")
NO_STATE = N_("Not found: “{name}” names no single state; perhaps {meant}.")
ONE_WORD = N_("The lines of the position of {name} hold one word each; they were joined.")
WITHIN = N_("Inferred: the position of {name} begins inside a paragraph that holds several.")
HERE = N_("Inferred: the position of {name} begins here.")
MEMBER = N_("Not found: “{name}”, a member of {bloc}, is no known state.")
NO_TEXT = N_("Not found: {name} has no position text.")
GARBLED = N_("The position of {name} has a sentence whose words seem out of order; it was kept so.")
CUT = N_("The position of {name} does not end with a full stop; it may be cut.")
OTHER_YEARS = N_("Ambiguous: {name} cites “{cited}”; this author is listed under {years} only.")
NOT_LISTED = N_("Not found: {name} cites “{cited}”, which is not among the references.")
