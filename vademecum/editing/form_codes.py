"""What the form in the browser can find in a draft, by the codes of the check."""

from __future__ import annotations

from vademecum.editing.form_patterns import RULES

# What a browser can find, by the codes of messages.yml; the scripts name no other (tests/test_form.py).
CODES = (
    *(
        "control-character",
        "invisible-character",
        "unprintable-character",
        "conflict",
        "missing-field",
        "empty",
        "too-long",
    ),
    *("too-many", "unknown-value", "bad-form", "impossible-date", "out-of-range", "wrong-type"),
    *("too-many-digits", "check-digit"),
    *("unknown-vocabulary", "unknown-reference", "unknown-concept", "unknown-case"),
    *("unknown-chapter", "unknown-tool", "unknown-party", "unknown-definition", "unknown-figure"),
    *(
        "unknown-country",
        "unknown-currency",
        "self-relation",
        "duplicate-key",
        "bad-file-name",
        "reserved-name",
    ),
    *("name-too-long", "address-taken", "form-claimed", "to-come", "end-before-start", "early-year"),
    *("after-check", "swapped-position", "position-elsewhere", "party-twice", "self-link", "said-twice"),
    *("unlinked-partner", "same-stage", "no-evidence", "two-retained", "none-retained"),
    *(
        "broader-circle",
        "related-above",
        "former-id-taken",
        "quotation-too-long",
        "quotation-translated",
        "cited-in-itself",
        "missing-translation",
    ),
    *(
        "context-missing",
        "section-missing",
        "section-twice",
        "section-unknown",
        "section-not-silent",
        "silent-section",
        "marks-in-plain",
    ),
    *("quoted-whole", "raw-html", "scheme", "bare-address", "absolute-path", "empty-link", "broken-link"),
    *("bad-citation", "loose-citation", "top-heading", "skipped-level", "empty-heading", "open-fence"),
    *("missing-footnote", "unused-note", "duplicate-note", "unknown-box", "box-title", "old-box"),
    *(
        "old-attributes",
        "loose-attributes",
        "attribute",
        "bad-lang",
        "bad-anchor",
        "duplicate-anchor",
        "missing-picture",
        "remote-picture",
    ),
    *("picture-without-text", "row-too-long", "long-paragraph", "pasted-bullet", "tight-heading"),
    *(
        "bold-heading",
        "raw-table",
        "parted-table",
        "row-too-short",
        "row-runs-on",
        "indented-code",
        "empty-section",
        "loose-mark",
    ),
    "bad-address",
    *("unknown-page", "figure-inline", "figure-call"),
    *dict.fromkeys(code for code, *_ in RULES),
)
