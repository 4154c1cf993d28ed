// The card of a term, read from the page's own glossary (#term-<id>): nothing is asked of the network.
// Shown on hover after a moment, on focus, and on a first tap; hidden by Escape, leaving, or a tap elsewhere.
(() => {
  "use strict";
  const DELAY = 250;
  const GRACE = 200;                              // time to cross from the term to its card (WCAG 1.4.13)
  const card = document.createElement("span");    // a span, since it stands inside paragraphs
  card.className = "vm-gloss";
  card.setAttribute("role", "group");
  // In the top layer, where browsers have it: no scrolling table cuts the card.
  const layered = "showPopover" in card;
  if (layered) card.popover = "manual";
  let shown = null;
  let timer = 0;
  let touched = false;

  const entry = (term) => document.getElementById(`term-${term.dataset.term}`);

  function fill(term) {
    const source = entry(term);
    const link = source.querySelector("dt a").cloneNode(true);
    const name = document.createElement("b");
    const summary = source.querySelector("dd");
    const text = document.createElement("span");
    text.textContent = summary.textContent;
    // The text around may be in another language.
    for (const [copy, from] of [[text, summary], [link, source.querySelector("dt a")]]) {
      copy.lang = from.closest("[lang]").lang;
    }
    link.tabIndex = -1;                           // the term beside it leads to the same page
    name.append(link);
    card.setAttribute("aria-label", link.textContent);
    card.replaceChildren(name, text);
  }

  function place(term) {
    const lines = [...term.getClientRects()];     // a term may run over two lines
    const [first, last] = [lines[0], lines.at(-1)];
    const width = card.offsetWidth;
    const height = card.offsetHeight;
    const below = last.bottom + 8 + height < innerHeight || first.top < height + 16;
    const most = document.documentElement.clientWidth - width - 16;
    const left = Math.max(16, Math.min((below ? last : first).left, most));
    const corner = (layered ? document.documentElement : card.offsetParent).getBoundingClientRect();
    card.style.left = `${left - corner.left}px`;
    card.style.top = `${(below ? last.bottom + 8 : first.top - height - 8) - corner.top}px`;
  }

  function show(term) {
    clearTimeout(timer);
    if (shown === term || !entry(term)) return;
    hide();
    fill(term);
    term.after(card);                             // next in the tab order
    card.classList.add("vm-open");
    card.showPopover?.();
    term.classList.add("vm-open");
    shown = term;
    place(term);
  }

  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.classList.remove("vm-open");
    card.classList.remove("vm-open");
    card.hidePopover?.();
    card.remove();
    shown = null;
  }

  const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };
  const byMouse = (action) => (event) => { if (event.pointerType === "mouse") action(); };
  const inside = (node) => node instanceof Node && (card.contains(node) || shown?.contains(node));

  for (const term of document.querySelectorAll(".vm-prose a[data-term]")) {
    const source = entry(term);
    if (!source) continue;
    const text = source.querySelector("dd");
    text.id ||= `${source.id}-text`;
    term.setAttribute("aria-describedby", text.id);
    term.addEventListener("pointerenter", byMouse(() => later(() => show(term), DELAY)));
    term.addEventListener("pointerleave", byMouse(() => later(hide, GRACE)));
    term.addEventListener("pointerdown", ({ pointerType }) => {
      touched = pointerType !== "mouse" && shown !== term;
    });
    term.addEventListener("focus", () => { if (!touched) show(term); });
    term.addEventListener("click", (event) => {
      if (!touched) return;                       // a mouse, a keyboard, or the second tap: follow the link
      event.preventDefault();
      touched = false;
      show(term);
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", byMouse(() => later(hide, GRACE)));
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (shown && relatedTarget && !inside(relatedTarget)) hide();
  });
  document.addEventListener("pointerdown", (event) => { if (!inside(event.target)) hide(); });
  addEventListener("resize", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    const term = shown;
    if (card.contains(document.activeElement)) term.focus();
    hide();
  });
})();
