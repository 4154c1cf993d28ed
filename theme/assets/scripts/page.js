// The palette button, the search's opener, Material's single-letter keys, the contents' disclosure, addresses on paper. Loaded at the end of the body.
(() => {
  "use strict";
  const find = (selector) => document.querySelector(selector);

  // Two states for the reader, three for Material: a choice equal to the system's goes back to following the system.
  const button = find("[data-vm-palette]");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  if (button) {
    const choice = (media) => find(`[data-md-color-media="(prefers-color-scheme${media})"]`);
    const night = () => document.body.getAttribute("data-md-color-scheme") === "slate";
    const show = () => button.setAttribute("aria-pressed", String(night()));
    button.addEventListener("click", () => {
      const wanted = !night();
      const input = wanted === dark.matches ? choice("") : choice(wanted ? ": dark" : ": light");
      input?.click();
    });
    button.addEventListener("keydown", (event) => event.stopPropagation());   // Material would turn the palette on Enter too
    new MutationObserver(show).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    show();
  }

  // Material opens its search by a hidden checkbox; a keyboard needs a button, and its focus back.
  const toggle = find("#__search");
  const opener = find("[data-vm-search]");
  if (toggle && opener) {
    const set = (open) => { if (toggle.checked !== open) toggle.click(); };
    opener.addEventListener("click", () => { set(true); find(".md-search__input").focus(); });
    find("[data-vm-search-close]").addEventListener("click", () => set(false));
    const panel = find(".md-search__inner");
    toggle.addEventListener("change", () => { if (!toggle.checked && panel.contains(document.activeElement)) opener.focus(); });
    // Material closes on Tab and keeps results out of the tab order: here Tab walks through them, and leaving closes.
    panel.addEventListener("keydown", (event) => { if (event.key === "Tab") event.stopPropagation(); });
    panel.addEventListener("focusout", (event) => { if (event.relatedTarget && !panel.contains(event.relatedTarget)) set(false); });
    // Material listens to keys alone: words that were pasted, dictated or completed would find nothing.
    find(".md-search__input").addEventListener("input", (event) => event.target.dispatchEvent(new Event("keyup")));
    new MutationObserver(() => { for (const link of panel.querySelectorAll("li a[tabindex]")) link.removeAttribute("tabindex"); })
      .observe(find(".md-search-result__list"), { childList: true, subtree: true });
  }

  // Material acts on single letters (f, s, p, n, …), which people who dictate set off by speaking (WCAG 2.1.4).
  document.addEventListener("keydown", (event) => {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.target.closest("input")) event.stopPropagation();
  });

  // On paper a link to another page says where it leads; a style sheet alone knows an address only as it is written.
  addEventListener("beforeprint", () => {
    for (const link of document.querySelectorAll(".vm-prose a[href]:not(.term, .to-concept, [href^='#'], [href^='http'])")) {
      link.dataset.address = link.href;
    }
  });

  const contents = find(".vm-toc details");
  const room = matchMedia("(min-width: 75rem)");
  const open = () => { if (contents) contents.open = room.matches; };
  room.addEventListener("change", open);
  open();
})();
