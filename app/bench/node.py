"""References that run in Node: only where it is found, with packages from npm in a temporary folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path

from app.bench.processes import Process, ServerFailed, node

PACKAGES = {
    "fastify.mjs": ("fastify@5",),
    "express.mjs": ("express@5", "node-sqlite3-wasm@0.8"),
}
BETTER = {"express.mjs": "better-sqlite3@12"}
"""What the reference takes where it can be had: it brings a binary from elsewhere."""
PATIENCE_S = 60


def reference(stack: ExitStack, script: str) -> tuple[Process | None, str]:
    """The reference, running until the stack is unwound; or None and the sentence why it cannot run."""
    if not shutil.which("node") or not shutil.which("npm"):
        return None, "Node and npm are not on this computer."
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="placard-bench-node-")))
    packages = PACKAGES[script]
    if not _brought(folder, *packages):
        return None, f"npm cannot bring {' and '.join(packages)} here within {PATIENCE_S} s."
    if script in BETTER:
        _brought(folder, BETTER[script])
    try:
        process = stack.enter_context(node(script, folder / "node_modules"))
        return process, str(process.told.get("with", ""))
    except ServerFailed:
        return None, f"{' and '.join(packages)} do not run in this Node."


def _brought(folder: Path, *packages: str) -> bool:
    """Whether npm could put these packages into the folder."""
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), *packages]
    nowhere = subprocess.DEVNULL
    npm = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, start_new_session=True)  # noqa: S603
    try:
        return npm.wait(PATIENCE_S) == 0
    except subprocess.TimeoutExpired:
        os.killpg(npm.pid, signal.SIGKILL)  # what it started to build with, too
        npm.wait()
        return False
