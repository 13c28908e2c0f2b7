"""The second look at failures: what passes alone is named, what fails again fails the run."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
UNSTEADY = """
from pathlib import Path
def test_it():
    been = Path(__file__).with_suffix(".been")
    was = been.exists()
    been.touch()
    assert was
"""
BROKEN = "def test_it(): assert False\n"


def run(folder: Path, **files: str) -> tuple[int, str]:
    """The exit code and what is said when these test files run on two workers."""
    (folder / "pytest.ini").write_text("[pytest]\n")
    for name, text in files.items():
        (folder / f"test_{name}.py").write_text(text)
    options = [
        "-p",
        "tests.again_alone",
        "--again-alone",
        "-n",
        "2",
        "-m",
        "not long",
        "--rootdir",
        str(folder),
    ]
    command = [sys.executable, "-m", "pytest", *options, "-c", str(folder / "pytest.ini"), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)
    return done.returncode, done.stdout


def test_what_passes_alone_is_named_and_does_not_fail_the_run(tmp_path: Path) -> None:
    code, said = run(tmp_path, one=UNSTEADY, two="def test_it(): pass\n")
    assert code == 0
    assert "unsteady: failed beside others and passed alone: test_one.py" in said


def test_what_fails_again_fails_the_run(tmp_path: Path) -> None:
    code, said = run(tmp_path, one=UNSTEADY, two=BROKEN)
    assert code == 1
    assert "once more" in said and "unsteady" not in said


def test_many_failures_are_not_looked_at_again(tmp_path: Path) -> None:
    code, said = run(tmp_path, one=UNSTEADY, two=UNSTEADY, three=UNSTEADY, four=UNSTEADY)
    assert code == 1
    assert "once more" not in said
