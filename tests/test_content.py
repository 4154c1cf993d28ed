"""The project's own content leaves nothing to be read twice: what `check` may remark elsewhere must not stand here."""

from __future__ import annotations

from projects import findings

from vademecum.checks import messages
from vademecum.sources.library import HOUSE


def test_no_paragraph_is_too_long() -> None:
    found = [messages.line(finding, "en") for finding in findings(HOUSE) if finding.code == "long-paragraph"]
    assert found == [], "\n".join(found)
