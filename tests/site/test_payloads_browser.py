"""Payloads in every field of a project that passes, in a real browser: nothing runs or is asked elsewhere.

The site's policy would keep most from running: what must not be there is looked for as well.
"""

from __future__ import annotations

import os
import re

import pytest
from built import pages
from proving import accepted, full
from test_payloads import values_of
from visits import serve
from workshop import build_py

TURNS = int(os.environ.get("VADEMECUM_TURNS", "1"))
WATCH = """
window.alert = window.confirm = window.prompt = (...said) => { globalThis.owned = said };
globalThis.owned = undefined;
"""
SEEN = """
() => ({
  owned: globalThis.owned,
  handlers: [...document.querySelectorAll("*")].flatMap(one => [...one.attributes])
    .filter(one => one.name.startsWith("on") || one.name === "srcdoc").map(one => one.name + "=" + one.value),
  strange: [...document.querySelectorAll(
    "iframe, object, embed, base, marquee, video, audio, article script:not([type*=json]), article style")]
    .map(one => one.outerHTML),
  running: [...document.querySelectorAll("[href], [src], [action]")]
    .map(one => one.getAttribute("href") || one.getAttribute("src") || one.getAttribute("action"))
    .filter(one => /^\\s*(javascript|data|vbscript):/i.test(one)),
})
"""
NOTHING = {"owned": None, "handlers": [], "strange": [], "running": []}


@pytest.mark.parametrize("turn", range(TURNS))
def test_payloads_do_nothing_in_a_browser(project, visit, tmp_path, turn):
    sound, hostile = full(tmp_path), tmp_path / "hostile"
    _, kept = accepted(sound, hostile, values_of(sound, turn * 13))
    done = build_py(project, "site", "--project", str(hostile))
    assert done.returncode == 0, done.stdout + done.stderr
    serving = serve(hostile / "site")
    origin = next(serving)
    page = visit(origin)
    page.context.add_init_script(WATCH)
    for file in (built.file for built in pages(hostile / "site").values()):
        page.goto(origin + file.relative_to(hostile / "site").as_posix().removesuffix("index.html"))
        assert page.evaluate(SEEN) == NOTHING, file
    for word in ("onerror", "script", "alert"):
        page.goto(origin)
        page.locator("[data-vm-search]").first.click()
        page.locator("dialog input[type=search]").fill(word)
        page.locator("dialog [data-status]", has_text=re.compile(".{3}")).wait_for()
        page.wait_for_timeout(500)
        assert page.evaluate(SEEN) == NOTHING, word
    assert len(kept) > 30
    serving.close()
