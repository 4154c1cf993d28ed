"""The links of terms before and after: which appear and disappear, in which sentence, and what made them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vademecum.language.inflection import normalised, variants, written
from vademecum.model import Concept, Terms
from vademecum.pages.common.addresses import absolute
from vademecum.pages.common.linked_page import LinkedPage
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition
from vademecum.review.changes import FormClash, LinkChange
from vademecum.review.pages import Pair
from vademecum.terms.linking import Use


def links(found: Iterable[Pair], before: Edition, after: Edition) -> Iterator[LinkChange]:
    """Every link that one of two editions has and the other has not, on pages in their own language."""
    for pair in found:
        page = pair.page
        if not page.links or page.spoken != page.language:
            continue
        old, new = _uses(pair.before), _uses(pair.after)
        lines = None if pair.before is None else {line.words for line in pair.old}
        for use in _only(new, old):
            yield _change("appears", use, page, after, _cause("appears", use, page, after, before, lines))
        lines = None if pair.after is None else {line.words for line in pair.new}
        for use in _only(old, new):
            yield _change(
                "disappears", use, page, before, _cause("disappears", use, page, before, after, lines)
            )


def _uses(linked: LinkedPage | None) -> tuple[Use, ...]:
    return linked.uses if linked else ()


def _only(uses: Iterable[Use], others: tuple[Use, ...]) -> list[Use]:
    """The uses that others have neither in the same section nor in the same sentence."""
    places = {(use.concept, use.anchor) for use in others}
    sentences = {(use.concept, use.sentence) for use in others}
    return [
        use
        for use in uses
        if (use.concept, use.anchor) not in places and (use.concept, use.sentence) not in sentences
    ]


def _change(change: str, use: Use, page: Page, edition: Edition, cause: str) -> LinkChange:
    concept = edition.library.concepts[use.concept]
    return LinkChange(
        change,  # type: ignore[arg-type]
        page.title,
        "/" + absolute(page.address, page.language) + (f"#{use.anchor}" if use.anchor else ""),
        page.language,
        use.concept,
        concept.label(page.language),
        " ".join(use.form.split()),
        term_of(concept.terms.get(page.language), use.form, page.language),
        cause,
        use.sentence,
    )


# Why a link is on one side only: the concept is, its form is, the page is, another term took its place.
CAUSES = {
    "appears": ("new-concept", "new-form", "new-page", "freed"),
    "disappears": ("dropped-concept", "dropped-form", "dropped-page", "taken"),
}


def _cause(change: str, use: Use, page: Page, here: Edition, there: Edition, lines: set[str] | None) -> str:
    """Why a use is here and not there. `lines` are those of the page there, None where there is no page."""
    of_concept, of_form, of_page, of_place = CAUSES[change]
    if use.concept not in there.library.concepts:
        return of_concept
    term = term_of(here.library.concepts[use.concept].terms.get(page.language), use.form, page.language)
    if term not in _linking(there.library.concepts[use.concept], page.language):
        return of_form
    if lines is None:
        return of_page
    return of_place if _stands(use, lines) else "text"


def _stands(use: Use, lines: set[str]) -> bool:
    """Whether a use's sentence stands in one of some lines."""
    sentence = use.sentence.strip("…")
    return any(sentence in line for line in lines)


def _linking(concept: Concept, language: str) -> tuple[str, ...]:
    terms = concept.terms.get(language)
    return terms.linking() if terms else ()


def term_of(terms: Terms | None, form: str, language: str) -> str:
    """The written form of a concept that words in a text are a form of; they themselves where it is none."""
    if terms is None:
        return form
    normal = {written(form), normalised(form), normalised(form).lower()}
    for term in terms.linking():
        if normal & variants(term, language):
            return term
    return terms.preferred


# -- forms that may be meant otherwise ---------------------------------------------------------------------

Form = tuple[str, str]  # a concept's id, and a form of it as it is written
Known = Mapping[str, list[tuple[tuple[str, ...], Form]]]  # by the first word


def clashes(before: Edition, after: Edition) -> Iterator[FormClash]:
    """New forms that are part of another concept's, hold one, are claimed by it too or meant not to link."""
    language = after.language
    every = [form for concept in after.library.concepts.values() for form in _forms(concept, language)]
    known = {form for concept in before.library.concepts.values() for form in _forms(concept, language)}
    new = [form for form in every if form not in known]
    if not new:
        return
    fresh, all_ = _by_first(new), _by_first(every)
    for other in every:
        for form, whole in _inside(other, fresh):
            yield FormClash(language, *form, "claimed" if whole else "inside", *other)
    for form in new:
        for other, whole in _inside(form, all_):
            if not whole:
                yield FormClash(language, *form, "around", *other)
    yield from _unlinked(after, set(new), fresh)


def _forms(concept: Concept, language: str) -> list[Form]:
    return [(concept.id, form) for form in _linking(concept, language)]


def _by_first(forms: Iterable[Form]) -> Known:
    found: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
    for form in forms:
        if said := tuple(written(form[1]).split()):
            found.setdefault(said[0], []).append((said, form))
    return found


def _inside(form: Form, known: Known) -> Iterator[tuple[Form, bool]]:
    """The forms of other concepts that stand in one, and whether they are all of it."""
    said = tuple(written(form[1]).split())
    for at, word in enumerate(said):
        for inner, other in known.get(word, ()):
            if other[0] != form[0] and said[at : at + len(inner)] == inner:
                yield other, len(inner) == len(said)


def _unlinked(after: Edition, new: set[Form], fresh: Known) -> Iterator[FormClash]:
    """New forms that another concept says do not link: by hand only, or in a phrase that stays plain."""
    for concept in after.library.concepts.values():
        terms = concept.terms.get(after.language)
        for how, forms in (("manual", terms.manual), ("never", terms.never)) if terms else ():
            for written_form in forms:
                for form, _ in _inside((concept.id, written_form), fresh):
                    yield FormClash(after.language, *form, how, concept.id, written_form)
