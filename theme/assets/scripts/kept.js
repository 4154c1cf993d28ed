// Keeps what readers tick, pick and write on a page in their own browser, nowhere else; a button erases it.
(() => {
  "use strict";
  const panel = document.querySelector("[data-kept]");
  if (!panel) return;
  const place = `vade-mecum/${panel.dataset.kept}`;
  const status = panel.querySelector("[role=status]");
  const fields = [...document.querySelectorAll(".vm-prose :is(input, textarea)[name]")];
  const box = (field) => field.type === "checkbox" || field.type === "radio";
  const mark = (field) => (field.type === "radio" ? `${field.name}=${field.value}` : field.name);

  // A browser may refuse its storage (private windows, some settings): the page then works without.
  const read = () => { try { return JSON.parse(localStorage.getItem(place)) || {}; } catch { return {}; } };
  const write = () => {
    const kept = {};
    for (const field of fields) {
      if (box(field) ? field.checked : field.value) kept[mark(field)] = box(field) ? true : field.value;
    }
    try {
      if (Object.keys(kept).length) localStorage.setItem(place, JSON.stringify(kept));
      else localStorage.removeItem(place);
    } catch { status.textContent = panel.dataset.unkept; }
  };
  const fill = (kept) => {
    for (const field of fields) {
      if (box(field)) field.checked = kept[mark(field)] === true;
      else field.value = kept[mark(field)] || "";
    }
  };

  fill(read());
  for (const field of fields) {
    field.addEventListener(box(field) ? "change" : "input", () => { status.textContent = ""; write(); });
  }
  panel.querySelector("button").addEventListener("click", () => {
    fill({});
    write();
    status.textContent = panel.dataset.erased;
  });
  panel.hidden = false;
})();
