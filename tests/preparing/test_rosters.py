"""The roster from tables and templates: read in any spreadsheet's way, looked at, taken, written again."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.preparing.delegations import NotInTable, alphabetical, changed, joined_by, pasted, table, taken
from app.preparing.preparation import Preparation, from_json, to_json
from delegations.countries import by_iso2
from delegations.roster import Rights
from delegations.roster_table import LEFT_OUT, chosen, roster_csv, roster_from_csv
from delegations.tables import csv_of, is_formula, records
from delegations.templates import template, templates

PLACES = {
    "united_nations": 193, "security_council": 15, "g20": 21, "g7": 8, "european_union": 27,
    "african_union": 55, "asean": 11, "oas": 34, "arab_league": 22, "nato": 32,
}  # fmt: skip

NOTHING = Preparation()


def with_rows(text: str, before: Preparation = NOTHING) -> Preparation:
    return taken(before, chosen(pasted(before, text), {}))


@pytest.mark.parametrize(
    "text",
    [
        "Delegation,ISO,Type\nFrance,FR,member\nHoly See,VA,observer\n",
        "sep=;\r\nNombre;Código;Tipo\r\nFrancia;FR;miembro\r\nSanta Sede;VA;observador\r\n",
        "Pays\tCode ISO\tStatut\nFrance\tFR\tmembre\nSaint-Siège\tVA\tobservateur\n",
        '\ufeff"Land";"Flagge";"Art"\n"Frankreich";"FR";"Mitglied"\n"Heiliger Stuhl";"VA";"Beobachter"\n',
        "País|Bandeira|Estatuto\nFrança|FR|membro\nSanta Sé|VA|observador\n",
        "国家,代码,类型\n法国,FR,成员\n圣座,VA,观察员\n",
        "الدولة,رمز,النوع\nفرنسا,FR,عضو\nالكرسي الرسولي,VA,مراقب\n",
        "Страна;Код;Статус\nФранция;FR;член\nСвятой Престол;VA;наблюдатель\n",
    ],
)
def test_delimiters_and_heads_of_several_languages_are_found(text: str) -> None:
    rows = roster_from_csv(text)
    found = {row.delegation.iso2: row.delegation.kind for row in rows if row.delegation}
    assert found == {"FR": "member", "VA": "observer"}
    assert [row.status for row in rows] == ["new", "new"]


def test_a_list_of_names_with_commas_is_a_list_of_names() -> None:
    rows = roster_from_csv("Korea, Republic of\nMoldova, Republic of\nFrance\n")
    assert [row.delegation.iso2 for row in rows if row.delegation] == ["KR", "MD", "FR"]


def test_a_cell_may_hold_a_line_break_and_a_quote() -> None:
    (row,) = roster_from_csv('name,kind\n"Friends of ""the"" River\nand Sea",ngo\n')
    assert row.delegation is not None and row.delegation.name == 'Friends of "the" River and Sea'


def test_a_doubtful_name_is_what_a_person_says() -> None:
    rows = roster_from_csv("Korea\nFrence\nAtlantis\n")
    assert [row.status for row in rows] == ["warning"] * 3
    said = chosen(rows, {1: "Republic of Korea", 2: LEFT_OUT})
    assert [(row.delegation.key, row.delegation.iso2) for row in said if row.delegation] == [
        ("south-korea", "KR"), ("atlantis", None),
    ]  # fmt: skip
    assert chosen(rows, {1: "Ghana"})[0].delegation == rows[0].delegation, "only what was suggested"


def test_a_changed_row_says_what_changes_and_keeps_the_key() -> None:
    before = with_rows("name,short name\nGermany,Deutschland\n")
    assert table(before)[0].key == "germany"
    (row,) = pasted(before, "name,kind\nGermany,observer\n")
    assert (row.status, row.message) == ("changed", "Kind: member becomes observer")
    assert [one.short_name for one in table(taken(before, [row]))] == ["Deutschland"]


def test_an_order_by_hand_stays_until_the_alphabet_comes_back() -> None:
    now = with_rows("order,name,veto\n2,Chad,\n1,Peru,x\n")
    assert [(one.key, one.order) for one in table(now)] == [("peru", 1), ("chad", 2)]
    assert now.rights["peru"].veto and now.by_hand
    now = with_rows("Angola", now)
    assert [one.key for one in table(now)] == ["peru", "chad", "angola"]
    now = changed(now, "angola", name="Angola", short_name="Angola", iso2="AO", kind="member", place=1)
    assert [one.key for one in table(now)] == ["angola", "peru", "chad"]
    assert from_json(to_json(now), None) == now
    assert [one.key for one in table(alphabetical(now))] == ["angola", "chad", "peru"]


@pytest.mark.parametrize("cell", ['=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "'=1"])
def test_what_a_spreadsheet_would_run_goes_out_as_text_and_comes_back_as_it_was(cell: str) -> None:
    (written,) = csv.reader(StringIO(csv_of([[cell, "France"]])))
    assert not is_formula(written[0])
    (back,) = records(csv_of([[cell, "France"]]).rstrip())
    assert back[0] == cell.removeprefix("'")
    (row,) = roster_from_csv(f'name,kind\n"{cell.replace(chr(34), chr(34) * 2)} land",ngo\n')
    assert row.status == "warning" and "never run" in row.message


def test_the_roster_goes_out_and_comes_back_with_all_its_rights() -> None:
    found = template("security_council")
    assert found is not None
    now = joined_by(Preparation(), found.delegations, found.rights, instead=True)
    now = changed(
        now, "liberia", name="Liberia", short_name="Liberia", iso2="LR", kind="observer",
        rights=Rights(False, True, False), place=1,
    )  # fmt: skip
    back = with_rows(roster_csv(table(now), now.rights))
    assert table(back) == table(now)
    assert {key: one for key, one in back.rights.items() if one != Rights()} == now.rights


@pytest.mark.parametrize("one", templates(), ids=lambda one: one.id)
def test_a_template_is_complete_and_says_where_it_is_from(one) -> None:  # type: ignore[no-untyped-def]
    assert len(one.delegations) == len({row.key for row in one.delegations}) == PLACES[one.id]
    assert one.source and one.as_of.year >= 2026
    assert all(row.iso2 is None or by_iso2(row.iso2) for row in one.delegations)
    assert {row.kind for row in one.delegations} == {"member"}


def test_the_five_permanent_members_and_no_others_have_a_veto() -> None:
    council = template("security_council")
    assert council is not None
    codes = {one.iso2 for one in council.delegations if council.rights.get(one.key, Rights()).veto}
    assert codes == {"CN", "FR", "GB", "RU", "US"}
    assert not any(one.rights for one in templates() if one.id != "security_council")


def test_a_template_adds_what_is_missing_and_leaves_the_rest() -> None:
    asean = template("asean")
    assert asean is not None
    before = with_rows("name,short name,kind\nThailand,Siam,observer\nChad,,\n")
    after = table(joined_by(before, asean.delegations, {}, instead=False))
    assert len(after) == 12 and ("Siam", "observer") in {(one.short_name, one.kind) for one in after}
    assert len(table(joined_by(before, asean.delegations, {}, instead=True))) == 11


def test_more_than_a_committee_holds_is_refused() -> None:
    with pytest.raises(NotInTable, match="at most 390"):
        with_rows("\n".join(f"Party of the {n}" for n in range(391)))


@given(st.text(max_size=300))
def test_any_text_at_all_is_looked_at_and_taken(text: str) -> None:
    rows = roster_from_csv(text)
    assert all(row.delegation or row.message for row in rows)
    back = roster_csv(table(taken(Preparation(), chosen(rows, {}))), {})
    assert all(not is_formula(cell) for row in csv.reader(StringIO(back)) for cell in row)
