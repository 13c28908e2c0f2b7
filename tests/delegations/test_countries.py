"""Names of states: 193 members, each found by every name it goes by, and nothing found that is no state."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegations.countries import by_iso2, countries, find, longest_name, lookup, members, names_of
from delegations.names import fold, sort_key


def test_the_table_holds_the_united_nations() -> None:
    assert len(members()) == 193
    observers = {country.display for country in countries() if country.membership == "observer"}
    assert observers == {"Holy See", "State of Palestine"}


def test_codes_are_two_letters_and_nobody_shares_one() -> None:
    codes = Counter(country.iso2 for country in countries() if country.iso2)
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert set(codes.values()) == {1}
    assert all(country.iso2 or country.kind == "historic" for country in countries())


def test_no_name_belongs_to_two_states() -> None:
    owners: dict[str, set[str]] = {}
    for country in countries():
        for name in names_of(country):
            owners.setdefault(fold(name), set()).add(country.display)
    assert [name for name, several in owners.items() if len(several) > 1] == []


def test_every_listed_name_is_found() -> None:
    for country in countries():
        for name in names_of(country):
            assert find(name).display == country.display, name
            assert find(f"{name}[14]").display == country.display, name


@pytest.mark.parametrize(
    ("written", "iso2"),
    [
        ("Dominion of Canada", "CA"), ("French Republic", "FR"), ("The United Mexican States", "MX"),
        ("Argentine Republic", "AR"), ("The Republic of Korea (South Korea)", "KR"), ("Kingdom of Spain",
        "ES"),
        ("Plurinational State of Bolivia", "BO"), ("Bolivia (Plurinational State of)", "BO"),
        ("CÔTE D’IVOIRE", "CI"),
        ("Cote d'Ivoire", "CI"), ("United Kingdom[14]", "GB"), ("Türkiye", "TR"), ("Turkey*", "TR"),
        ("U.S.A.", "US"),
        ("Government of Ghana", "GH"), ("Viet Nam", "VN"), ("Socialist Republic of Vietnam", "VN"),
        ("DPRK", "KP"),
        ("Guinea", "GN"), ("Guinea-Bissau", "GW"), ("Papua New Guinea", "PG"), ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Dominica", "DM"), ("Dominican Republic", "DO"), ("Republic of China", "TW"), ("Ireland", "IE"),
        ("St. Lucia", "LC"), ("Bosnia & Herzegovina", "BA"), ("Swaziland", "SZ"), ("Burma", "MM"),
        ("Zaire", "CD"),
        ("Korea (North)", "KP"), ("Congo, Republic of the", "CG"), ("Congo (DRC)", "CD"), ("Vatican City",
        "VA"),
        ("Republic of Trinidad and Tobago", "TT"), ("Federated States of Micronesia", "FM"), ("Kosovo", "XK"),
    ],
)  # fmt: skip
def test_a_name_as_guides_write_it(written: str, iso2: str) -> None:
    assert find(written).iso2 == iso2


@pytest.mark.parametrize(
    ("written", "iso2"),
    [
        ("Costa de Marfil", "CI"), ("Elfenbeinküste", "CI"), ("EE. UU.", "US"), ("EEUU", "US"),
        ("Vaticano", "VA"), ("Nueva Zelandia", "NZ"), ("República Argentina", "AR"),
        ("Estados Unidos Mexicanos", "MX"),
        ("Rép. dém. du Congo", "CD"), ("Weißrussland", "BY"), ("Granada", "GD"), ("Île Maurice", "MU"),
        ("Regno Unito", "GB"), ("Costa d’Avorio", "CI"), ("Paesi Bassi", "NL"), ("Svizzera", "CH"),
    ],
)  # fmt: skip
def test_a_name_as_guides_in_other_languages_write_it(written: str, iso2: str) -> None:
    assert find(written).iso2 == iso2


@pytest.mark.parametrize("bare", ["Korea", "The Congo", "France (Germany)"])
def test_a_name_that_two_states_share_is_ambiguous(bare: str) -> None:
    match = find(bare)
    assert (match.iso2, match.how) == (None, "ambiguous")
    assert len(match.suggestions) == 2


@pytest.mark.parametrize(
    "written",
    [
        "African Union", "European Union", "Georgia Aquarium", "United Nations", "Bank of China",
        "China Daily",
        "Amnesty International (Kenya)", "State of Georgia", "Unites States", "South Korean Embassy",
        "us", "it",
        "American Civil Liberties Union", "NATO", "Western Bloc", "Niger Delta", "Jordan Valley", "",
        "  ", "14",
    ],
)  # fmt: skip
def test_what_is_no_state_never_becomes_one(written: str) -> None:
    assert find(written).iso2 is None


def test_a_misspelt_name_is_suggested_and_not_taken() -> None:
    assert find("Unites States").suggestions[0] == "United States"
    assert find("Columbia").suggestions[0] == "Colombia"
    assert find("African Union").suggestions == ()


def test_states_that_are_no_more_have_a_name_and_no_flag() -> None:
    match = find("USSR")
    assert (match.display, match.kind, match.iso2) == ("Soviet Union", "historic", None)
    flag = by_iso2("fr")
    assert flag is not None
    assert flag.flag == "fr"


def test_the_longest_name_wins_in_running_text() -> None:
    found = longest_name(["Guinea-Bissau", "asks"], 0)
    assert found is not None
    assert found[1].iso2 == "GW"
    found = longest_name(["The", "United", "Mexican", "States", "Country", "of", "origin"], 0)
    assert found is not None
    assert found[0] == 4
    assert longest_name(["us", "and", "them"], 0) is None


def test_alphabetical_order_ignores_the_article_and_accents() -> None:
    names = ["Zambia", "The Gambia", "Côte d'Ivoire", "Germany", "Costa Rica", "Österreich", "Oman"]
    assert sorted(names, key=sort_key) == [
        "Costa Rica", "Côte d'Ivoire", "The Gambia", "Germany", "Oman", "Österreich", "Zambia",
    ]  # fmt: skip


@given(st.text(max_size=200))
def test_any_text_at_all_gets_an_answer(written: str) -> None:
    match = lookup(written)
    assert match.is_country == (match.how in ("exact", "alias", "stripped"))


def test_a_name_behind_a_thousand_brackets_does_not_break_the_look_up() -> None:
    assert lookup("(" * 3_000 + "Chad").display == "Chad"
    assert lookup("(" * 3_000 + "Chadd").how == "none"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("FR", "FR"), ("FRA", "FR"), ("KOR", "KR"), ("NZ", "NZ"), ("XKX", "XK"),
        ("Delegate of Japan", "JP"), ("Permanent Mission of Cuba", "CU"),
        ("Representative of the Kingdom of Spain", "ES"),
    ],
)  # fmt: skip
def test_codes_and_offices_mean_their_state(written: str, code: str) -> None:
    assert find(written).iso2 == code


def test_a_code_is_no_name_in_a_guide_and_none_in_small_letters() -> None:
    assert not lookup("FRA").is_country and not find("fra").is_country
    assert find("AU").kind == "organization"
