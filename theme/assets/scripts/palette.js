// The palette, before anything is shown: the reader's choice, else the system's, also when that changes. And whether
// the address asks the search for something, so that its results have their room before they come.
(() => {
  "use strict";
  const KEY = "vade-mecum/palette";
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const system = () => (dark.matches ? "dark" : "light");
  // A browser may refuse its storage: the palette then is the system's on every page.
  const attempt = (action) => { try { return action(); } catch { return null; } };
  const chosen = () => attempt(() => localStorage.getItem(KEY));

  function show() {
    const choice = chosen();
    root.dataset.palette = choice === "light" || choice === "dark" ? choice : system();
    const button = document.querySelector("[data-vm-palette]");
    button?.setAttribute("aria-pressed", String(root.dataset.palette === "dark"));
  }

  // A choice equal to the system's goes back to following the system.
  function turn() {
    const wanted = root.dataset.palette === "dark" ? "light" : "dark";
    root.dataset.palette = wanted;
    attempt(() => (wanted === system() ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, wanted)));
    document.querySelector("[data-vm-palette]").setAttribute("aria-pressed", String(wanted === "dark"));
  }

  show();
  if (/[?&]q=./.test(location.search)) root.dataset.asked = "";
  dark.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", () => {
    show();
    document.querySelector("[data-vm-palette]")?.addEventListener("click", turn);
  });
})();
