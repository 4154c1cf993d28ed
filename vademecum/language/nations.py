"""What each language calls the people of a country and what is theirs."""

from __future__ import annotations

# By the code of a country, its adjectives in French, for a man, and in English.
_NATIONS = (
    *("AF afghan Afghan", "AO angolais Angolan", "AU australien Australian", "AZ azerbaïdjanais Azerbaijani"),
    *("BA bosnien Bosnian", "BD bangladais Bangladeshi", "BI burundais Burundian", "BO bolivien Bolivian"),
    *("BY biélorusse|bélarusse Belarusian", "CD congolais Congolese", "CU cubain Cuban"),
    *("CY chypriote Cypriot", "EC équatorien Ecuadorian", "ER érythréen Eritrean", "ET éthiopien Ethiopian"),
    *("GA gabonais Gabonese", "GH ghanéen Ghanaian", "GN guinéen Guinean", "GT guatémaltèque Guatemalan"),
    *("IQ irakien|iraquien Iraqi", "IR iranien Iranian", "IS islandais Icelandic|Icelander"),
    *("JO jordanien Jordanian", "KE kényan|kenyan Kenyan", "KM comorien Comorian", "KR coréen Korean"),
    *("KZ kazakh Kazakh", "LA laotien Laotian", "LR libérien Liberian", "LY libyen Libyan"),
    *("MD moldave Moldov", "ME monténégrin Montenegrin", "MK macédonien Macedonian", "MN mongol Mongolian"),
    *("MT maltais Maltese", "MU mauricien Mauritian", "MZ mozambicain Mozambican", "NP népalais Nepal"),
    *("PE péruvien Peruvian", "PH philippin Filipino|Philippine", "PK pakistanais Pakistani"),
    *("RW rwandais Rwandan", "SA saoudien Saudi", "SD soudanais Sudanese", "SO somalien Somali"),
    *("TH thaï|thaïlandais Thai", "TZ tanzanien Tanzanian", "UG ougandais Ugandan", "UY uruguayen Uruguayan"),
    *("UZ ouzbek Uzbek", "VE vénézuélien Venezuelan", "YE yéménite Yemeni", "ZM zambien Zambian"),
    *("AL albanais Albanian", "AM arménien Armenian", "AR argentin Argentin", "AT autrichien Austrian"),
    *("BE belge Belgian", "BF burkinabè|burkinabé Burkinab", "BG bulgare Bulgarian", "BJ béninois Benin"),
    *("BR brésilien Brazilian", "CA canadien Canadian", "CH suisse|helvétique Swiss"),
    *("CI ivoirien Ivorian", "CL chilien Chilean", "CM camerounais Cameroonian", "CN chinois Chinese"),
    *("CO colombien Colombian", "CZ tchèque Czech", "DE allemand German", "DK danois Danish"),
    *("DZ algérien Algerian", "EE estonien Estonian", "EG égyptien Egyptian", "ES espagnol Spanish"),
    *("FI finlandais Finnish", "FR français French"),
    *("GB britannique|anglais|écossais|gallois British|English|Scottish|Welsh", "GE géorgien Georgian"),
    *("GR grec|grecque Greek", "HR croate Croatian", "HT haïtien Haitian", "HU hongrois Hungarian"),
    *("ID indonésien Indonesian", "IE irlandais Irish", "IL israélien Israeli", "IN indien Indian"),
    *("IT italien Italian", "JP japonais Japanese", "KH cambodgien Cambodian", "LB libanais Lebanese"),
    *("LT lituanien Lithuanian", "LV letton Latvian", "MA marocain Moroccan"),
    *("MG malgache Malagasy|Madagascan", "ML malien Malian", "MR mauritanien Mauritanian"),
    *("MX mexicain Mexican", "NE nigérien Nigerien", "NG nigérian Nigerian"),
    *("NL néerlandais|hollandais Dutch", "NO norvégien Norwegian", "PL polonais Polish"),
    *("PS palestinien Palestinian", "PT portugais Portuguese", "RO roumain Romanian", "RS serbe Serbian"),
    *("RU russe Russian", "SE suédois Swedish", "SI slovène Slovenian|Slovene", "SK slovaque Slovak"),
    *("SN sénégalais Senegalese", "SY syrien Syrian", "TD tchadien Chadian", "TG togolais Togolese"),
    *("TN tunisien Tunisian", "TR turc|turque Turkish", "UA ukrainien Ukrainian"),
    *("US américain|états-unien American", "VN vietnamien Vietnamese"),
)
_ROWS = [row.split() for row in _NATIONS]
NATIONS = {
    "fr": {name: code for code, french, _ in _ROWS for name in french.split("|")},
    "en": {name: code for code, _, english in _ROWS for name in english.split("|")},
}
