// Facts that cannot be, over a whole draft: an end before its start, a place outside its country, one party
// twice; what one definition says of another. They follow vademecum/checks/entries/facts.py and concepts.py, in the
// same words.
(() => {
  "use strict";
  const { LANGUAGES } = globalThis.vmDraft;
  const { slug } = globalThis.vmWords;

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  // A name that Windows keeps for itself.
  const isDevice = (name) => /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/.test(name);

  function facts(data, draft, findings, steps) {
    const tell = (code, place, values = {}) =>
      findings.push({ code, at: place.at, name: place.name, labels: place.labels, values });
    const labelled = (keys) => {
      let model = data.kinds[draft.kind].model;
      return keys
        .filter((key) => typeof key === "string")
        .flatMap((key) => {
          const field = (data.models[model] ?? []).find((one) => one.key === key);
          model = field ? inside(field.shape) : model;
          return field ? [field.label] : key === "value" || key === "key" ? [] : [data.languages[key] ?? key];
        });
    };
    const inside = (shape) => shape.model ?? (shape.items ? inside(shape.items) : "");
    const at = (at, name) => ({ at: ["node", ...at], name, labels: labelled(at) });

    dates(data, draft, steps, tell);
    places(data, steps, tell);
    if (draft.kind === "case") {
      parties(draft.node, at, tell);
      outcomes(draft.node, at, tell);
    }
    if (draft.kind === "concept") concept(data, draft, at, tell);
    formers(data, draft, at, tell);
    addresses(data, draft, at, tell);
    if (draft.sections && draft.kind === "case" && !draft.path) {
      const other = LANGUAGES.find((language) => language !== data.language);
      tell("missing-translation", at([], []), { language: data.languages[other] });
    }
    return findings;
  }

  // -- time and place ---------------------------------------------------------------------------------------

  // Whether one date is before another as far as both say it.
  const before = (one, other) => {
    const length = Math.min(one.length, other.length);
    return one.slice(0, length) < other.slice(0, length);
  };

  function dates(data, draft, steps, tell) {
    const foreseen = data.limits.foreseen[draft.node.status] ?? [];
    const dated = steps.filter(({ shape, text }) => shape.past && /^\d{4}(-\d\d)*$/.test(text));
    const verified = dated.find(({ shape }) => shape.checked);
    const checked = verified?.text ?? "";
    const now = today();
    const spans = dated.filter(({ shape }) => shape.since || shape.until).map(({ text }) => text);
    // A check before all that is told of its time: the check's date is the one that cannot be.
    const isEarly =
      verified !== undefined &&
      spans.length > 0 &&
      !(draft.node.status in data.limits.foreseen) &&
      spans.every((text) => before(checked, text) && !before(now, text));
    if (isEarly) tell("checked-before", verified.place, { found: checked, other: spans.sort()[0] });
    for (const { shape, text, place } of dated) {
      if (foreseen.some((mark) => shape[mark])) continue;
      const start = shape.until
        ? dated.find((one) => one.shape.since && one.place.owner === place.owner)?.text
        : "";
      if (text > now.slice(0, text.length)) tell("to-come", place, { found: text, limit: now });
      else if (start && before(text, start))
        tell("end-before-start", place, { found: `${start} – ${text}` });
      else if (shape.since && Number(text.slice(0, 4)) < data.limits.earliest)
        tell("early-year", place, { found: text, limit: data.limits.earliest });
      else if (!isEarly && (shape.since || shape.until) && checked && before(checked, text))
        tell("after-check", place, { found: text, limit: checked });
    }
  }

  // The boxes around a country's towns: south, north, west, east.
  function boxesOf(told) {
    const boxes = [];
    for (let at = 0; at < told.length; at += 4) {
      const [south, high, west, wide] = told.slice(at, at + 4);
      boxes.push([south, south + high, west, west + wide].map((tenths) => tenths / 10));
    }
    return boxes;
  }

  function places(data, steps, tell) {
    const margin = data.limits.margin;
    const isIn = (boxes, latitude, longitude) =>
      boxes.some(([south, north, west, east]) => {
        const low = west - margin;
        const high = east + margin;
        const across =
          west <= east ? low <= longitude && longitude <= high : longitude >= low || longitude <= high;
        return south - margin <= latitude && latitude <= north + margin && across;
      });
    for (const { shape, text, place } of steps) {
      if (shape.country && !data.countries.some(([code]) => code === text))
        tell("unknown-country", place, { found: text });
      if (!shape.at) continue;
      const code = place.owner[shape.at];
      const [latitude, longitude] = text.map(Number);
      const boxes = boxesOf(data.boxes[code] ?? []);
      if (!boxes.length || isIn(boxes, latitude, longitude)) continue;
      const found = `[${text.join(", ")}], ${code}`;
      if (isIn(boxes, longitude, latitude))
        tell("swapped-position", place, { found });
      else tell("position-elsewhere", place, { found });
    }
  }

  // -- cases ------------------------------------------------------------------------------------------------

  function parties(node, at, tell) {
    const ids = (name) => node[name].map(({ key }) => key.trim()).filter(Boolean);
    const own = new Set(ids("authorities"));
    node.partners.forEach(({ key }, n) => {
      if (own.has(key.trim()))
        tell("party-twice", at(["partners", n, "key"], ["partners", key]), { found: key });
    });
    const seen = new Set();
    const pairs = node.links.filter(([one, other]) => one && other);
    node.links.forEach(([one, other], n) => {
      if (!one || !other) return;
      const found = `[${one}, ${other}]`;
      const pair = [one, other].sort().join(" ");
      if (one === other) tell("self-link", at(["links", n], ["links", n]));
      else if (seen.has(pair)) tell("said-twice", at(["links", n], ["links", n]), { found });
      seen.add(pair);
    });
    const linked = new Set(pairs.flat());
    const known = new Set([...own, ...ids("partners")]);
    if (linked.size && [...linked].every((id) => known.has(id)))
      node.partners.forEach(({ key }, n) => {
        if (key.trim() && !linked.has(key.trim()))
          tell("unlinked-partner", at(["partners", n, "key"], ["partners", key]), { found: key });
      });
  }

  function outcomes(node, at, tell) {
    node.outcomes.forEach(({ key, value }, n) => {
      const told = Object.entries(value.stages).filter(([, stage]) => stage.text.trim());
      const seen = new Set();
      for (const [name, stage] of told) {
        const words = slug(stage.text);
        const place = at(
          ["outcomes", n, "value", "stages", name, "text"],
          ["outcomes", key, "stages", name, "text"],
        );
        if (seen.has(words)) tell("same-stage", place, { found: stage.text.slice(0, 60) });
        seen.add(words);
        if (name === "observed" && !stage.evidence)
          tell(
            "no-evidence",
            at(["outcomes", n, "value", "stages", name, "evidence"], ["outcomes", key, "stages", name]),
            {
              found: stage.text.slice(0, 60),
            },
          );
      }
    });
  }

  // -- concepts ---------------------------------------------------------------------------------------------

  function concept(data, draft, at, tell) {
    const { definitions, relations, terms } = draft.node;
    definitions.forEach(({ key, value }, n) => {
      const texts = LANGUAGES.filter((language) => value.text[language].trim());
      const place = (...more) => at(["definitions", n, "value", ...more], ["definitions", key, ...more]);
      if (value.wording === "quoted") {
        if (texts.length > 1) tell("quotation-translated", place("text", texts[1]));
        for (const language of texts) {
          const count = value.text[language].trim().split(/\s+/).length;
          if (count > data.limits.quotation)
            tell("quotation-too-long", place("text", language), { found: count });
        }
      }
      if (value.cited_in && value.cited_in === value.source)
        tell("cited-in-itself", place("cited_in"), { found: value.source });
    });
    const retained = definitions.map(({ value }, n) => (value.retained ? n : -1)).filter((n) => n >= 0);
    const names = (list) => list.map((n) => definitions[n].key).join(", ");
    if (retained.length > 1)
      tell("two-retained", at(["definitions", retained[1], "value", "retained"], ["definitions"]), {
        found: names(retained),
      });
    if (!retained.length && definitions.length > 1)
      tell("none-retained", at(["definitions", 0, "value", "retained"], ["definitions"]), {
        found: definitions.map(({ key }) => key).join(", "),
      });
    relations.related.forEach((id, n) => {
      if (id && relations.broader.includes(id))
        tell("said-twice", at(["relations", "related", n], ["relations", "related", n]), { found: id });
    });
    hierarchy(data, draft, at, tell);
    claims(data, draft, terms, at, tell);
  }

  // Concepts that contain this one come before it in no circle, and are no mere neighbours of it.
  function hierarchy(data, { id, node }, at, tell) {
    const above = { ...data.above, [id]: node.relations.broader };
    const containing = (one) => {
      const found = new Set();
      const waiting = [...(above[one] ?? [])];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
        if (!found.has(next)) {
          found.add(next);
          waiting.push(...(above[next] ?? []));
        }
      return found;
    };
    const own = containing(id);
    if (own.has(id))
      tell("broader-circle", at(["relations", "broader"], ["relations", "broader"]), { found: id });
    node.relations.related.forEach((other, n) => {
      if (!other || node.relations.broader.includes(other) || !(other in data.above)) return;
      if (own.has(other) || containing(other).has(id))
        tell("related-above", at(["relations", "related", n], ["relations", "related", n]), { found: other });
    });
  }

  // Names that this entry had before: an entry of today has them, or says so too.
  function formers(data, draft, at, tell) {
    (draft.node.formerly ?? []).forEach((former, n) => {
      const name = former.trim();
      const other = data.taken.ids.includes(name) ? name : data.taken.former[name];
      if (name && name === draft.id)
        tell("former-id-own", at(["formerly", n], ["formerly", n]), { found: name });
      else if (name && other && other !== draft.id)
        tell("former-id-taken", at(["formerly", n], ["formerly", n]), { found: name });
    });
  }

  // Forms that another concept has claimed, inflected ones of its own included.
  function claims(data, draft, terms, at, tell) {
    const there = globalThis.vmKnown.known(data).existing(draft);
    const [first, second] = LANGUAGES.map((language) => there[language]);
    for (const language of LANGUAGES) {
      const own = terms[language];
      const place = at(["terms", language, "preferred"], ["terms", language, "preferred"]);
      if (there[language] && !(language === LANGUAGES[1] && first === second))
        tell("exists", place, { found: own.preferred.trim(), entry: there[language] });
      const byHand = new Set(own.manual.map((form) => form.trim().toLowerCase()));
      const named = there[language] ? [] : [[["preferred"], own.preferred]];
      for (const group of ["synonyms", "forms", "replaced"])
        own[group].forEach((form, n) => named.push([[group, n], form]));
      for (const [path, form] of named) {
        const other = data.claimed[language]?.[form.trim().toLowerCase()];
        if (form.trim() && other && other !== draft.id && !byHand.has(form.trim().toLowerCase()))
          tell("form-claimed", at(["terms", language, ...path], ["terms", language, ...path]), {
            found: form.trim(),
          });
      }
    }
  }

  // -- addresses --------------------------------------------------------------------------------------------

  function addresses(data, draft, at, tell) {
    // A case that has no translation yet bears its own name in both languages.
    const there = Object.values(globalThis.vmKnown.known(data).existing(draft)); // of which that is told
    const wanted = draft.kind === "concept" || !draft.path ? LANGUAGES : [data.language];
    for (const language of wanted) {
      const label = draft.kind === "concept" ? draft.node.terms[language].preferred : draft.node.slug;
      const name = (draft.kind === "concept" ? slug(label.trim()) : label.trim()) || draft.id;
      const path = draft.kind === "concept" ? ["terms", language, "preferred"] : ["slug"];
      const [address, id] = data.taken.addresses[language]?.[name] ?? [];
      const place = label.trim() ? at(path, path) : { at: ["id"], name: ["id"], labels: [data.words.id] };
      if (address && id !== draft.id && !there.includes(id)) tell("address-taken", place, { found: address });
      if (draft.kind !== "concept" && language !== wanted[0]) continue; // it is the same name
      if (isDevice(name) && label.trim()) tell("reserved-name", place, { found: name }); // else the id is told
      if (name.length > 100)
        tell("name-too-long", place, { found: `${name.slice(0, 40)}…`, length: name.length, limit: 100 });
    }
  }

  globalThis.vmFacts = { facts, isDevice };
})();
