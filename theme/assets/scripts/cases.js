// Chooses among the cases: facets, what each choice would give now, the choice in the address.
// The list is the page's own; this only shows and hides its rows. The counting is told in vademecum/model/facets.py.
(() => {
  "use strict";
  const block = document.getElementById("vm-cases-data");
  const list = document.querySelector(".vm-prose ul.cases");
  const panel = document.querySelector(".vm-prose .facets");
  const status = document.querySelector(".vm-prose .counted");
  if (!block || !list || !panel || !status) return;
  const data = JSON.parse(block.textContent);
  const words = data.words;
  const rows = [...list.children];
  const { facets } = data;

  // What a facet and its values are called stands in the lists that readers have without scripts.
  const lineOf = (facet, value) => document.getElementById(`${facet.name}-${value.toLowerCase()}`);
  const wordsOf = (line) => (line.querySelector("a") ?? line.firstChild).textContent.trim();
  for (const facet of facets) {
    facet.labels = facet.values.map((value) => wordsOf(lineOf(facet, value)));
    facet.label = lineOf(facet, facet.values[0]).closest("details").querySelector("summary").textContent;
  }

  // -- counting ------------------------------------------------------------------------------------------

  const groups = [];
  for (const facet of facets) {
    const group = (groups[facet.group] ??= []);
    facet.at = group.length;
    facet.chosen = new Set();
    facet.counts = new Array(facet.values.length).fill(0);
    facet.seen = new Array(facet.values.length).fill(-1); // the case that a value was last counted for
    group.push(facet);
  }

  const passes = (facet, run, start) => !facet.chosen.size || facet.chosen.has(run[start + facet.at]);

  // Whether one part of a case passes every facet of its group; a group of which nothing is chosen is passed.
  function passed(group, run) {
    if (!group.some((facet) => facet.chosen.size)) return true;
    for (let start = 0; start < run.length; start += group.length) {
      if (group.every((facet) => passes(facet, run, start))) return true;
    }
    return false;
  }

  // A value counts for a case where a part that has it passes the other facets of the group.
  function countIn(group, run, number) {
    for (let start = 0; start < run.length; start += group.length) {
      for (const facet of group) {
        const value = run[start + facet.at];
        if (value < 0 || facet.seen[value] === number) continue;
        if (!group.every((other) => other === facet || passes(other, run, start))) continue;
        facet.seen[value] = number;
        facet.counts[value] += 1;
      }
    }
  }

  // Which cases are found, and what each value would give: only the group that a case fails may still count it.
  function tally() {
    for (const facet of facets) {
      facet.counts.fill(0);
      facet.seen.fill(-1);
    }
    return data.cases.map((runs, number) => {
      const failed = groups.filter((group, at) => !passed(group, runs[at]));
      if (failed.length > 1) return false;
      for (const [at, group] of groups.entries()) {
        if (!failed.length || failed[0] === group) countIn(group, runs[at], number);
      }
      return !failed.length;
    });
  }

  // -- the choices ---------------------------------------------------------------------------------------

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // Each value's line becomes a box to tick; its link, for readers without scripts, steps back.
  function boxes(facet) {
    facet.lines = facet.values.map((value, place) => {
      const line = lineOf(facet, value);
      const input = element("input", { type: "checkbox", name: facet.name, value });
      const count = line.querySelector(".count");
      input.addEventListener("change", () => {
        if (input.checked) facet.chosen.add(place);
        else facet.chosen.delete(place);
        changed();
      });
      line.replaceChildren(element("label", {}, input, element("span", {}, facet.labels[place]), count));
      return { line, input, count };
    });
    const details = facet.lines[0].line.closest("details");
    details.setAttribute("role", "group");
    details.setAttribute("aria-label", facet.label);
    facet.details = details;
  }

  const chosenBar = element("p", { class: "chosen", hidden: "" });
  status.before(chosenBar);

  function showChosen() {
    const parts = facets.flatMap((facet) =>
      [...facet.chosen].map((place) => {
        const label = facet.labels[place];
        const name = words.remove.replace("{}", `${facet.label}, ${label}`);
        const button = element("button", { type: "button", "aria-label": name }, label);
        button.addEventListener("click", () => {
          facet.chosen.delete(place);
          changed();
          (chosenBar.querySelector("button") ?? panel.querySelector("summary")).focus();
        });
        return button;
      }),
    );
    chosenBar.hidden = !parts.length;
    if (!parts.length) return chosenBar.replaceChildren();
    const clear = element("button", { type: "button", class: "clear" }, words.clear);
    clear.addEventListener("click", () => {
      for (const facet of facets) facet.chosen.clear();
      changed();
      panel.querySelector("summary").focus();
    });
    chosenBar.replaceChildren(element("span", { class: "vm-label" }, words.chosen), ...parts, clear);
  }

  const counted = (count) => words.counted[Math.min(count, 2)].replace("{}", count);

  function show() {
    const found = tally();
    let count = 0;
    for (const [number, row] of rows.entries()) {
      if (row.hidden === found[number]) row.hidden = !found[number];
      count += found[number];
    }
    for (const facet of facets) {
      for (const [place, { line, input, count: number }] of facet.lines.entries()) {
        const gives = facet.counts[place];
        const checked = facet.chosen.has(place);
        if (number.textContent !== String(gives)) number.textContent = gives;
        if (input.checked !== checked) input.checked = checked;
        const none = !gives && !checked;
        if (input.disabled !== none) {
          input.disabled = none;
          line.classList.toggle("none", none);
        }
      }
    }
    const all = facets.every((facet) => !facet.chosen.size);
    const said = all ? counted(count) : words.found.replace("{found}", counted(count)).replace("{all}", rows.length);
    if (status.textContent !== said) status.textContent = said;
    showChosen();
  }

  // -- the address ---------------------------------------------------------------------------------------

  function read() {
    const asked = new URLSearchParams(location.search);
    const anchor = location.hash.slice(1);
    for (const facet of facets) {
      facet.chosen.clear();
      const wanted = new Set(asked.getAll(facet.name));
      for (const [place, value] of facet.values.entries()) {
        const named = !location.search && anchor === `${facet.name}-${value.toLowerCase()}`;
        if (wanted.has(value) || named) facet.chosen.add(place);
      }
      if (facet.chosen.size) facet.details.open = true;
    }
  }

  function write() {
    const asked = new URLSearchParams(location.search);
    for (const facet of facets) {
      asked.delete(facet.name);
      for (const [place, value] of facet.values.entries()) {
        if (facet.chosen.has(place)) asked.append(facet.name, value);
      }
    }
    const query = asked.toString();
    if (query === location.search.slice(1) && !location.hash) return;
    history.pushState(null, "", query ? `?${query}` : location.pathname);
  }

  function changed() {
    show();
    write();
    document.dispatchEvent(new CustomEvent("vm-choice"));
  }

  for (const facet of facets) boxes(facet);
  const outer = panel.querySelector("details");
  const room = matchMedia("(min-width: 75rem)");
  const open = () => { outer.open = room.matches; };
  room.addEventListener("change", open);
  open();
  read();
  show();
  status.setAttribute("role", "status"); // from now on what changes is announced
  addEventListener("popstate", () => {
    read();
    show();
  });
  globalThis.vmCases = { data, rows, list, status, element };
})();
