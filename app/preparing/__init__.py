"""Preparing a committee: from an uploaded guide over its review to the opened committee.

`preparation.py` is what an organizer has prepared so far; `review.py`, `delegations.py` and `checklist.py`
are what can be done with it, all pure. `preparations.py` keeps it in the rows, `readings.py` reads uploaded
files beside the live rooms; `app/founding.py` opens the committee.
"""
