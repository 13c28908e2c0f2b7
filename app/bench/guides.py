"""B10: the study guide, from its bytes to a profile for each delegation.

`python -m app.bench.guides FILE [text]` does it once, or only reads the text, and says in JSON what it took.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bench.measuring import Sides, Size
from app.bench.processes import ROOT
from app.founding import SAMPLE
from delegations.profiles import profiles_from
from delegations.roster import roster_from
from delegations.study_guides.command import read_path
from delegations.study_guides.understanding import understand


@contextmanager
def seconds(size: Size) -> Iterator[Sides]:
    """How long it takes."""
    sides = Sides(lambda: _once("seconds"), lambda: _once("seconds", "text"))
    yield sides


@contextmanager
def memory(size: Size) -> Iterator[Sides]:
    """How much it holds at most, the interpreter and what it loads included."""
    sides = Sides(lambda: _once("mb"), lambda: _once("mb", "text"))
    yield sides


def _once(what: str, *text: str) -> float:
    command = [sys.executable, "-m", "app.bench.guides", str(SAMPLE), *text]
    kept = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=kept, capture_output=True, check=True)  # noqa: S603 - ourselves
    return float(json.loads(done.stdout)[what])


def main(path: Path, whole: bool) -> dict[str, float]:
    """Reads once; seconds of processor, and the most memory (MB) of this process or the one it reads in."""
    loaded = time.process_time()
    text = read_path(path)
    if whole:
        guide = understand(text)
        profiles_from(guide, roster_from(guide))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    seconds = sum(one.ru_utime + one.ru_stime for one in used) - loaded
    return {"seconds": seconds, "mb": max(one.ru_maxrss for one in used) / unit}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), "text" not in sys.argv)))
