"""Bodies that sit or speak in committees beside states: a table that says which names are no state."""

from __future__ import annotations

from functools import cache
from typing import Literal

from delegations.names import fold, is_acronym, without_footnote_marks, without_foreign_article

BodyKind = Literal["organization", "ngo"]

# Acronyms and other short names, one a word; "UN Women" and the like stand below.
_ACRONYMS = """
    AU EU ASEAN NATO OPEC OAS CARICOM MERCOSUR ECOWAS SADC IGAD EAC ECCAS COMESA UMA SAARC BIMSTEC APEC CIS
    CSTO EAEU SCO BRICS G7 G8 G20 G77 NAM GCC OIC OECD OSCE AOSIS CELAC UNASUR ALBA OIF CPLP UN WHO ILO IOM
    FAO WFP IMF IAEA WTO ICC ICJ ITU UPU WMO WIPO UNHCR UNICEF UNESCO UNODC UNDP UNEP UNFPA UNRWA OHCHR OCHA
    UNAIDS UNIDO UNCTAD UNITAR UNFCCC IPCC ISA IFAD IMO ICAO IRENA OPCW CTBTO INTERPOL EUROPOL FRONTEX EFTA
    ECHR IDB ADB AfDB AIIB NDB PAHO ESA FATF UNIFIL MINUSMA MONUSCO UNMISS
    ICRC IFRC CICR WCO UNOPS UNIDIR OAU EBRD EIB IFC ONU OMS OIM OIT OMC OEA ACNUR FMI OIEA AIEA OPEP OCDE
    PNUD PNUMA CEDEAO
"""
_BODIES = (
    "African Union", "European Union", "Association of Southeast Asian Nations", "Arab League",
    "League of Arab States", "League of Nations", "North Atlantic Treaty Organization", "Council of Europe",
    "Organization of the Petroleum Exporting Countries", "Organization of American States",
    "Commonwealth of Nations", "Caribbean Community", "Economic Community of West African States",
    "Southern African Development Community", "Intergovernmental Authority on Development",
    "East African Community", "Group of 77", "Group of Seven", "Group of Twenty", "G77 and China",
    "Non-Aligned Movement", "Gulf Cooperation Council", "Organisation of Islamic Cooperation",
    "Organization for Security and Co-operation in Europe", "Commonwealth of Independent States",
    "Organisation for Economic Co-operation and Development", "United Nations", "UN Women", "UN-Habitat",
    "United Nations Secretariat", "World Health Organization", "International Labour Organization",
    "International Organization for Migration", "Food and Agriculture Organization",
    "World Food Programme", "International Monetary Fund", "World Bank", "World Bank Group",
    "International Atomic Energy Agency", "World Trade Organization", "International Criminal Court",
    "International Court of Justice", "International Committee of the Red Cross",
    "International Federation of Red Cross and Red Crescent Societies", "Red Cross", "Red Crescent",
    "African Group", "African Development Bank", "Asian Development Bank", "European Commission",
    "European Parliament", "European Council", "European Central Bank", "European Space Agency",
    "Arctic Council", "Alliance of Small Island States", "Pacific Islands Forum", "Latin American Group",
    "Shanghai Cooperation Organisation", "International Maritime Organization", "Security Council",
    "International Telecommunication Union", "Financial Action Task Force", "Paris Club", "Quartet",
    "Unión Europea", "Union européenne", "União Europeia", "Europäische Union", "Unión Africana",
    "Union africaine", "União Africana", "Liga Árabe", "Ligue arabe", "OTAN", "Naciones Unidas",
    "Nations Unies", "Nações Unidas", "Organización Mundial de la Salud", "Banco Mundial",
    "Banque mondiale", "Fondo Monetario Internacional", "Fonds monétaire international",
    "Organisation des Nations Unies", "Organización de las Naciones Unidas",
    "Organisation mondiale de la santé",
    "Organisation internationale pour les migrations", "Organización Internacional para las Migraciones",
    "Organisation internationale du Travail", "Organización Internacional del Trabajo",
    "Organisation mondiale du commerce", "Organización Mundial del Comercio", "Programme alimentaire mondial",
    "Programa Mundial de Alimentos", "Fonds des Nations Unies pour l’enfance",
    "Fondo de las Naciones Unidas para la Infancia", "Comité international de la Croix-Rouge",
    "Comité Internacional de la Cruz Roja", "Croix-Rouge", "Cruz Roja", "Cour pénale internationale",
    "Corte Penal Internacional", "Ligue des États arabes", "Organización de los Estados Americanos",
    "Haut-Commissariat des Nations Unies pour les réfugiés",
    "Alto Comisionado de las Naciones Unidas para los Refugiados",
    "Agence internationale de l’énergie atomique", "Organismo Internacional de Energía Atómica",
    "Gavi", "Gavi, the Vaccine Alliance", "Global Fund",
)  # fmt: skip
_NGOS = (
    "Amnesty International", "Human Rights Watch", "HRW", "Greenpeace", "Oxfam", "Save the Children", "CARE",
    "Doctors Without Borders", "Médecins Sans Frontières", "MSF", "Freedom House", "Article 19",
    "Transparency International", "Amnistía Internacional", "Médicos Sin Fronteras",
    "WWF", "World Wide Fund for Nature", "World Wildlife Fund", "International Rescue Committee", "IRC",
    "Norwegian Refugee Council", "Danish Refugee Council", "Reporters Without Borders", "RSF", "War Child",
    "International Crisis Group", "Friends of the Earth", "Plan International", "World Vision", "Caritas",
    "Action Against Hunger", "Handicap International", "Water Aid", "WaterAid", "ActionAid", "Mercy Corps",
    "Bill and Melinda Gates Foundation", "Electronic Frontier Foundation", "Access Now",
    "Global Witness", "International Campaign to Abolish Nuclear Weapons", "ICAN", "Sea Shepherd",
    "Small Arms Survey", "International Action Network on Small Arms",
)  # fmt: skip


def body_kind(name: str) -> BodyKind | None:
    """Return whether `name` is a known organisation of states or a known NGO, None when it is neither.

    An acronym counts only in capitals: "WHO" is one, "Who" is none. A bracket at the end does not count, nor
    does an article of another language: "L’OIM".
    """
    written = without_footnote_marks(name)
    bare = written.partition(" (")[0] if written.endswith(")") else written
    for candidate in (written, bare, without_foreign_article(bare)):
        found = _index().get(fold(candidate))
        if found and (not found[1] or is_acronym(candidate) or candidate == found[2]):
            return found[0]
    return None


@cache
def _index() -> dict[str, tuple[BodyKind, bool, str]]:
    bodies = [(name, "organization") for name in (*_ACRONYMS.split(), *_BODIES)]
    listed: list[tuple[str, BodyKind]] = [*((n, "ngo") for n in _NGOS), *bodies]  # type: ignore[list-item]
    return {fold(name): (kind, _is_short(name), name) for name, kind in listed}


def _is_short(name: str) -> bool:
    return " " not in name and sum(map(str.isupper, name)) > 1
