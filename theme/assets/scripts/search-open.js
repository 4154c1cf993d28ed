// Opens the search: a link to its page that becomes a dialog, and the keys that lead there. What searches is
// asked for only then.
(() => {
  "use strict";
  const opener = document.querySelector("a[data-vm-search]");
  if (!opener) return;
  const own = document.querySelector("main [data-vm-search-box]");        // the search's own page
  const fromDisk = location.protocol === "file:";      // where a browser lets no script ask for a file
  const SLASH = "vm-search-slash";
  let module = null;
  const load = () => (module ??= import(new URL(opener.dataset.module, document.baseURI)));

  async function open() {
    if (own) own.querySelector("input[type=search]").focus();
    else (await load()).openDialog(opener);
  }
  const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };

  // A single key must not act for who dictates (WCAG 2.1.4): the search's page and dialog turn it off.
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    const held = event.ctrlKey || event.metaKey;
    const slash = event.key === "/" && !held && !event.altKey && !writing && kept(SLASH) !== "off";
    const k = event.key.toLowerCase() === "k" && held && !event.shiftKey && !event.altKey;
    if (fromDisk || !(slash || k) || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    open();
  });

  if (!fromDisk) {
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      open();
    });
    if (!own) opener.setAttribute("aria-haspopup", "dialog");
  }
  if (!own) return;
  if (fromDisk) document.querySelector("[data-vm-search-disk]").hidden = false;
  else load().then(({ start }) => start(own, opener));
})();
