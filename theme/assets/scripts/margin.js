// Notes and short definitions in the margin, where there is one: beside the words that call for them.
// Citations stand there by the style sheet alone. These repeat what the page says: they are not read aloud.
(() => {
  "use strict";
  const page = document.querySelector(".vm-page--chapter .vm-prose, .vm-page--page .vm-prose");
  const room = matchMedia("(min-width: 75rem)");
  if (!page) return;
  const PASSAGES = ":scope > :is(p, ul, ol), :scope > div[lang] > :is(p, ul, ol)";

  function beside(node, name, ...words) {
    const aside = document.createElement("span");
    aside.className = `vm-aside vm-aside--${name}`;
    aside.setAttribute("aria-hidden", "true");
    aside.append(...words);
    node.after(aside);
  }

  function definition(term) {
    const entry = document.getElementById(`term-${term.dataset.term}`);
    if (!entry) return false;
    const name = document.createElement("b");
    name.textContent = entry.querySelector("dt").textContent.trim();
    beside(term, "term", name, " ", entry.querySelector("dd").textContent.trim());
    return true;
  }

  function note(call) {
    const entry = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!entry) return;
    const copy = entry.cloneNode(true);
    for (const one of copy.querySelectorAll(".footnote-backref, [id]")) one.remove();
    const number = document.createElement("b");
    number.textContent = call.textContent;
    beside(call.parentElement, "note", number, " ", copy.textContent.trim());
  }

  function fill() {
    if (!room.matches || page.querySelector(".vm-aside")) return;
    const told = new Set();
    for (const passage of page.querySelectorAll(PASSAGES)) {
      for (const call of passage.querySelectorAll(".footnote-ref")) note(call);
      // One a passage, so that the margin stays beside its text.
      const terms = [...passage.querySelectorAll("a[data-term]")];
      const first = terms.find((term) => !told.has(term.dataset.term));
      if (first && definition(first)) told.add(first.dataset.term);
    }
  }

  room.addEventListener("change", fill);
  fill();
})();
