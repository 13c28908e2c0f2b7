"""Looks into a ZIP that calls itself a document, before anything of it is unpacked."""

from __future__ import annotations

import io
import zipfile

from delegations.study_guides.reading.lines import Unreadable

_MAX_ENTRIES = 2000
_MAX_UNPACKED = 200 * 1024 * 1024
_MAX_RATIO = 100
_SMALL = 2 * 1024 * 1024


def part_names(data: bytes, called: str = "Word") -> frozenset[str]:
    """Return the names of the parts in the ZIP `data`, a file of the format that is `called` so.

    Raises Unreadable: damaged, or far larger unpacked.
    """
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except Exception as error:
        raise Unreadable("damaged", format=called) from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MAX_ENTRIES:
        raise Unreadable("bomb", format=called, why=f"{len(entries)} parts")
    if unpacked > _MAX_UNPACKED:
        raise Unreadable("bomb", format=called, why=f"{unpacked // 2**20} MB")
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1):
            raise Unreadable("bomb", format=called, why=f"more than {_MAX_RATIO} times in one part")
    if unpacked > _SMALL and unpacked > _MAX_RATIO * len(data):
        raise Unreadable("bomb", format=called, why=f"more than {_MAX_RATIO} times")
    return frozenset(entry.filename for entry in entries)
