"""Finding terms: the lines of tests/linker/*.yml, and properties over arbitrary terms and texts."""

import re
from pathlib import Path

import pytest
from hangs import no_hang
from hypothesis import given
from hypothesis import strategies as st

from vademecum.language.addresses import unlinkable
from vademecum.language.data import data_in
from vademecum.language.inflection import is_acronym, variants
from vademecum.terms.matching import Match, Matcher, Term

CASES = Path(__file__).parent / "linker"
BRACKETS = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")


def load(path):
    """A file of cases: language, its terms, and the rest as it stands."""
    data = data_in(path)
    terms = [
        Term(id_, tuple(term["forms"]), tuple(term.pop("never", ())))
        for id_, term in data.pop("terms").items()
    ]
    return data.pop("language"), terms, data


def bracketed(text, matches):
    """The text with each match in the notation of the cases."""
    for match in reversed(matches):
        text = f"{text[: match.start]}[[{match.form}|{match.concept}]]{text[match.end :]}"
    return text


FILES = {path.stem: load(path) for path in sorted(CASES.glob("*.yml"))}
LINES = [
    pytest.param(language, terms, line, id=f"{name}: {heading}: {line}")
    for name, (language, terms, data) in FILES.items()
    for heading, lines in data.get("lines", {}).items()
    for line in lines
]


@pytest.mark.parametrize(("language", "terms", "line"), LINES)
def test_line(language, terms, line):
    text = BRACKETS.sub(r"\1", line)
    assert bracketed(text, Matcher(terms, language).find(text)) == line


@pytest.mark.parametrize("name", [name for name, (_, _, data) in FILES.items() if "lines" in data])
def test_every_expectation_is_used(name):
    """A term that no line finds, or a plain phrase that changes no line, fails."""
    language, terms, data = FILES[name]
    assert set(data) == {"lines"}
    lines = [line for some in data["lines"].values() for line in some]
    assert {concept for line in lines for _, concept in BRACKETS.findall(line)} == {
        term.concept for term in terms
    }
    texts = [BRACKETS.sub(r"\1", line) for line in lines]
    full = Matcher(terms, language)
    for term in terms:
        for kind in ("forms", "never"):
            for phrase in getattr(term, kind):
                kept = {
                    k: tuple(f for f in getattr(term, k) if f != phrase or k != kind)
                    for k in ("forms", "never")
                }
                less = Matcher(
                    [Term(term.concept, **kept) if other is term else other for other in terms], language
                )
                assert any(less.find(text) != full.find(text) for text in texts), (
                    f"no line needs {kind}: {phrase}"
                )


@pytest.mark.parametrize(
    ("language", "form", "other", "same"),
    [
        ("fr", "intérêt local", "Intérêts  locaux", True),
        ("fr", "réseau", "re\u0301seaux", True),
        ("fr", "œuvre", "oeuvres", True),
        ("fr", "jumelé", "jumele", False),
        ("fr", "ODD", "odd", False),
        ("en", "decentralised co-operation", "Decentralized co operations", True),
        ("en", "policy", "policies", True),
        ("en", "enterprise", "enterprize", False),
    ],
)
def test_two_forms_stand_for_the_same(language, form, other, same):
    assert bool(variants(form, language) & variants(other, language)) is same


@pytest.mark.parametrize("form", ["", " ", "—", "\u00ad", "'"])
def test_a_form_without_letters_stands_for_nothing(form):
    assert variants(form, "fr") == set()
    assert Matcher([Term("x", (form,))], "fr").find(f"a {form} b") == []


def test_a_long_form_has_few_variants():
    words = " ".join(f"mot{chr(97 + n)}" for n in range(20))
    assert len(variants(words, "fr")) < 100
    assert Matcher([Term("x", (words,))], "fr").find(words)


def test_the_first_concept_has_a_form_that_two_claim():
    terms = [Term("a", ("ami",)), Term("b", ("amis",)), Term("c", ("ami",))]
    assert [m.concept for m in Matcher(terms, "fr").find("ami amis")] == ["a", "b"]


TERMS = st.lists(
    st.builds(
        Term,
        st.text("cdk", min_size=1),
        st.lists(st.text("abés AB-'’œ&1", max_size=12), max_size=4).map(tuple),
        st.lists(st.text("abés -'", max_size=12), max_size=1).map(tuple),
    ),
    max_size=6,
)
TEXTS = st.one_of(
    st.text(max_size=60), st.text("abésAB -'’œ&1l\u00ad\u0301\u2011\n\u00a0\x02\x03\u0130", max_size=60)
)
LANGUAGES = st.sampled_from(("fr", "en"))


