"""What is told of a text and its translation together.

`both_languages` walks over the two, section by section and field by field; `unlike` asks every `Comparison`
of a passage and its counterpart, each of which stands in a file of its own: numbers, shares, spans, names,
nations, negations, opposites. A new one is added to the list in `unlike`: of two that tell of the same place
the first is told. `missing_blocks`, `missing_passages` and `other_places` tell what a translation lacks,
`translations` which files and sections it has.
"""
