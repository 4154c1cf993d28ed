"""Maps: projections agree with PROJ, marks stay apart, labels lie over nothing, both writers take them."""

from __future__ import annotations

import gzip
import itertools
import re
import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import SOUND, editions

from vademecum.document.drawing import drawn as html_of_drawing
from vademecum.document.inlines import Target
from vademecum.document.shapes import Label, Mark, Sign, Stroke
from vademecum.document.tree import Drawing
from vademecum.document.walking import walk
from vademecum.drawings import frames, maps, projections
from vademecum.drawings.frames import (
    ATLANTIC,
    EUROPE,
    EUROPE_AFRICA,
    EUROPE_WEST_AFRICA,
    FRAMES,
    FRANCE,
    WEST_AFRICA,
    WORLD,
    Frame,
)
from vademecum.drawings.labels import Bent, Named, labelled
from vademecum.drawings.lettering import width
from vademecum.drawings.maps import RADII, Spot
from vademecum.drawings.placing import APART, Rectangle, apart, grouped
from vademecum.language.data import data_in
from vademecum.print.sketches import legend, sketch

KNOWN = data_in(Path(__file__).with_name("projections.yml"))
PROJECTIONS = {
    "equal_earth": projections.equal_earth,
    "azimuthal": projections.azimuthal(46, 18),
    "lambert_93": projections.lambert_93,
}
# Of the radius; metres, as PROJ's are given to 0.1.
TOLERANCE = {"equal_earth": 1e-6, "azimuthal": 1e-6, "lambert_93": 0.06}
LEGEND = {kind: {"sign": f"sign of {kind}", "means": kind} for kind in RADII}


@pytest.mark.parametrize(("name", "place"), [(name, place) for name in KNOWN for place in KNOWN[name]])
def test_a_known_place_lies_where_proj_puts_it(name: str, place: str) -> None:
    latitude, longitude, *true = KNOWN[name][place]
    found = PROJECTIONS[name](latitude, longitude)
    assert found == pytest.approx(true, abs=TOLERANCE[name])


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_a_frame_s_outlines_are_few_numbers_on_its_sheet(frame: Frame) -> None:
    for path in frames.outlines(frame):
        assert re.fullmatch(r"(M-?\d+[ -]\d+l[-\d ]+z?)+", path)
        assert len(path) < 9000
    xs = [int(x) / frames.STEPS for x in re.findall(r"M(-?\d+)", frames.outlines(frame)[0])]
    assert min(xs) < frame.width / 2 < max(xs)


def test_every_country_s_middle_is_in_its_part_of_the_world() -> None:
    assert frames.middle("BF") == pytest.approx((12.5, -1.5), abs=1.5)
    assert frames.middle("HT") == pytest.approx((19, -72.3), abs=1)
    assert frames.middle("") is None


@pytest.mark.parametrize(
    ("positions", "frame"),
    [
        ([(48.87, 2.23)], FRANCE),
        ([(48.87, 2.23), (46.2, 6.15)], FRANCE),
        ([(45.18, 5.71), (39.51, 46.34)], EUROPE),
        ([(48.87, 2.23), (34.02, -6.84)], EUROPE),
        ([(16.02, -16.49), (3.85, 11.5)], WEST_AFRICA),
        ([(45.57, 5.92), (13.58, -2.42)], EUROPE_WEST_AFRICA),
        ([(48.87, 2.23), (19.76, -72.2)], ATLANTIC),
        ([(48.87, 2.23), (-18.91, 47.54)], EUROPE_AFRICA),
        ([(-21.1, 55.5)], EUROPE_AFRICA),
        ([(48.87, 2.23), (21.03, 105.85)], WORLD),
        ([(49.25, -123.1), (-41.29, 174.78)], WORLD),
    ],
)
def test_the_smallest_frame_that_holds_all_is_taken(
    positions: list[tuple[float, float]], frame: Frame
) -> None:
    assert frames.smallest(positions) is frame


def test_a_frame_that_would_show_a_place_at_its_very_edge_is_not_taken() -> None:
    at_the_edge = 48.39, -5.2  # in the sea off Brest
    x, _ = FRANCE.on_sheet(*at_the_edge) or (0, 0)
    assert frames.MARGIN < x < frames.AROUND and frames.smallest([at_the_edge]) is EUROPE


def test_no_frame_is_much_higher_than_wide_so_that_a_map_stands_beside_its_facts() -> None:
    assert all(0.4 < frame.height / frame.width < 1.16 for frame in FRAMES)


PLACES = st.tuples(st.floats(0, 360), st.floats(0, 300))