@given(TERMS, TEXTS, LANGUAGES)
def test_matches_are_in_order_and_of_the_text(terms, text, language):
    last = 0
    for match in Matcher(terms, language).find(text):
        assert last <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.form
        last = match.end


@given(TERMS, TEXTS, LANGUAGES)
def test_a_found_form_stands_for_its_concept(terms, text, language):
    forms = {}
    for term in terms:
        for form in term.forms:
            forms.setdefault(term.concept, set()).update(variants(form, language))
    for match in Matcher(terms, language).find(text):
        assert (variants(match.form, language) | variants(match.form.lower(), language)) & forms[
            match.concept
        ]


@given(TERMS, TEXTS, LANGUAGES)
def test_matches_are_whole_words(terms, text, language):
    for match in Matcher(terms, language).find(text):
        around = text[: match.start][-1:] + text[match.end :][:1]
        assert not any(character.isalnum() or character == "_" for character in around)


@given(TERMS, TEXTS, LANGUAGES)
def test_no_longer_term_was_left(terms, text, language):
    """Each term alone finds nothing that strictly contains a match of all together, plain phrases apart."""
    terms = [Term(term.concept, term.forms) for term in terms]
    chosen = Matcher(terms, language).find(text)
    for term in terms:
        for alone in Matcher([term], language).find(text):
            over = [m for m in chosen if m.start < alone.end and alone.start < m.end]
            assert over, "an occurrence was left out with nothing in its place"
            assert max(folded_length(m) for m in over) >= folded_length(alone)


def folded_length(match: Match) -> int:
    """The length that counts: œ is two letters, a soft hyphen none."""
    return max((len(made) for made in [re.sub("\u00ad", "", match.form)]), default=0) + match.form.count("œ")


@given(
    st.sampled_from(("jumelage", "coopération décentralisée", "ODD")),
    st.sampled_from(("l'", "d’", "Qu'", "jusqu’")),
)
def test_elision(form, elided):
    (match,) = Matcher([Term("x", (form,))], "fr").find(f"et {elided}{form}.")
    assert match.form == form


@given(st.text(max_size=20))
def test_a_form_finds_itself(form):
    found = Matcher([Term("x", (form,))], "en").find(form)
    assert len(found) <= len(form)
    assert not variants(form, "en") or found or not form[:1].isalnum()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        " " * 100_000,
        "a " * 50_000,
        "é\u0301" * 50_000,
        "-" * 100_000,
        "l'" * 50_000,
        "a" + " " * 99_999,
    ],
)
def test_time_grows_with_the_text_alone(text):
    matcher = Matcher([Term("x", ("a a a a", "a b", "aaaa", "a-a", "a")), Term("y", ("l'a", "l"))], "fr")
    with no_hang():
        matcher.find(text)


CHAINS = {
    "letters": ["x" * n for n in range(1, 600)],
    "words": [" ".join("x" * n) for n in range(1, 300)],
    "two ends": ["a" + "b" * n + end for n in range(1, 300) for end in "xy"],
    "after a word": ["y " + "x" * n for n in range(1, 600)],
}


@pytest.mark.parametrize("forms", CHAINS.values(), ids=CHAINS)
def test_forms_that_are_prefixes_of_each_other(forms):
    """A prefix tree as deep as they are many would go past the limit of recursion."""
    matcher = Matcher([Term("x", tuple(forms))], "fr")
    for form in forms[::29]:
        assert [match.form for match in matcher.find(form)] == [form]


@pytest.mark.parametrize(
    "part", ["a.", "a@", "#a ", "a/", " /a", "...a", "\\a", "://", "a.b ", "(e)", "a·e", "a(e)", "é·e·s "]
)
def test_names_and_inclusive_forms_take_linear_time(part):
    matcher = Matcher([Term("x", ("a", "a a", "é"))], "fr")
    with no_hang():
        matcher.find(part * (100_000 // len(part)))


@given(st.text("ab.@#/:\\ \n(,;é1A", max_size=40))
def test_unlinkable_spans_are_in_order_and_hold_no_space(text):
    last = 0
    for start, end in unlinkable(text):
        assert last <= start < end <= len(text)
        assert not any(character.isspace() for character in text[start:end])
        last = end


def test_acronyms():
    assert [
        form
        for form in ("ODD", "G7", "R&D", "SDGs", "Odd", "odd", "A", "AECT locale", "7")
        if is_acronym(form)
    ] == ["ODD", "G7", "R&D", "SDGs"]
