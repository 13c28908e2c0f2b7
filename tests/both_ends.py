"""Of two workers one takes test files from the beginning, the other from the end.

Files with browsers stand first and those without last: two roads side by side, each with browsers and servers
of its own, wait for one another on two cores until a speech is over before anybody could press.
"""

from __future__ import annotations

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadfile import LoadFileScheduling
from xdist.workermanage import WorkerController


class FromBothEnds(LoadFileScheduling):  # type: ignore[misc]
    """Whole files, for the last worker from the end."""

    def _assign_work_unit(self, node: WorkerController) -> None:
        if node is self.nodes[-1] and len(self.nodes) > 1:
            self.workqueue.move_to_end(next(reversed(self.workqueue)), last=False)
        super()._assign_work_unit(node)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FromBothEnds | None:
    """The order above where whole files are shared out."""
    return FromBothEnds(config, log) if config.getvalue("dist") == "loadfile" else None
