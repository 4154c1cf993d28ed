"""What a body or a place is in registers that others keep: identifiers, each with the page that it names."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from vademecum.model.check_digits import holding, is_luhn
from vademecum.model.fields import Country, Model, Position, Words
from vademecum.model.markers import Form, LeadsTo, Translated

Siren = Annotated[
    str,
    StringConstraints(pattern=r"^\d{9}$"),
    holding(is_luhn, "check_digit"),
    Form("siren"),
    LeadsTo("https://annuaire-entreprises.data.gouv.fr/entreprise/{}", "SIREN", of_france=True),
]
Insee = Annotated[
    str,
    StringConstraints(pattern=r"^(0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-578])\d{3}$"),
    Form("insee"),
    LeadsTo("http://id.insee.fr/geo/commune/{}", "INSEE", of_france=True),
]
GeoNamesId = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9]\d{0,8}$"),
    Form("geonames"),
    LeadsTo("https://www.geonames.org/{}", "GeoNames"),
]
WikidataId = Annotated[
    str,
    StringConstraints(pattern=r"^Q[1-9]\d{0,11}$"),
    Form("wikidata"),
    LeadsTo("https://www.wikidata.org/wiki/{}", "Wikidata"),
]


class Identifiers(Model):
    """What a body or place is called in registers: the SIREN of a French body, the INSEE code of a French
    commune, its number in GeoNames, its item in Wikidata."""

    siren: Siren | None = None
    insee: Insee | None = None
    geonames: GeoNamesId | None = None
    wikidata: WikidataId | None = None


class Place(Model):
    """Where something of a case happens, beside its authorities. `position` is latitude and longitude in
    degrees."""

    name: Annotated[Words, Translated(shared=True)]
    country: Country | None = None
    position: Position | None = None
    identifiers: Identifiers | None = None
