"""`placard country`: one line for each name, never a state where there is none."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from delegations.countries import countries, names_of
from delegations.country_command import country_lines

ROOT = Path(__file__).parents[2]


def asked(*names: str) -> list[tuple[str | None, str, str]]:
    rows = [json.loads(line) for line in country_lines(names, as_json=True)]
    assert [row["name"] for row in rows] == [name.strip() for name in names]
    assert all(set(row) >= {"name", "iso2", "kind", "how", "suggestions"} for row in rows)
    return [(row["iso2"], row["kind"], row["how"]) for row in rows]


@pytest.mark.parametrize(
    ("name", "iso2", "kind", "how"),
    [
        ("South Korea", "KR", "state", "alias"), ("Republic of Korea", "KR", "state", "exact"),
        ("DPRK", "KP", "state", "alias"), ("DRC", "CD", "state", "alias"),
        ("Holy See", "VA", "state", "exact"),
        ("Palestine", "PS", "state", "alias"), ("Côte d'Ivoire", "CI", "state", "exact"),
        ("Ivory Coast", "CI", "state", "alias"), ("Türkiye", "TR", "state", "exact"),
        ("Turkey", "TR", "state", "alias"), ("Eswatini", "SZ", "state", "exact"),
        ("Swaziland", "SZ", "state", "alias"), ("Czechia", "CZ", "state", "exact"),
        ("Burma", "MM", "state", "alias"), ("Kosovo", "XK", "state", "exact"),
        ("Taiwan", "TW", "state", "exact"),
        ("Hong Kong", "HK", "territory", "exact"), ("Puerto Rico", "PR", "territory", "exact"),
        ("Soviet Union", None, "historic", "exact"), ("Yugoslavia", None, "historic", "exact"),
        ("East Germany", None, "historic", "exact"), ("Sultanate of Peru", "PE", "state", "stripped"),
        ("Korea", None, "unknown", "ambiguous"), ("Congo", None, "unknown", "ambiguous"),
        ("Guinea", "GN", "state", "exact"), ("Estados Unidos", "US", "state", "alias"),
        ("Allemagne", "DE", "state", "alias"), ("República de Colombia", "CO", "state", "stripped"),
        ("African Union", None, "organization", "none"), ("European Union", None, "organization", "none"),
        ("WHO", None, "organization", "none"), ("Amnesty International", None, "organization", "none"),
        ("Georgia Aquarium", None, "unknown", "none"), ("Catalonia", None, "unknown", "none"),
        ("Who", None, "unknown", "none"), ("us", None, "unknown", "none"),
        ("Bank of China", None, "unknown", "none"),
        ("Chad (a lake) and more", None, "unknown", "none"), ("Western Bloc", None, "unknown", "none"),
    ],
)  # fmt: skip
def test_a_name(name: str, iso2: str | None, kind: str, how: str) -> None:
    assert asked(name) == [(iso2, kind, how)]


def test_likeness_only_suggests() -> None:
    (line,) = country_lines(["Unites States"], as_json=True)
    row = json.loads(line)
    assert (row["iso2"], row["how"], row["suggestions"][0]) == (None, "none", "United States")
    assert "Poland" not in next(iter(country_lines(["Republic of Somaliland"], as_json=True)))


def test_without_json_a_person_can_read_it() -> None:
    assert list(country_lines(["Burma", "Korea", "African Union", "Columbia"], as_json=False)) == [
        "Burma: Myanmar (MM), state, alias",
        "Korea: ambiguous; perhaps Republic of Korea or Democratic People's Republic of Korea",
        "African Union: an organization, no state",
        "Columbia: no known state; perhaps Colombia",
    ]


def test_names_in_other_languages_belong_to_one_state_and_are_no_english_name_of_another() -> None:
    english = {name.casefold(): country.display for country in countries() for name in names_of(country)}
    for country in countries():
        for name in country.foreign:
            assert asked(name)[0][0] == country.iso2, name
            assert english.get(name.casefold(), country.display) == country.display


def test_names_come_from_standard_input_one_a_line() -> None:
    command = [sys.executable, "-m", "app", "country", "--json"]
    done = subprocess.run(command, input=b"Chad\n\nCongo\n\xff\n", capture_output=True, cwd=ROOT, check=True)
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [(row["name"], row["iso2"]) for row in rows] == [("Chad", "TD"), ("Congo", None), ("\ufffd", None)]
    assert done.stderr == b""
