"""The generator of the Vade-mecum: a library of concepts, cases and chapters, made into linked pages.

It imports nothing from MkDocs. Its modules stand in one order of dependence, each importing only from those before it
(tests/test_layers.py holds it):

model.fields, model.findings, model.concepts, model.cases, model.chapters, model.figures, model.references, model.vocabularies,
glyphs, sources, i18n, messages, schema, library, shelf, loading, references, addresses, spelling, matching, linking, syntax, blocks,
dangling, concept_checks, case_checks, figure_checks, vocabulary_checks, translation_checks, checks,
places, occurrences, scene, concept_pages, case_pages, index_pages, pages, placing,
writers.web, writers.drawing, writers.typology, writers.figures, figures,
reading, uses, resolving, citations, reader, edition,
writers.paper, documents, parts, composing
"""
