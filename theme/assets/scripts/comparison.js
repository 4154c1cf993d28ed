// Two to four cases side by side, as the address names them; the page says what to do where it names none.
(() => {
  "use strict";
  const block = document.getElementById("vm-cases-data");
  const place = document.querySelector(".vm-prose .comparison");
  if (!block || !place) return;
  const data = JSON.parse(block.textContent);
  const { words } = data;
  const MOST = 4;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const listed = (values) => element("ul", {}, ...values.map((value) => element("li", {}, value)));

  /** The cases that the address names: those to show, those that are too many, and names that no case has. */
  const asked = () => {
    const named = (new URLSearchParams(location.search).get("cases") ?? "").split(",").map((id) => id.trim()).filter(Boolean);
    const ids = [...new Set(named)];
    const known = ids.filter((id) => Object.hasOwn(data.cases, id));
    return { ids: known.slice(0, MOST), over: known.slice(MOST), unknown: ids.filter((id) => !known.includes(id)) };
  };

  function linked(id) {
    const one = data.cases[id];
    return element("a", { href: one.url, class: "to-case", lang: one.lang }, one.title);
  }

  /** A sentence with a list at its mark, as the page's language joins one. */
  function sentence(text, type, items) {
    const parts = new Intl.ListFormat(document.documentElement.lang, { type }).formatToParts(items.map((_, at) => String(at)));
    const [before, after] = text.split("{}");
    return element("p", { class: "left-out" }, before, ...parts.map((part) => (part.type === "element" ? items[part.value] : part.value)), after);
  }

  /** What the page says of what the address names and it does not show. */
  function leftOut({ over, unknown }) {
    const quoted = unknown.map((id) => words.quoted.replace("{}", () => id));
    return [
      ...(over.length ? [sentence(words.too_many, "conjunction", over.map(linked))] : []),
      ...(quoted.length ? [sentence(words.unknown, "disjunction", quoted)] : []),
    ];
  }

  function column(id) {
    return element("th", { scope: "col", role: "columnheader" }, element("span", {}, linked(id)));
  }

  /** A button below each name: the heads stay in sight, where they must be low. */
  function leaving(id) {
    const name = words.leave.replace("{}", data.cases[id].title);
    const leave = element("button", { type: "button", "aria-label": name }, words.leave_short);
    leave.addEventListener("click", () => {
      const { ids, over } = asked();
      go([...ids, ...over].filter((other) => other !== id));
      place.querySelector("button, a")?.focus();
    });
    return element("td", { role: "cell", "data-case": brief(id) }, leave);
  }

  function mark(name) {
    return element("span", { class: `mark ${name}` });
  }

  function outcome(one) {
    const told = new Map(one.told.map(([stage, evidence, text]) => [stage, { evidence, text }]));
    const marks = ["sought", "announced", "observed"].map((stage) => {
      if (told.has(stage)) return mark(`${stage} ${told.get(stage).evidence}`);
      return mark(stage === "observed" ? "silent" : "untold");
    });
    const said = one.told.map(([, , text, lead]) => element("p", {}, element("strong", {}, lead), ...(text ? [" ", text] : [])));
    return element("li", {}, element("span", { class: "marks" }, ...marks), element("span", { class: "whom" }, one.whom), ...said);
  }

  // Roles are told: on a phone the rows are laid out as grids, which some browsers take for no table any more.
  function row(head, cells, ids) {
    const name = element("th", { scope: "row", role: "rowheader" }, head);
    const said = cells.map((cell, at) => element("td", { role: "cell", "data-case": brief(ids[at]) }, cell));
    return element("tr", { role: "row" }, name, ...said);
  }

  /** A case in few words: what its title says before a colon. */
  function brief(id) {
    return data.cases[id].title.split(/\s?:\s/)[0];
  }

  function table(ids) {
    const chosen = ids.map((id) => data.cases[id]);
    const caption = element("caption", {}, words.caption.replace("{}", ids.length));
    const corner = () => element("td", { role: "cell" });
    const head = element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, corner(), ...ids.map(column)));
    const facts = words.rows.filter((_, at) => chosen.some((one) => one.facts[at].length));
    const rows = facts.map((label) => {
      const at = words.rows.indexOf(label);
      return row(label, chosen.map((one) => (one.facts[at].length ? listed(one.facts[at]) : words.untold)), ids);
    });
    for (const [kind, label] of Object.entries(words.kinds)) {
      const cells = chosen.map((one) => one.outcomes.filter((told) => told.kind === kind));
      if (!cells.some((cell) => cell.length)) continue;
      rows.push(row(label, cells.map((cell) => (cell.length ? element("ul", { class: "told" }, ...cell.map(outcome)) : words.no_such)), ids));
    }
    const takenOut = element("tr", { class: "leaving", role: "row" }, corner(), ...ids.map(leaving));
    const body = element("tbody", { role: "rowgroup" }, takenOut, ...rows);
    together(head, body);
    return element("table", { role: "table" }, caption, head, body);
  }

  /** Where more columns stand than a phone has room for, head and rows move sideways as one; the keyboard reaches them. */
  function together(head, body) {
    for (const [one, other] of [[head, body], [body, head]]) {
      one.addEventListener("scroll", () => { other.scrollLeft = one.scrollLeft; }, { passive: true });
    }
    const fit = () => {
      if (body.scrollWidth > body.clientWidth) body.tabIndex = 0;
      else body.removeAttribute("tabindex");
    };
    new ResizeObserver(fit).observe(body);
  }

  function go(ids) {
    history.pushState(null, "", ids.length ? `?cases=${ids.join(",")}` : location.pathname);
    show();
  }

  function show() {
    place.dataset.said = "";
    const named = asked();
    const { ids } = named;
    const query = ids.length ? `?compare=${ids.join(",")}` : "";
    const way = element("a", { href: data.list + query }, words.choose);
    if (ids.length < 2) {
      delete place.dataset.count;
      const alone = ids.length ? [sentence(words.alone, "conjunction", ids.map(linked))] : [];
      place.replaceChildren(...leftOut(named), ...alone, element("p", {}, words.too_few), element("p", {}, way));
      return;
    }
    const print = element("button", { type: "button", class: "print" }, words.print);
    print.addEventListener("click", () => globalThis.print());
    place.replaceChildren(element("p", { class: "ways" }, way, print), ...leftOut(named), table(ids), element("p", { class: "signature" }, words.ours));
    place.dataset.count = ids.length;
  }

  show();
  addEventListener("popstate", show);
})();
