"""The review: what is sure is accepted at once, what was guessed waits, what is rejected goes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.preparing.checklist import checklist, may_open
from app.preparing.delegations import NotInTable, changed, pasted, removed, table, taken
from app.preparing.preparation import Preparation, Reviewed, from_json, to_json
from app.preparing.review import Card, cards, counted, reviewed_guide, word_for_word
from delegations.profiles import profiles_from
from delegations.roster import Rights
from tests.preparing.guides import GUIDE


def prepared() -> Preparation:
    return Preparation().with_guide(GUIDE, "guide.pdf")


def card(preparation: Preparation, id_: str) -> Card:
    return next(one for one in cards(preparation) if one.id == id_)


def states(preparation: Preparation) -> dict[str, tuple[str, int]]:
    return {check.id: (check.state, check.count) for check in checklist(preparation)}


def test_a_guide_fills_what_is_empty_and_nothing_else() -> None:
    assert (prepared().name, prepared().topics) == ("Council on Migration", ("Returns with dignity",))
    own = Preparation(name="Our council", topics=("Housing",)).with_guide(GUIDE, "guide.pdf")
    assert (own.name, own.topics) == ("Our council", ("Housing",))


def test_every_field_has_its_source_and_says_how_sure_it_is() -> None:
    name, position = card(prepared(), "s1").fields
    assert (name.value, name.page, name.line, name.sure) == ("Peru", 4, 40, "inferred")
    assert (position.value, position.sure) == ("Receives many who moved.", "inferred")
    assert [finding.text for finding in card(prepared(), "s1").findings] == ["This name is misspelt: Peru."]
    assert card(prepared(), "s0").findings == ()


def test_only_what_stands_word_for_word_is_accepted_at_once() -> None:
    preparation = prepared()
    assert counted(cards(preparation)) == (0, 10)
    for id_ in word_for_word(cards(preparation)):
        preparation = preparation.marked(id_, Reviewed("accepted"))
    assert counted(cards(preparation)) == (8, 10)
    assert {one.id for one in card(preparation, "s1").fields if one.reviewed is None} == {
        "s1.name",
        "s1.position.0",
    }


def test_an_inferred_position_is_for_the_dais_until_it_is_confirmed() -> None:
    preparation = prepared()
    before = profiles_from(reviewed_guide(preparation), table(preparation))["peru"]
    assert (before.position, [part.text for part in before.doubtful]) == ("", ["Receives many who moved."])
    confirmed = preparation.marked("s1.position.0", Reviewed("accepted"))
    after = profiles_from(reviewed_guide(confirmed), table(confirmed))["peru"]
    assert (after.position, after.doubtful) == ("Receives many who moved.", ())


def test_edits_and_rejections_are_in_the_guide_that_is_founded() -> None:
    preparation = (
        prepared()
        .marked("s0.position.0", Reviewed("edited", "Asks for ten days of notice."))
        .marked("s2.name", Reviewed("rejected"))
        .marked("guiding.0", Reviewed("rejected"))
        .marked("s1.name", Reviewed("edited", "Spain"))
    )
    guide = reviewed_guide(preparation)
    assert [(one.display_name, one.iso2) for one in guide.stakeholders] == [("Ghana", "GH"), ("Spain", "ES")]
    assert guide.stakeholders[0].position == "Asks for ten days of notice."
    assert guide.questions.guiding == ()
    assert [one.key for one in table(preparation)] == ["ghana", "spain"]
    back = preparation.marked("s2.name", None)
    assert [one.key for one in table(back)] == ["aid-now", "ghana", "spain"]


def test_what_was_prepared_is_kept_as_it_was() -> None:
    preparation = prepared().marked("s0.name", Reviewed("accepted"))
    preparation = changed(
        preparation,
        "peru",
        name="Republic of Peru",
        short_name="Peru",
        iso2="pe",
        kind="observer",
        rights=Rights(True, None, False),
    )
    assert from_json(json.loads(json.dumps(to_json(preparation))), preparation.guide) == preparation
    row = next(one for one in table(preparation) if one.key == "peru")
    assert (row.name, row.iso2, row.kind) == ("Republic of Peru", "PE", "observer")
    assert preparation.rights["peru"] == Rights(True, None, False)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "  "}, "needs a name"),
        ({"name": "x" * 121}, "at most 120"),
        ({"name": "Ghana", "short_name": "Ghana"}, "called Ghana already"),
        ({"iso2": "ZZ"}, "no ISO 3166-1 code"),
    ],
)
def test_a_row_that_would_not_work_is_refused_in_a_sentence(given: dict[str, str], says: str) -> None:
    row: dict[str, Any] = {"name": "Peru", "short_name": "Peru", "iso2": "PE", **given}
    with pytest.raises(NotInTable, match=says):
        changed(prepared(), "peru", kind="member", **row)
    with pytest.raises(NotInTable, match="not in the table"):
        changed(prepared(), "atlantis", name="A", short_name="A", iso2="", kind="member")


def test_a_pasted_table_is_looked_at_before_it_counts() -> None:
    rows = pasted(prepared(), "Ghana\nSpain\nAtlantis\nSpain")
    assert [row.status for row in rows] == ["unchanged", "new", "warning", "error"]
    after = taken(prepared(), rows)
    assert [one.short_name for one in table(after)] == ["Aid Now", "Atlantis", "Ghana", "Peru", "Spain"]
    assert [one.order for one in table(after)] == [1, 2, 3, 4, 5]


def test_the_checklist_stops_what_would_not_work_and_points_at_what_is_doubtful() -> None:
    assert may_open(prepared())
    assert states(prepared())["doubtful"] == ("look", 1)
    assert states(Preparation())["no_name"][0] == states(Preparation())["no_topic"][0] == "stop"
    alone = removed(removed(prepared(), "peru"), "aid-now")
    assert states(alone)["too_few"] == ("stop", 1) and not may_open(alone)
    confirmed = prepared().marked("s1.position.0", Reviewed("accepted"))
    assert states(confirmed)["reviewed"] == ("done", 0)
