"""The launcher `placard`, run for real in a small project: sentences, set-up, second start, checks.

The small project builds itself with twenty lines of Python and needs no package index, so that pip and
the environment are the real ones and a set-up takes seconds.
"""

import ast
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

LAUNCHER = Path(__file__).parent.parent / "placard"
CLOSED_PORT = "http://127.0.0.1:9/simple"
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """
import os, time, zipfile

WHEEL = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
HEAD = "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\nProvides-Extra: dev\\n"

def build_editable(folder, config_settings=None, metadata_directory=None):
    while os.path.exists("slow"):
        open("building", "w").close()
        time.sleep(0.05)
    needs = "".join(f"Requires-Dist: {line}" for line in open("needs.txt"))
    with zipfile.ZipFile(os.path.join(folder, "small-1-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("small.pth", os.getcwd())
        wheel.writestr("small-1.dist-info/RECORD", "")
        wheel.writestr("small-1.dist-info/WHEEL", WHEEL)
        wheel.writestr("small-1.dist-info/METADATA", HEAD + needs)
    return "small-1-py3-none-any.whl"
"""
APPLICATION = "import sys\nprint('in session:', *sys.argv[1:])\n"


def small_project(folder: Path) -> Path:
    """Makes a project of nothing but the launcher and an application that prints its arguments."""
    (folder / "app").mkdir(parents=True)
    shutil.copy(LAUNCHER, folder / "placard")
    for name, text in (
        ("pyproject.toml", PYPROJECT),
        ("backend.py", BACKEND),
        ("constraints.txt", ""),
        ("needs.txt", ""),
        ("app/__main__.py", APPLICATION),
    ):
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_project(tmp_path_factory.mktemp("installed") / "project")
    assert launch(folder, "codes").returncode == 0
    return folder


