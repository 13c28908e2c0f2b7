"""Names of states as lists write them: abbreviated, turned round, official, in other languages."""

import pytest

from delegations.countries import find
from delegations.organizations import body_kind


@pytest.mark.parametrize(
    ("written", "iso2"),
    [
        ("Rep. of Moldova", "MD"), ("Dem. Rep. of the Congo", "CD"), ("Rep. of Korea", "KR"),
        ("Central African Rep.", "CF"), ("Slovak Rep.", "SK"), ("Czech Rep.", "CZ"), ("Congo DR", "CD"),
        ("Marshall Is.", "MH"), ("Solomon Is.", "SB"), ("N. Mariana Is.", "MP"), ("S. Sudan", "SS"),
        ("Eq. Guinea", "GQ"), ("Bosnia and Herz.", "BA"), ("St. Vin. and Gren.", "VC"), ("W. Sahara", "EH"),
        ("Fed. Rep. of Germany", "DE"), ("Lao People's Dem. Rep.", "LA"), ("Russian Fed.", "RU"),
        ("Rép. tchèque", "CZ"), ("Rép.-Unie de Tanzanie", "TZ"), ("Rep. Islámica del Irán", "IR"),
        ("Rep. Pop. Dem. de Corea", "KP"), ("Is. Salomón", "SB"), ("Ste-Lucie", "LC"),
        ("Saint-Kitts-et-Nevis", "KN"), ("Dem. Rep. Congo", "CD"), ("Rep. of S. Africa", "ZA"),
    ],
)  # fmt: skip
def test_an_abbreviated_name(written: str, iso2: str) -> None:
    assert (find(written).iso2, find(written).how != "exact") == (iso2, True)


@pytest.mark.parametrize(
    ("written", "iso2"),
    [
        ("Le Maroc", "MA"), ("la Hongrie", "HU"), ("L’Allemagne", "DE"), ("l'Inde", "IN"),
        ("Les États-Unis", "US"), ("Los Estados Unidos", "US"), ("El Perú", "PE"), ("Die Schweiz", "CH"),
    ],
)  # fmt: skip
def test_a_name_with_its_article(written: str, iso2: str) -> None:
    assert (find(written).iso2, find(written).how) == (iso2, "stripped")


@pytest.mark.parametrize("written", ["La Paz", "Le Pen", "Los Angeles", "Der Spiegel", "Le Congo", "le us"])
def test_an_article_makes_no_state(written: str) -> None:
    assert find(written).iso2 is None


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("L’Organisation internationale pour les migrations", "organization"), ("La OIM", "organization"),
        ("Las Naciones Unidas", "organization"), ("l’oms", None), ("Les Médecins Sans Frontières", "ngo"),
    ],
)  # fmt: skip
def test_a_body_with_its_article(written: str, kind: str | None) -> None:
    assert body_kind(written) == kind


@pytest.mark.parametrize(
    ("written", "iso2"),
    [
        ("Korea, Rep. of", "KR"), ("Korea, Dem. People's Rep.", "KP"), ("Korea (Rep. of)", "KR"),
        ("Micronesia, Fed. Sts.", "FM"), ("Micronesia (Fed. States of)", "FM"), ("Palestine, State of", "PS"),
        ("Congo (Dem. Rep. of the)", "CD"), ("Congo, Rep.", "CG"), ("Tanzania, United Rep. of", "TZ"),
        ("Egypt, Arab Rep.", "EG"), ("Sudan, South", "SS"), ("Guinea, Equatorial", "GQ"),
        ("Moldavia, República de", "MD"), ("Iran, République islamique d'", "IR"),
        ("Corea (República de)", "KR"),
        ("Mikronesien, Föderierte Staaten von", "FM"), ("Côte d’Ivoire, Rep.", "CI"),
    ],
)  # fmt: skip
def test_a_name_that_is_turned_round(written: str, iso2: str) -> None:
    assert find(written).iso2 == iso2


@pytest.mark.parametrize(
    ("written", "iso2"),
    [
        ("República Islámica de Afganistán", "AF"), ("République d'Angola", "AO"),
        ("Fürstentum Monaco", "MC"),
        ("Principauté d’Andorre", "AD"), ("Commonwealth de las Bahamas", "BS"),
        ("Reino de los Países Bajos", "NL"),
        ("République fédérale démocratique d'Éthiopie", "ET"), ("L'État d'Érythrée", "ER"),
        ("Estado Independiente de Papúa Nueva Guinea", "PG"), ("Gran Ducado de Luxemburgo", "LU"),
        ("República Democrática Popular de Argelia", "DZ"), ("República Bolivariana da Venezuela", "VE"),
        ("República Italiana", "IT"), ("République togolaise", "TG"), ("Confédération suisse", "CH"),
        ("République de Maurice", "MU"), ("Commonwealth de la Dominique", "DM"),
        ("République populaire démocratique de Corée", "KP"), ("États fédérés de Micronésie", "FM"),
        ("República Oriental del Uruguay", "UY"), ("República de la Unión de Myanmar", "MM"),
        ("Islamische Republik Pakistan", "PK"), ("República de China", "TW"),
        ("República Popular China", "CN"),
    ],
)  # fmt: skip
def test_a_formal_name_in_another_language(written: str, iso2: str) -> None:
    assert find(written).iso2 == iso2


@pytest.mark.parametrize(
    "written",
    [
        "Estado de Georgia", "Estado de México", "State of Mexico", "China, Republic of",
        "Germany, Dem. Rep.",
        "Yemen, Dem. Rep.", "Spain, Republic of", "Popular China", "Cuba, the", "Cook, I.", "Marshall, I.",
        "Virgin Is.", "Rep.", "Is.", "S.", "Dominican", "Corea", "Corée", "Kongo", "Dem. Rep. Korea",
        "République démocratique du Congo : Kinshasa", "États-Unis : Les États-Unis",
    ],
)  # fmt: skip
def test_an_abbreviation_or_formal_word_that_a_reader_would_doubt_is_no_state(written: str) -> None:
    assert find(written).iso2 is None


@pytest.mark.parametrize(
    ("written", "display"),
    [
        ("Rhodesia", "Rhodesia"), ("Southern Rhodesia", "Rhodesia"), ("URSS", "Soviet Union"),
        ("German Dem. Rep.", "East Germany"), ("República Democrática Alemana", "East Germany"),
        ("Rep. of Viet Nam", "South Vietnam"),
    ],
)  # fmt: skip
def test_a_state_that_is_no_more_is_not_its_successor(written: str, display: str) -> None:
    match = find(written)
    assert (match.display, match.kind, match.iso2) == (display, "historic", None)


def test_a_name_is_suggested_only_for_what_begins_like_it() -> None:
    assert find("Hamas").suggestions == ()
    assert find("Philipines").suggestions == ("Philippines",)
    assert find("ICRC").kind == "organization"


def test_a_name_of_many_abbreviations_is_read_in_bounded_time() -> None:
    assert not find("Rep. Is. Dem. Fed. N. S. Is. Rep. Pop. Is.").is_country
    assert not find(", ".join(["Rep."] * 40)).is_country
