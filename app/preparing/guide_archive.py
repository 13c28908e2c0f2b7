"""Guides that come together: a zip archive or the files of a folder, opened without trust, and whose each is.

Nothing is written to a disk, names are only compared, and what an archive claims about sizes is not believed.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.words.language import N_
from delegations.names import fold
from delegations.said import Said

LARGEST_GUIDE = 20 * 1024 * 1024
LARGEST_TOGETHER = 150 * 1024 * 1024
MOST_GUIDES = 60
MOST_ENTRIES = 2_000
KINDS = (".pdf", ".docx", ".odt", ".html", ".htm", ".md", ".txt")
NO_ARCHIVE = N_(
    "This archive cannot be opened. Make it again as a plain zip file, or choose the guides themselves."
)
LOCKED = N_("This archive is locked with a password. Make one without, or choose the guides themselves.")
TOO_MANY = Said(N_("There are more than {most} guides in it. Send them in parts."), most=MOST_GUIDES)
TOO_LARGE = N_("These guides are too large: 20 MB each and 150 MB together is the most. Send them in parts.")
LARGEST_CONTENTS = 1024 * 1024
"""Bytes of an archive's list of contents: 2,000 entries with long names have less."""
_END = b"PK\x05\x06"
_COMMON = frozenset(
    [
        *("the", "of", "on", "and", "for", "committee", "council", "guide", "study", "background", "paper"),
        *("model", "un", "mun", "pdf"),
    ]
)


class BadArchive(ValueError):
    """The archive is refused; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class GuideFile:
    """A guide as it came: its name, with the folders that it stood in, and its bytes."""

    name: str
    data: bytes

    @property
    def own_name(self) -> str:
        """Its name without folders."""
        return self.name.replace("\\", "/").rpartition("/")[2]


def is_archive(data: bytes, name: str) -> bool:
    """Whether this is a zip file and no Word or OpenDocument file, which are zip files inside."""
    return data.startswith(b"PK\x03\x04") and name.lower().endswith(".zip")


def gathered(sent: Iterable[GuideFile]) -> tuple[GuideFile, ...]:
    """The guides that were sent with one press, those of archives among them.

    The limits hold for all of them together, however they came. Raises BadArchive.
    """
    found: list[GuideFile] = []
    left = LARGEST_TOGETHER
    for file in sent:
        opened = unpacked(file.data, left) if is_archive(file.data, file.name) else (file,)
        left -= sum(len(one.data) for one in opened)
        found += opened
        if len(found) > MOST_GUIDES:
            raise BadArchive(TOO_MANY)
        if left < 0 or any(len(one.data) > LARGEST_GUIDE for one in opened):
            raise BadArchive(TOO_LARGE)
    return tuple(found)


def unpacked(data: bytes, left: int = LARGEST_TOGETHER) -> tuple[GuideFile, ...]:
    """The guides of a zip archive, read into memory up to the limits: at most `left` bytes together.

    Raises BadArchive.
    """
    if not _has_few_entries(data):
        raise BadArchive(NO_ARCHIVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [one for one in archive.infolist()[: MOST_ENTRIES + 1] if _is_guide(one)]
            if len(entries) > MOST_GUIDES:
                raise BadArchive(TOO_MANY)
            return tuple(_read_all(archive, entries, left))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        if isinstance(error, BadArchive):
            raise
        raise BadArchive(NO_ARCHIVE) from error
    except RuntimeError as error:  # what the library raises for a password
        raise BadArchive(LOCKED) from error


def whose(files: Sequence[GuideFile], committees: Mapping[int, str]) -> dict[int, GuideFile]:
    """Which guide is which committee's, by name: each to one, and only where no other fits as well."""
    scores = {
        (key, place): _alike(name, file.name)
        for key, name in committees.items()
        for place, file in enumerate(files)
    }
    found: dict[int, GuideFile] = {}
    for key in committees:
        best = max(range(len(files)), key=lambda place: scores[key, place], default=None)
        if best is None or not scores[key, best]:
            continue
        rivals = [scores[key, place] for place in range(len(files)) if place != best]
        others = [scores[other, best] for other in committees if other != key]
        if scores[key, best] > max([0.0, *rivals]) and scores[key, best] > max([0.0, *others]):
            found[key] = files[best]
    return found


def _has_few_entries(data: bytes) -> bool:
    """Whether the list of contents is short enough to be read: its length stands at the archive's end."""
    end = data.rfind(_END, max(0, len(data) - 65_600))
    return end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") <= LARGEST_CONTENTS


def _is_guide(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.replace("\\", "/")
    parts = [part for part in name.split("/") if part.strip(".")]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not entry.is_dir() and not hidden and name.lower().endswith(KINDS)


def _read_all(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo], left: int) -> Iterable[GuideFile]:
    for entry in entries:
        with archive.open(entry) as packed:
            data = packed.read(min(LARGEST_GUIDE, left) + 1)
        left -= len(data)
        if len(data) > LARGEST_GUIDE or left < 0:
            raise BadArchive(TOO_LARGE)
        yield GuideFile(entry.filename[-300:], data)


def _alike(committee: str, file: str) -> float:
    """How much a file's name is about a committee: 0 not at all, 2 when it has the whole name in it."""
    stem = re.sub(r"\.[A-Za-z]+$", "", file.replace("\\", "/"))
    written = re.sub(r"(?<=[a-z])(?=[A-Z])|[_/.-]", " ", stem)
    name, text = fold(committee), fold(written)
    if name and f" {name} " in f" {text} ":
        return 2.0
    words, there = set(name.split()) - _COMMON, set(text.split()) - _COMMON
    if _initials(committee) & set(text.split()):
        return 1.5
    return len(words & there) / len(words) if words & there else 0.0


def _initials(committee: str) -> set[str]:
    """The short forms of a name: those printed in it, and the capitals of its words."""
    printed = {fold(word) for word in re.findall(r"\b[A-Z][A-Za-z]*[A-Z]\b", committee)}
    capitals = "".join(word[0] for word in re.findall(r"\b[A-Z]\w+", committee))
    return {one for one in {*printed, capitals.lower()} if len(one) > 1}
