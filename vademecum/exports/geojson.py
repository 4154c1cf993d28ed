"""The cases on a map, as GeoJSON (RFC 7946): longitude first, no other reference system than WGS 84."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vademecum.exports.plain import Data, listed
from vademecum.language.languages import LANGUAGES
from vademecum.model import Authority
from vademecum.model.places import Place
from vademecum.pages.cases.parties import links
from vademecum.sources.library import CaseStudy

Feature = dict[str, Any]


def features(data: Data) -> str:
    """A point for each party and place that has a position, a line for each partnership of two points."""
    found = (feature for case in data.library.cases.values() for feature in _of_case(case, data))
    return listed(found, '{"type": "FeatureCollection", "features": ', "}")


def _of_case(case: CaseStudy, data: Data) -> Iterator[Feature]:
    facts = case.facts
    titles = {language: case.words(language).title for language in LANGUAGES}
    own: Feature = {"case": case.id, "uri": data.uri("case", case.id), "title": titles}
    points: dict[str, list[float]] = {}
    roles: dict[str, Mapping[str, Authority | Place]] = {
        "authority": facts.authorities,
        "partner": facts.partners,
        "place": facts.places,
    }
    for role, group in roles.items():
        for key, one in group.items():
            if one.position:
                points[key] = _position(one)
                told: Feature = {"role": role, "id": key, "name": one.name, "country": one.country} | own
                yield _feature(f"{case.id}/{role}/{key}", "Point", points[key], told)
    for a, b in links(case):
        if a in points and b in points:
            told = {"role": "partnership", "between": [a, b]} | own
            yield _feature(f"{case.id}/partnership/{a}/{b}", "LineString", [points[a], points[b]], told)


def _position(one: Authority | Place) -> list[float]:
    assert one.position
    latitude, longitude = one.position
    return [longitude, latitude]


def _feature(id_: str, kind: str, coordinates: Any, properties: Feature) -> Feature:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}
