"""The content security policy that the site works under (https://www.w3.org/TR/CSP3/)."""

from __future__ import annotations

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self' mailto:; frame-ancestors 'none'"
)
# What a page says of itself where its host sends no headers, from which alone frame-ancestors is taken.
IN_A_PAGE = POLICY.rpartition("; ")[0]
