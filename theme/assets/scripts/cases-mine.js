// "Authorities like mine": the cases nearest to what a reader says of an authority, each with the reasons in words.
// The rule is that of vademecum/pages/cases/likeness.py: what is the same counts two, what is next to it one.
(() => {
  "use strict";
  const cases = globalThis.vmCases;
  if (!cases || !cases.data.mine.length) return;
  const { data, rows, list, status, element } = cases;
  const words = data.words.mine;
  const facets = new Map(data.facets.map((facet) => [facet.name, facet]));
  const key = (name) => `my-${name}`;
  const homes = facets.get("country")?.values.indexOf(data.home) ?? -1;

  // The values of a case in one facet; of an authority, two in a pair.
  function runs(number, name) {
    const facet = facets.get(name);
    if (!facet) return [];
    const run = data.cases[number][facet.group];
    const width = data.facets.filter((other) => other.group === facet.group).length;
    const values = [];
    for (let start = 0; start < run.length; start += width) values.push(run[start + facet.at]);
    return values;
  }

  const label = (name, place) => facets.get(name).labels[place];
  const named = (name, ...labels) => words.reasons[name].replace("{}", labels.join(", "));

  function authority(asked, number) {
    const types = runs(number, "type");
    const bands = runs(number, "population");
    let best = [0, []];
    for (let at = 0; at < Math.max(types.length, bands.length); at += 1) {
      const reasons = [];
      let score = 0;
      if (asked.type !== undefined && types[at] === asked.type) {
        score += 2;
        reasons.push(words.reasons.type);
      }
      const band = bands[at] ?? -1;
      if (asked.population !== undefined && band >= 0) {
        const away = Math.abs(band - asked.population);
        if (away < 2) {
          score += 2 - away;
          reasons.push(away ? words.reasons.next_band : words.reasons.band);
        }
      }
      if (score > best[0]) best = [score, reasons];
    }
    return best;
  }

  function near(asked, number) {
    let [score, reasons] = authority(asked, number);
    reasons = [...reasons];
    if (asked.country !== undefined && asked.country !== homes) {
      const countries = runs(number, "country").filter((place) => place >= 0 && place !== homes);
      const continent = data.continents[asked.country];
      if (countries.includes(asked.country)) {
        score += 2;
        reasons.push(named("country", label("country", asked.country)));
      } else if (continent && countries.some((place) => data.continents[place] === continent)) {
        const there = facets.get("continent");
        score += 1;
        reasons.push(named("continent", there.labels[there.values.indexOf(continent)]));
      }
    }
    if (asked.theme !== undefined && runs(number, "theme").includes(asked.theme)) {
      score += 2;
      reasons.push(named("theme", label("theme", asked.theme)));
    }
    return { number, score, reasons };
  }

  // -- the form ------------------------------------------------------------------------------------------

  const fields = data.mine.map((name) => {
    const facet = facets.get(name);
    const options = facet.labels.map((text, place) => element("option", { value: facet.values[place] }, text));
    const select = element("select", { id: key(name), name: key(name) }, element("option", { value: "" }, words.any), ...options);
    select.addEventListener("change", () => {
      show();
      write();
    });
    return { name, facet, select };
  });
  const none = element("button", { type: "button" }, words.none);
  const said = element("p", { class: "said", role: "status" });
  const form = element(
    "form",
    { class: "mine", "aria-label": words.title },
    element("h2", {}, words.title),
    element("p", {}, words.text),
    element(
      "div",
      { class: "asked" },
      ...fields.map(({ name, facet, select }) =>
        element("p", {}, element("label", { for: key(name) }, facet.label), select),
      ),
      none,
    ),
    said,
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  none.addEventListener("click", () => {
    for (const { select } of fields) select.value = "";
    show();
    write();
    fields[0].select.focus();
  });
  document.querySelector(".vm-prose .reading").before(form);

  function asked() {
    const told = {};
    for (const { name, facet, select } of fields) {
      if (select.value) told[name] = facet.values.indexOf(select.value);
    }
    return told;
  }

  function show() {
    const told = asked();
    const any = Object.keys(told).length > 0;
    const found = rows.map((_, number) => (any ? near(told, number) : { number, score: 0, reasons: [] }));
    const ordered = [...found].sort((a, b) => b.score - a.score || a.number - b.number);
    list.append(...ordered.map(({ number }) => rows[number]));
    for (const { number, reasons } of found) {
      const why = rows[number].querySelector(".why");
      const text = reasons.join(", ") || (any ? words.nothing : "");
      if (!text) why?.remove();
      else if (why) why.textContent = text;
      else rows[number].querySelector(".name").after(element("p", { class: "why" }, text));
    }
    none.hidden = !any;
    const nearby = found.filter(({ score }) => score).length;
    said.textContent = any ? words.near[Math.min(nearby, 2)].replace("{}", nearby) : "";
  }

  // -- the address ---------------------------------------------------------------------------------------

  function read() {
    const query = new URLSearchParams(location.search);
    for (const { name, facet, select } of fields) {
      const value = query.get(key(name)) ?? "";
      select.value = facet.values.includes(value) ? value : "";
    }
  }

  function write() {
    const query = new URLSearchParams(location.search);
    for (const { name, select } of fields) {
      query.delete(key(name));
      if (select.value) query.set(key(name), select.value);
    }
    const text = query.toString();
    history.pushState(null, "", text ? `?${text}` : location.pathname);
  }

  read();
  if (Object.keys(asked()).length) show();
  else none.hidden = true;
  addEventListener("popstate", () => {
    read();
    show();
  });
})();