@settings(max_examples=100)
@given(st.lists(st.tuples(PLACES, st.sampled_from("ab")), max_size=80), st.integers(5, 40))
def test_groups_hold_every_point_once_and_leave_no_more_marks_than_asked(points, most) -> None:
    places, kinds = [place for place, _ in points], [kind for _, kind in points]
    groups = grouped(places, kinds, 8, most)
    assert sorted(itertools.chain(*groups)) == list(range(len(points)))
    assert all(len({kinds[number] for number in group}) == 1 for group in groups)
    assert sum(len(group) if len(group) <= APART else 1 for group in groups) <= max(most, 2 * APART)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([(50.0, 50.0), (52.0, 50.0), (200.0, 120.0), (1.0, 1.0)]), max_size=12))
def test_marks_in_one_place_are_moved_apart_and_stay_on_the_sheet(points) -> None:
    moved = apart(points, [6.0] * len(points), 360, 300)
    for (ax, ay), (bx, by) in itertools.combinations(moved, 2):
        assert abs(ax - bx) + abs(ay - by) > 6
    assert all(6 <= x <= 354 and 6 <= y <= 294 for x, y in moved)


def crowd(count: int, frame: Frame, seed: int = 1) -> list[Spot]:
    """Marks of a made-up crowd, thickest in the middle."""
    rng = Random(seed)
    places = [
        (rng.gauss(frame.width / 2, frame.width / 5), rng.gauss(frame.height / 2, frame.height / 5))
        for _ in range(count)
    ]
    return [
        Spot(
            rng.choice(list(RADII)),
            min(max(x, 10), frame.width - 10),
            min(max(y, 10), frame.height - 10),
            "Ville-sur-" + "aeiou"[number % 5] * (number % 7 + 1),
            target=Target("case", str(number)),
        )
        for number, (x, y) in enumerate(places)
    ]


def rectangle(label: Label) -> Rectangle:
    long = width(label.words, label.size)
    start = label.x - {"start": 0, "middle": long / 2, "end": long}[label.side]
    return Rectangle(start, label.y - label.size * 0.7, start + long, label.y + label.size * 0.2)


@pytest.mark.parametrize("frame", [WORLD, FRANCE], ids=lambda frame: frame.name)
@pytest.mark.parametrize("count", [5, 40, 120])
def test_no_label_lies_over_another_or_off_the_sheet(frame: Frame, count: int) -> None:
    shapes = maps.drawn(frame, crowd(count, frame), [(0, 1), (0, 2)], LEGEND).shapes
    marks = [shape for shape in shapes if isinstance(shape, Mark)]
    shown = [
        rectangle(inside)
        for mark in marks
        for inside in mark.shapes
        if isinstance(inside, Label) and inside.name == "words"
    ]
    assert len(marks) == count and len(shown) >= 5
    assert not any(a.meets(b) for a, b in itertools.combinations(shown, 2))
    assert all(one.left >= 0 and one.right <= frame.width and one.top >= 0 for one in shown)


def crossed(mark: Mark, line: Bent) -> bool:
    """Whether a tie passes over the letters of a mark's name."""
    letters = [rectangle(one) for one in mark.shapes if isinstance(one, Label) and one.name == "words"]
    return any(
        box.left < x < box.right and box.top + 2 < y < box.bottom - 2
        for box in letters
        for x, y in line.points()
    )


def test_a_name_keeps_clear_of_a_tie_where_there_is_room() -> None:
    spots = [
        Spot(kind, x, y, name, target=Target("case", name))
        for kind, x, y, name in (
            ("authority", 200, 60, "Ville"),
            ("partner", 200, 240, "Partenaire"),
            ("authority", 188, 150, "Saint-Louis du Sénégal"),
            ("authority", 176, 170, "Collectivités suisses"),
        )
    ]
    made = maps.drawn(FRANCE, spots, [(0, 1)], LEGEND)
    marks = [shape for shape in made.shapes if isinstance(shape, Mark)]
    assert len(marks) == 4 and not any(
        crossed(mark, Bent((200, 60), (221.6, 150), (200, 240), 1)) for mark in marks
    )


