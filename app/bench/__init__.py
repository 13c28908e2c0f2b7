"""The bench: what Placard costs, each scenario against a reference in the same run.

Servers run in processes of their own (`child.py`) and say how much processor time they took; the clients
(`crowd.py`, `posts.py`) run in this one. `scenarios.py` is the table of what is measured and must be reached.
"""
