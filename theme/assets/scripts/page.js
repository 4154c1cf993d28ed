// Contents beside the text, links on paper, links from disk.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Disclosures beside the text are open where there is room for them.
  const room = matchMedia("(min-width: 75rem)");
  const open = () => {
    for (const one of all(".vm-beside details")) {
      one.open = room.matches;
      one.dataset.ready = "";
    }
  };
  room.addEventListener("change", open);
  open();
  // The chapter that is read is in sight in the list of all, which has a scroll of its own.
  const here = document.querySelector(".vm-handbook [aria-current]");
  const column = document.querySelector(".vm-beside");
  if (room.matches && here && column.scrollHeight > column.clientHeight) {
    const contents = document.querySelector(".vm-toc");
    const wanted = here.offsetTop - column.offsetTop - column.clientHeight + 4 * here.offsetHeight;
    column.scrollTop = Math.max(0, Math.min(wanted, contents ? contents.offsetHeight : wanted));
  }

  // The section that is read is marked in the contents.
  const links = new Map(all(".vm-toc a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = all(".vm-prose :is(h2, h3)[id]").filter((heading) => links.has(heading.id));
  function mark() {
    const line = innerHeight / 3;
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < line).at(-1);
    for (const [id, link] of links) {
      if (id === read?.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
  if (headings.length) {
    let asked = false;
    const soon = () => {
      if (!asked) requestAnimationFrame(() => { asked = false; mark(); });
      asked = true;
    };
    addEventListener("scroll", soon, { passive: true });
    mark();
  }

  // On paper a link to another page says where it leads; a style sheet knows an address only as written.
  addEventListener("beforeprint", () => {
    const elsewhere = ".vm-prose a[href]:not(.term, .to-concept, [href^='#'], [href^='http'])";
    for (const link of all(elsewhere)) link.dataset.address = link.href;
  });

  // From disk no server finds the page of a folder: links name the file, later ones once reached.
  if (location.protocol === "file:") {
    const nameFile = (link) => {
      const [, path, more] = /^([^?#]*)(.*)$/.exec(link.getAttribute("href") ?? "");
      if (/^[a-z]+:/i.test(path) || !/(^|\/)\.{0,2}$/.test(path) || !path) return;
      link.setAttribute("href", `${path.replace(/\/?$/, "/")}index.html${more}`);
    };
    all("a[href], svg a").forEach(nameFile);
    for (const reached of ["pointerdown", "focusin", "click"]) {
      addEventListener(reached, ({ target }) => {
        const link = target.closest?.("a[href]");
        if (link) nameFile(link);
      }, true);
    }
  }
})();