def launch(
    folder: Path, *arguments: str, first: str = "", python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Starts the launcher from another folder than its own; `first` is Python to run before it does."""
    return subprocess.run(
        command(folder, *arguments, first=first, python=python),
        cwd=folder.parent,
        env=surroundings(folder, **environment),
        capture_output=True,
        text=True,
        timeout=110,
    )


def start(folder: Path) -> subprocess.Popen[str]:
    """Starts the launcher and goes on without waiting for it."""
    pipe = subprocess.PIPE
    return subprocess.Popen(command(folder), env=surroundings(folder), stdout=pipe, stderr=pipe, text=True)


def command(folder: Path, *arguments: str, first: str = "", python: str = sys.executable) -> list[str]:
    launcher = str(folder / "placard")
    if not first:
        return [python, launcher, *arguments]
    script = f"{first}; import runpy; runpy.run_path({launcher!r}, run_name='__main__')"
    return [python, "-c", script, *arguments]


def surroundings(folder: Path, **environment: str) -> dict[str, str]:
    clean = {"PATH": os.environ["PATH"], "HOME": str(folder.parent), "PIP_CONFIG_FILE": os.devnull}
    return {**clean, "PIP_INDEX_URL": CLOSED_PORT, "PIP_RETRIES": "1", **environment}


def old_interpreters() -> Iterator[str]:
    for name in ("python2.7", *(f"python3.{minor}" for minor in range(5, 11))):
        beside = (Path.home() / ".pyenv" / "versions").glob(f"{name.removeprefix('python')}*/bin/{name}")
        for path in (*([shutil.which(name)] if shutil.which(name) else []), *map(str, beside)):
            if path and subprocess.run([path, "-c", ""], capture_output=True).returncode == 0:
                yield path
                break


def test_a_python_that_is_too_old_is_told_so(project: Path) -> None:
    told = launch(project, first="import sys; sys.version_info = (3, 8, 18)", PATH=str(project))
    assert told.returncode == 1
    assert told.stderr == "Placard needs Python 3.11 or newer; this is 3.8.\n"


@pytest.mark.parametrize("python", list(old_interpreters()))
def test_every_old_python_of_this_machine_can_say_so(project: Path, python: str) -> None:
    told = launch(project, python=python, PATH=str(project))
    assert (told.returncode, told.stderr.count("\n")) == (1, 1), told.stderr
    assert told.stderr.startswith("Placard needs Python 3.11 or newer; this is ")


def test_the_launcher_is_written_in_syntax_that_old_pythons_read() -> None:
    too_new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Starred, ast.Nonlocal)
    tree = ast.parse(LAUNCHER.read_text("ascii"))
    found = [
        f"line {node.lineno}: {type(node).__name__}" for node in ast.walk(tree) if isinstance(node, too_new)
    ]
    annotated = [node.arg for node in ast.walk(tree) if isinstance(node, ast.arg) and node.annotation]
    assert not found + annotated


def test_an_old_python_hands_over_to_a_newer_one_on_the_path(installed: Path, tmp_path: Path) -> None:
    newer = tmp_path / "python3.12"
    newer.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    newer.chmod(0o755)
    first = "import sys; sys.version_info = (3, 8, 18)"
    assert launch(installed, "codes", first=first, PATH=str(tmp_path)).stdout == "in session: codes\n"


def test_a_python_without_venv_is_told_what_to_install(project: Path) -> None:
    told = launch(project, first="import sys; sys.modules['ensurepip'] = None")
    assert told.returncode == 1
    assert "sudo apt install python3-venv" in told.stderr
    assert "Traceback" not in told.stderr


def test_an_index_that_cannot_be_reached_and_a_package_that_is_not_there(project: Path) -> None:
    (project / "needs.txt").write_text("placard-of-nowhere\n")
    unreachable = launch(project)
    missing = launch(project, PIP_NO_INDEX="1")
    (project / "needs.txt").write_text("")
    mended = launch(project)
    assert "The package index cannot be reached." in unreachable.stderr
    assert "The package index has no placard-of-nowhere for Python 3." in missing.stderr
    for told in (unreachable, missing):
        assert told.returncode == 1
        assert "Traceback" not in told.stderr
        assert str(project / ".venv" / "placard-setup.log") in told.stderr
    assert mended.stdout == "in session: serve\n"
    assert "making .venv" not in mended.stderr


def test_a_place_that_cannot_be_written_to(project: Path) -> None:
    (project / ".venv").write_text("a file where the folder should be")
    told = launch(project)
    assert told.returncode == 1
    assert told.stderr == f"Placard cannot write to {project / '.venv'}: File exists.\n"


def test_the_second_start_is_at_once(installed: Path) -> None:
    log = installed / ".venv" / "placard-setup.log"
    before = log.stat().st_mtime_ns
    began = time.monotonic()
    again = launch(installed, "codes", "--json")
    assert (again.stdout, again.stderr) == ("in session: codes --json\n", "")
    assert log.stat().st_mtime_ns == before
    assert time.monotonic() - began < 20


def test_without_a_command_it_serves(installed: Path) -> None:
    assert launch(installed).stdout == "in session: serve\n"
    assert launch(installed, "--port", "9000").stdout == "in session: serve --port 9000\n"
    assert launch(installed, "--help").stdout == "in session: --help\n"


def test_a_folder_called_app_where_the_person_stands_is_not_taken_for_ours(installed: Path) -> None:
    (installed.parent / "app").mkdir()
    (installed.parent / "app" / "__main__.py").write_text("print('somebody else')")
    assert launch(installed, "codes").stdout == "in session: codes\n"


def test_changed_pins_set_up_again_and_keep_the_environment(installed: Path) -> None:
    (installed / "constraints.txt").write_text("# moved on\n")
    again = launch(installed, "codes")
    assert "Setting up" in again.stderr
    assert "making .venv" not in again.stderr
    assert launch(installed, "codes").stderr == ""


def test_a_killed_set_up_is_done_anew_once_its_pip_has_ended(project: Path) -> None:
    (project / "slow").touch()
    first = start(project)
    while not (project / "building").exists():
        time.sleep(0.05)
    first.kill()
    second = start(project)
    assert second.stderr
    waiting = second.stderr.readline()
    (project / "slow").unlink()
    said, told = second.communicate(timeout=100)
    first.communicate()
    assert waiting == "Another start of Placard is setting up; waiting for it.\n"
    assert "making .venv" in told
    assert said == "in session: serve\n"


def test_of_two_starts_at_once_one_sets_up_and_the_other_waits(project: Path) -> None:
    both = [start(project), start(project)]
    heard = [process.communicate(timeout=100) for process in both]
    assert [said for said, _ in heard] == ["in session: serve\n"] * 2
    assert sorted("making .venv" in told for _, told in heard) == [False, True]


def test_the_checks_all_run_and_the_first_that_failed_gives_the_exit_code(installed: Path) -> None:
    for name, code in (("ruff", 0), ("djlint", 0), ("mypy", 3), ("pytest", 5)):
        (installed / f"{name}.py").write_text(f"import sys\nprint(sys.argv[1:])\nsys.exit({code})\n")
    fast = launch(installed, "test", "-k", "quorum")
    long = launch(installed, "test", "--long")
    assert (fast.returncode, long.returncode) == (3, 3)
    workers = "'-n', '2', '--again-alone'"
    assert f"[{workers}, '-k', 'quorum']" in fast.stdout
    assert f"[{workers}, '--long']" in long.stdout
    summary = fast.stdout.split("== in short\n")[1].splitlines()
    assert [line.split()[0] for line in summary] == ["lint", "format", "templates", "types", "tests"]
    assert "exit code 3" in summary[3]
    assert "exit code 5" in summary[4]
