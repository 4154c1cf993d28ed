// The projection view: the page a section at a time, in large type, with nothing else on the screen.
// Elements are shown and hidden, never copied or moved, so that anchors, links and cards stay what they are.
(() => {
  "use strict";
  const opener = document.querySelector("[data-vm-projection]");
  const prose = document.querySelector(".vm-prose");
  const words = document.getElementById("vm-projection");
  if (!opener || !prose || !words) return;
  const root = document.documentElement;
  const bar = words.content.firstElementChild.cloneNode(true);
  const said = bar.querySelector("[role='status']");
  let sections = [];
  let at = -1; // which section is shown; -1 while the page is a page

  // What the page is divided into: its title, then what each heading of the second or third level begins.
  function divided() {
    const title = document.querySelector(".vm-head h1");
    const parts = [{ title, nodes: [document.querySelector(".vm-head")] }];
    const holder =
      prose.childElementCount === 1 && prose.firstElementChild.matches("div[lang]")
        ? prose.firstElementChild
        : prose;
    for (const node of holder.children) {
      if (node.hidden || node.matches("template, script")) continue;
      const heading = node.matches("h2, h3") ? node : node.querySelector(":scope > h2");
      const last = parts.at(-1);
      const empty = last.nodes.every((one) => one.matches("h2")); // a heading with nothing under it yet
      if (parts.length === 1 || (heading && !empty)) parts.push({ title: heading ?? title, nodes: [] });
      parts.at(-1).nodes.push(node);
    }
    return parts;
  }

  const holds = (part, node) => part.nodes.some((one) => one.contains(node));
  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;                                       // an address that no browser can read
    }
  }

  function show(number, focus = true) {
    at = Math.max(0, Math.min(number, sections.length - 1));
    const { title, nodes } = sections[at];
    for (const part of sections)
      for (const node of part.nodes) node.toggleAttribute("data-vm-off", !nodes.includes(node));
    root.classList.toggle("vm-projecting--title", at === 0);
    const id = at ? title.id || nodes.find((node) => node.id)?.id : "";
    history.replaceState(history.state, "", `#${id || "content"}`);
    bar.querySelector("[data-count]").textContent = `${at + 1} / ${sections.length}`;
    bar.querySelector("[data-go='back']").disabled = at === 0;
    bar.querySelector("[data-go='on']").disabled = at === sections.length - 1;
    said.textContent = said.dataset.say
      .replace("{number}", at + 1)
      .replace("{total}", sections.length)
      .replace("{title}", title.textContent.trim());
    scrollTo({ top: 0, behavior: "instant" });
    if (focus) place(title).focus({ preventScroll: true });
  }

  // Where the focus stands: the section's heading or, where it has none of its own, its first element.
  function place(title) {
    const spot = holds(sections[at], title) ? title : sections[at].nodes[0];
    spot.tabIndex = -1;
    return spot;
  }

  function enter() {
    const target = named();
    sections = divided();
    root.classList.add("vm-projecting");
    bar.hidden = false;
    const found = target ? sections.findIndex((part) => holds(part, target)) : -1;
    setTimeout(() => show(Math.max(found, 0))); // a moment after the bar, which then announces what changes
  }

  function leave() {
    const { title } = sections[at];
    const first = at === 0;
    at = -1;
    root.classList.remove("vm-projecting", "vm-projecting--title");
    for (const part of sections) for (const node of part.nodes) node.removeAttribute("data-vm-off");
    bar.hidden = true;
    said.textContent = "";
    (first ? opener : title).focus({ preventScroll: true });
    (first ? document.body : title).scrollIntoView({ behavior: "instant" });
  }

  // The keys that turn pages on a screen do so first within a section that is longer than the screen.
  const more = () => root.scrollHeight - innerHeight - scrollY > 4;
  const KEYS = {
    ArrowRight: () => show(at + 1),
    ArrowLeft: () => show(at - 1),
    ArrowDown: () => !more() && show(at + 1),
    ArrowUp: () => scrollY < 4 && show(at - 1),
    PageDown: () => !more() && show(at + 1),
    PageUp: () => scrollY < 4 && show(at - 1),
    " ": (event) => (event.shiftKey ? scrollY < 4 && show(at - 1) : !more() && show(at + 1)),
    Home: () => show(0),
    End: () => show(sections.length - 1),
    Escape: leave,
  };

  function pressed(event) {
    const act = KEYS[event.key];
    if (
      at < 0 ||
      !act ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      document.querySelector(".vm-gloss.vm-open")
    )
      return;
    const { target } = event;
    if (event.key !== "Escape" && target.closest("input, textarea, select")) return;
    if (event.key === " " && target.closest("button, summary")) return;
    const table = target.closest(".table");
    if (/Arrow(Left|Right)/.test(event.key) && table && table.scrollWidth > table.clientWidth) return;
    if (act(event) === false) return; // there is more of the section: the browser scrolls
    event.preventDefault();
    event.stopPropagation();
  }

  const go = { back: () => show(at - 1, false), on: () => show(at + 1, false), leave };
  for (const button of bar.querySelectorAll("[data-go]"))
    button.addEventListener("click", () => go[button.dataset.go]());
  addEventListener("keydown", pressed, { capture: true });
  addEventListener("hashchange", () => {
    const target = at < 0 ? null : named();
    const found = target ? sections.findIndex((part) => holds(part, target)) : -1;
    if (found >= 0 && found !== at) show(found);
  });
  bar.hidden = true;
  document.body.append(bar, said);
  opener.hidden = false;
  opener.addEventListener("click", enter);
})();
