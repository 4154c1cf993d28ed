// Which chapters were read: kept in this browser where the reader ticks a box, erased when it is unticked.
(() => {
  "use strict";
  const KEY = "vade-mecum/read";
  const form = document.querySelector(".vm-reading");
  if (!form) return;
  const box = form.querySelector("input");
  const links = [...document.querySelectorAll("[data-chapter]")];
  const here = links.find((link) => link.hasAttribute("aria-current"));

  // A browser may refuse its storage: the box then does not show.
  function kept() {
    try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; }
  }
  function keep(read) {
    try {
      if (read) localStorage.setItem(KEY, JSON.stringify(read));
      else localStorage.removeItem(KEY);
      return true;
    } catch { return false; }
  }

  function show() {
    const read = kept();
    box.checked = Array.isArray(read);
    for (const link of links) {
      const was = Array.isArray(read) && read.includes(link.dataset.chapter);
      link.classList.toggle("vm-read", was);
      link.querySelector(".vm-unseen")?.remove();
      if (!was) continue;
      const word = document.createElement("span");
      word.className = "vm-unseen";
      word.textContent = ` (${form.dataset.read})`;
      link.append(word);
    }
  }

  // A chapter was read when its foot came into sight.
  const foot = document.querySelector(".vm-colophon, .vm-around");
  const watcher = new IntersectionObserver((entries) => {
    const read = kept();
    const id = here?.dataset.chapter;
    if (!Array.isArray(read) || read.includes(id) || !entries.some((one) => one.isIntersecting)) return;
    keep([...read, id]);
    show();
  });
  if (foot && here) watcher.observe(foot);

  box.addEventListener("change", () => { keep(box.checked ? [] : null); show(); });
  form.hidden = !keep(kept());
  show();
})();
