"""The generator of the Vade-mecum: a library of concepts, cases and chapters, made into linked pages.

The modules stand in one order of dependence, each importing only from those above it (tests/test_layers.py holds it):
model, sources, i18n, messages, schema, references, matching, linking, blocks, addresses, library, pages, reading, checks, writers.
"""
