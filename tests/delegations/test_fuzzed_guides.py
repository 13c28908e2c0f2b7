"""Guides that were cut up, shuffled and spoilt at random: always a guide or a sentence, in time that grows
with the length and no faster."""

import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegations.names import fold
from delegations.roster import roster_from
from delegations.standing import standing, texts_of
from delegations.study_guides.guide import StudyGuide, from_json, to_json
from delegations.study_guides.reading import Unreadable, read
from delegations.study_guides.understanding import understand
from delegations.study_guides.understanding.rows import plain

FOLDER = Path(__file__).with_name("guides")
SAMPLES = sorted(
    path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md", ".html", ".docx", ".pdf")
)
TEXTS = [path for path in SAMPLES if path.suffix in (".txt", ".md", ".html") and path.stem != "README"]
NOISE = [
    "(", ")", "**", "\t", "\f", "\n\n", "[14]", ": ", " – ", "....... 12", "\x00", "\u202e", "\ufffe", "é",
    "𝔸", "|", "<b>", "</b>", "# ", "- ", "France", "Korea", "Members: ", "(2019)", "A/RES/", "-\n",
    "Country positions\n", "\nPage 3 of 9\n", "____\n", "\ud800",
]  # fmt: skip


def spoilt(lines: Sequence[str], lots: random.Random) -> bytes:
    """The lines with some dropped, doubled, swapped, joined, cut and filled with noise."""
    kept = list(lines)
    for _ in range(lots.randint(1, 30)):
        at, other = (lots.randrange(len(kept)) for _ in range(2))
        match lots.randrange(7):
            case 0 if len(kept) > 3:
                del kept[at]
            case 1:
                kept.insert(other, kept[at])
            case 2:
                kept[at], kept[other] = kept[other], kept[at]
            case 3:
                kept[at] = kept[at].strip() + " " + kept[other]
            case 4:
                kept[at] = kept[at][: lots.randint(0, len(kept[at]))]
            case 5:
                cut = lots.randint(0, len(kept[at]))
                kept[at] = kept[at][:cut] + lots.choice(NOISE) * lots.choice((1, 1, 40)) + kept[at][cut:]
            case _:
                kept[at] = ""
    return lots.choice(("\n", "\r\n", "\n\n")).join(kept).encode("utf-8", "surrogatepass")


def bitten(data: bytes, lots: random.Random) -> bytes:
    """The bytes of a file with some overwritten, cut out or doubled."""
    kept = bytearray(data)
    for _ in range(lots.randint(1, 12)):
        at = lots.randrange(len(kept))
        match lots.randrange(3):
            case 0:
                kept[at] = lots.randrange(256)
            case 1:
                del kept[at : at + lots.randint(1, 40)]
            case _:
                kept[at:at] = kept[at : at + lots.randint(1, 40)]
    return bytes(kept)


def letters(text: str) -> str:
    """The letters of `text` alone: marks and digits may stand inside a name."""
    return "".join(char for char in fold(text) if char.isalpha())


def holds(data: bytes, name: str) -> StudyGuide | None:
    """Read and understand; the guide is whole, or None stands for a refusal in one sentence."""
    try:
        text = read(data, name)
    except Unreadable as refused:
        assert refused.sentence().endswith(".")
        return None
    guide = understand(text)
    whole = letters(" ".join(plain(line.text) for line in text.lines))
    assert from_json(json.loads(json.dumps(to_json(guide)))) == guide
    for one in guide.stakeholders:
        assert 1 <= one.line <= len(text.lines)
        assert not one.iso2 or letters(one.name_as_printed.split()[0]) in whole
    standing(texts_of(guide, roster_from(guide)))
    return guide


def run(seeds: range) -> None:
    lines = {path: path.read_text("utf-8").split("\n") for path in TEXTS}
    for seed in seeds:
        lots = random.Random(seed)
        path = lots.choice(TEXTS)
        holds(spoilt(lines[path], lots), path.name)


def test_spoilt_guides_in_some_hundred_ways() -> None:
    run(range(250))


@pytest.mark.long
def test_spoilt_guides_in_five_thousand_ways() -> None:
    run(range(250, 5250))


def test_bitten_files_of_every_format() -> None:
    for seed in range(60):
        lots = random.Random(seed)
        path = lots.choice(SAMPLES)
        holds(bitten(path.read_bytes(), lots), path.name)


@pytest.mark.long
def test_bitten_files_of_every_format_many_times() -> None:
    for seed in range(60, 1560):
        lots = random.Random(seed)
        path = lots.choice(SAMPLES)
        holds(bitten(path.read_bytes(), lots), path.name)


PARTS = st.sampled_from(sorted({line for path in TEXTS for line in path.read_text("utf-8").split("\n")}))


def any_lines(lines: list[str]) -> None:
    if any(line.strip() for line in lines):
        holds("\n".join(lines).encode(), "guide.md")


test_lines_of_all_guides_mixed = settings(
    max_examples=150, deadline=None, suppress_health_check=list(HealthCheck)
)(given(st.lists(PARTS, max_size=60))(any_lines))
test_lines_of_all_guides_mixed_many_times = pytest.mark.long(
    settings(max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))(
        given(st.lists(PARTS | st.text(max_size=60), max_size=60))(any_lines)
    )
)

REPEATED = [
    "France, ", "(", "Country positions\n", "**", "\t", "Members: France,\n", "[1]", ". ", "France: x\n",
    "France\n", "Contents\n", "Smith, J. (2019). X.\n", "(Smith, 2019) ", "United ",
    "Western Bloc (France,\n",
    "What? ", "Bloc\n\nMembers: France, Peru\n\n", "\f\n", "France\tx\n", "European Union\n\nIt says.\n\n",
    "ghana-\nhana ",
    "Unites States\n\nIt waits.\n\n", "**France** x. ", "France Supports x. ", "the Convention of (1990) ",
    "References\n\nSmith, J. (2019). X.\n(Smith, 2019)\n\nCountry positions\n", "A/RES/1/", "&&", "a.b", "²",
]  # fmt: skip


def seconds(piece: str, length: int) -> float:
    data = ("Country positions\n\nGhana\n\n" + piece * (length // len(piece))).encode()
    begun = time.process_time()
    understand(read(data, "guide.txt"))
    return time.process_time() - begun


@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_no_faster_than_the_length(piece: str) -> None:
    for _ in range(3):  # a busy machine may spoil one measurement
        short, long = seconds(piece, 15_000), seconds(piece, 120_000)
        if long < 8 * 3 * max(short, 0.01):
            return
    pytest.fail(f"eight times the length took {long / short:.0f} times as long")
