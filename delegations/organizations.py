"""Bodies that sit or speak in committees beside states: a table that says which names are no state."""

ORGANIZATIONS = (
    "African Union", "AU", "European Union", "EU", "ASEAN", "Association of Southeast Asian Nations",
    "Arab League", "League of Arab States", "NATO", "North Atlantic Treaty Organization", "OPEC",
    "Organization of American States", "OAS", "Commonwealth of Nations", "CARICOM", "Caribbean Community",
    "MERCOSUR", "ECOWAS", "Economic Community of West African States", "SADC", "IGAD", "BRICS", "G7", "G20",
    "G77", "Group of 77", "G77 and China", "Non-Aligned Movement", "NAM", "GCC", "Gulf Cooperation Council",
    "Organisation of Islamic Cooperation", "OIC", "OECD", "OSCE", "Council of Europe", "United Nations", "UN",
    "UNHCR", "UNICEF", "UNESCO", "UNODC", "UNDP", "UNEP", "UNFPA", "UNRWA", "UN Women", "OHCHR", "OCHA",
    "WHO", "World Health Organization", "ILO", "International Labour Organization", "IOM", "FAO", "WFP",
    "IMF",
    "International Organization for Migration", "International Monetary Fund", "World Bank", "IAEA", "WTO",
    "World Trade Organization", "World Food Programme", "INTERPOL", "ICC", "International Criminal Court",
    "ICJ", "International Court of Justice", "ICRC", "International Committee of the Red Cross", "UNAIDS",
    "Amnesty International", "Human Rights Watch", "Greenpeace", "Oxfam", "Save the Children", "CARE",
    "Doctors Without Borders", "Médecins Sans Frontières", "MSF", "Freedom House",
    "Transparency International",
    "African Group", "European Commission", "European Parliament", "Red Cross", "AOSIS", "Arctic Council",
    "Alliance of Small Island States", "Pacific Islands Forum", "Shanghai Cooperation Organisation", "SCO",
    "WWF", "World Wide Fund for Nature", "International Rescue Committee", "Norwegian Refugee Council",
)  # fmt: skip
