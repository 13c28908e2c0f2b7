"""Texts that are no resolutions, though they hold some of their words: none gives a clause, and says so."""

import os
from pathlib import Path

import pytest

from resolutions.reading import read
from resolutions.reading.contract import to_json
from tests.resolutions.test_reading_files import KEYS

NO_RESOLUTIONS = {
    "an article": (
        "Ministers met in Geneva on Monday. Noting the rise in arrivals, the host said more must be done."
        "\n\nConsidering the costs, some stayed away. Others spoke for hours.\n\nThe talks go on.\n"
    ),
    "a story": (
        "1. Anna took the train.\n2. She saw the sea, and the boats on it.\n"
        "3. Recalling her mother, she wept.\n4. Then the night came.\n5. Nobody spoke.\n"
    ),
    "a rulebook": (
        "Rule 1\nThe Chair opens each meeting.\n\nRule 2\n1. Motions are put in order of precedence;\n"
        "2. Requests are made in writing;\n3. A speech has ninety seconds;\n4. The Chair may refuse them.\n"
    ),
    "a list": "Supports:\n- wood\n- steel\n",
    "a letter": "Dear delegates,\n\nHaving heard from many of you, I write that lunch is at noon.\n\nYours\n",
    "an agenda": "1. Opening of the meeting\n2. Adoption of the agenda\n3. Any other business\n",
    "a report": (
        "GENEVA - The Human Rights Council, meeting on Monday,\n\nWelcoming delegates, the president said "
        "talks would go on.\n\nNoting the late hour, he closed.\n"
    ),
    "minutes": (
        "The Council met at ten in the morning.\n\n1. Welcomes by new members were read.\n"
        "2. The list of speakers was opened.\n3. The meeting rose at noon.\n"
    ),
    "a position paper": (
        "Delegation of France\nCommittee: Security Council\n\nFrance, recalling its history, believes in "
        "peace. Noting the embargo, France supports it.\n\nFrance proposes:\n1. Supporting the mission;\n"
        "2. Funding the ports;\n\nConsidering the above, France looks forward to debate.\n"
    ),
    "a list of phrases": "Preambular phrases\nAcknowledging\nAlarmed by\nOperative phrases\nAccepts\nUrges\n",
    "a longer list of phrases": (
        "Preambulatory phrases\n\nAcknowledging\nAffirming\nBearing in mind\nNoting with regret\n"
        "Recalling\n\nOperative phrases\n\nAccepts\nCalls upon\nFurther invites\nUrges\n"
    ),
    "a guide to writing": (
        "# How to write\n\n## 1. The heading\nCommittee and topic.\n\n## 2. Operative clauses\nThey are "
        "numbered, for instance:\n\n1. Urges\n2. Calls upon\n3. Recommends\n4. Requests\n\nRemember: each "
        "ends with a semicolon.\n"
    ),
    "nothing": "   \n\n",
}


@pytest.mark.parametrize("text", NO_RESOLUTIONS.values(), ids=NO_RESOLUTIONS)
def test_a_text_that_is_no_resolution_gives_no_clauses_and_says_so(text: str) -> None:
    plain = to_json(read(text))
    assert set(plain) >= KEYS
    assert (plain["preambular"], plain["operative"]) == ([], [])
    assert [f["rule"] for f in plain["findings"]] == ["no_resolution"]


@pytest.mark.skipif("PLACARD_SEEDS" not in os.environ, reason="PLACARD_SEEDS names no folder of sample texts")
def test_articles_and_study_guides_are_no_resolutions() -> None:
    for path in Path(os.environ["PLACARD_SEEDS"]).glob("*.txt"):
        assert read(path.read_text("utf-8")).document is None