def test_names_that_stand_close_are_all_shown() -> None:
    """A town of each place of a lattice: who is named first must not take the only room of another."""
    named = [Named("Romans-sur-Isère", 150.0 + 22 * (n % 3), 130.0 + 22 * (n // 3), 5.0) for n in range(9)]
    found = labelled(named, [], 360, 343, 14)
    assert [label.name for *_, label in found if isinstance(label, Label)] == ["words"] * 9
    assert found == labelled(named, [], 360, 343, 14)


def test_a_name_does_not_stand_by_another_mark_where_there_is_room() -> None:
    """At the right of its mark, where it would stand at best, it would end against the other one."""
    marks = [Named("Gavar", 100.0, 100.0, 5.0), Named("Sevan", 152.0, 100.0, 5.0)]
    labels = [label for *_, label in labelled(marks, [], 360, 343, 14) if isinstance(label, Label)]
    for label, other in zip(labels, reversed(marks), strict=True):
        box, near = rectangle(label), Rectangle(other.x, other.y, other.x, other.y).grown(other.r)
        assert not box.grown(10).meets(near), label


def test_a_map_is_the_same_each_time_and_small() -> None:
    made = [maps.drawn(WORLD, crowd(120, WORLD), [(n, n + 1) for n in range(119)], LEGEND) for _ in "ab"]
    assert made[0] == made[1]
    drawing = maps.drawing("map", "All", WORLD, made[0], "here")
    html = "".join(html_of_drawing(drawing, "en", lambda target: f"../{target.id}/"))
    assert len(gzip.compress(html.encode())) < 25_000
    assert len(re.findall('<a class="mark"[^>]* aria-label=', html)) == html.count("<a ") == 120
    assert "style=" not in html


def test_paper_has_a_look_for_every_class_and_leaves_out_what_a_pointer_asks_for() -> None:
    made = maps.drawn(FRANCE, crowd(60, FRANCE), [(n, 0) for n in range(9)], LEGEND)
    svg = sketch(maps.drawing("map", "All", FRANCE, made, "here"), "en")
    assert "class=" not in svg and "<a" not in svg
    asked = [
        inside.words
        for shape in made.shapes
        if isinstance(shape, Mark)
        for inside in shape.shapes
        if isinstance(inside, Label) and inside.name == "words asked"
    ]
    assert asked and svg.count("<text") == sum(
        isinstance(inside, Label) and inside.name != "words asked"
        for shape in made.shapes
        for inside in (shape.shapes if isinstance(shape, Mark) else (shape,))
    )


@pytest.mark.parametrize("enlarged", [1.0, 3.2])
def test_the_signs_that_are_there_are_told_below_the_sheet_and_not_on_it(enlarged: float) -> None:
    spots = [Spot("place", 90, 90, "Lake"), Spot("authority", 50, 50, "Town")]
    made = maps.drawn(FRANCE, spots, [], LEGEND, enlarged)
    assert made.height == FRANCE.height
    assert {shape.words for shape in made.shapes if isinstance(shape, Label)} == {"Lake", "Town"}
    drawing = maps.drawing("map", "All", FRANCE, made, "here", "Lake and Town")
    _, below = "".join(html_of_drawing(drawing, "en", str)).split("</svg></div>")
    told = re.findall(r'<li><svg [^>]+ role="img" aria-label="([^"]+)">.*?</svg> (.*?)</li>', below)
    assert told == [("sign of authority", "authority"), ("sign of place", "place")]
    assert [(sign["alt"], sign["words"]) for sign in legend(drawing, "en")] == told
    assert not any("class=" in sign["svg"] for sign in legend(drawing, "en"))


PARTNER = "partners:\n  sevan: {name: Sevan, type: commune, country: AM}\nlinks: [[valmont, sevan]]\n"


@pytest.mark.parametrize(
    ("partner", "told"),
    [
        (PARTNER.replace("AM}", "AM, position: [40.5, 44.9]}"), ["collectivité", "partenaire"]),
        (PARTNER, ["collectivité", "partenaire, lieu inconnu dans le pays"]),
        ("", []),
    ],
    ids=["its place known", "its country known", "none"],
)
def test_a_case_s_own_map_has_a_legend_where_its_signs_differ(
    partner: str, told: list[str], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(SOUND, tmp_path / "project"))
    path = folder / "case_studies" / "valmont.fr.md"
    text = path.read_text(encoding="utf-8")
    assert PARTNER in text
    path.write_text(text.replace(PARTNER, partner), encoding="utf-8")
    (french, _) = editions(folder)
    document = french.document(french.page("case", "valmont"))
    (own,) = (one for one, _ in walk(document.blocks) if isinstance(one, Drawing))
    assert [sign.words for sign in own.legend] == told


def test_what_a_drawing_says_is_escaped() -> None:
    shapes = (
        Mark(Target("outside", 'https://x.example/"><script>'), '"><b>', (Label("<i>&", 1, 2),), 'a"b'),
        Stroke('M0 0"/><script>', "land"),
    )
    legend = (Sign((Stroke("M0 0", "sign"),), '"><b>', "<script>"),)
    drawing = Drawing("map", "<b>", 10, 10, shapes, "here", '"<i>', legend=legend)
    html = "".join(html_of_drawing(drawing, "en", lambda target: target.id))
    assert not re.search(r"<(b|i|script)[\s>/]", html)
    assert "&lt;i&gt;&amp;" in html
