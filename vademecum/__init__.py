"""The generator of the Vade-mecum: a library of concepts, cases and chapters, made into linked pages and
documents.

Each folder is one idea and imports only from folders above it in this list (tests/test_layers.py holds it):

language, model, sources.text, sources.meant, sources, document, drawings, translations, terms,
checks.rules, checks.words.quantities, checks.words.names, checks.words.remains, checks.words.grammar,
checks.words, checks.markdown, checks.entries, checks.bilingual, checks, pages.common, pages.lexicon,
pages.cases, pages.tools, pages.handbook, pages, figures, print, exports, editing, review, hosts,
hosts.mkdocs, preview, commands

`print`, `exports` and `editing` do not know each other. Only `hosts.mkdocs` imports MkDocs.
"""
