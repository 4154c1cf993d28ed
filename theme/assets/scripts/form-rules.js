// What is wrong with a draft, or missing from it, field by field, by the rules of the model; the facts that
// several fields make are form-facts.js's. A finding is {code, at, name, labels, values}: `at` is its path in the
// draft, `name` its path in the file, `labels` what leads to it in words.
(() => {
  "use strict";
  const { LANGUAGES, drafts, tidy, sectionsOf } = globalThis.vmDraft;
  const { characters, plain, prose } = globalThis.vmProse;

  function rules(data) {
    const { models, messages } = data;
    const { isEmpty } = drafts(models);

    // What may be named, by kind: the project's own, and what the draft adds.
    function knownIn(draft) {
      const known = Object.fromEntries(
        ["concept", "case", "chapter", "tool", "reference"].map((kind) => [
          kind,
          new Map(data.known[kind]),
        ]),
      );
      for (const { key } of draft.sources) if (key) known.reference.set(key, key);
      return { ...known, figure: data.known.figure, picture: data.known.picture };
    }

    // The ids that a field may name, as [id, label]; `around` is the key of the mapping that it stands in.
    function choices(draft, shape, around, known = knownIn(draft)) {
      const { kind, within, of } = shape.refers;
      if (of) return data.known.definition[around] ?? [];
      if (within.length)
        return within.flatMap((name) =>
          (draft.node[name] ?? []).filter(({ key }) => key).map(({ key, value }) => [key, value.name?.trim() || key]),
        );
      return [...(known[kind] ?? [])];
    }

    // -- one value --------------------------------------------------------------------------------------

    function find(draft) {
      const findings = [];
      const steps = []; // every number, date and place, for the facts
      const known = knownIn(draft);

      function add(code, place, values = {}) {
        findings.push({ code, at: place.at, name: place.name, labels: place.labels, values });
      }
      const named = (place) => place.name.join(".");
      const into = (place, step, label, name = step) => ({
        at: [...place.at, step],
        name: [...place.name, name],
        labels: label ? [...place.labels, label] : place.labels,
        owner: place.owner,
        around: place.around,
      });

      function look(shape, node, place, required) {
        if (shape.kind === "boolean") return;
        if (isEmpty(shape, node) && !(shape.kind === "mapping" && node.length)) {
          if (required) add("missing-field", place, { key: String(place.name.at(-1)) });
          return;
        }
        if (shape.kind === "model") fields(shape.model, node, place);
        else if (shape.byLanguage) languages(shape, node, place);
        else if (shape.kind === "mapping") mapping(shape, node, place);
        else if (shape.kind === "list") list(shape, node, place);
        else if (shape.kind === "pair") pair(shape, node, place);
        else scalar(shape, tidy(shape, node), place);
      }

      function fields(model, node, place) {
        for (const field of models[model])
          look(field.shape, node[field.key], { ...into(place, field.key, field.label), owner: node, model }, field.required);
      }

      function languages(shape, node, place) {
        for (const language of LANGUAGES) {
          const label = messages.languages[language];
          if (!isEmpty(shape.items, node[language]))
            look(shape.items, node[language], into(place, language, label), false);
          else if (!(shape.unless?.length && place.owner?.[shape.unless[0]] === shape.unless[1]))
            add("missing-translation", into(place, language, label, language), { found: named(place), language: label });
        }
      }

      function mapping(shape, node, place) {
        const seen = new Set();
        node.forEach(({ key, value }, n) => {
          const own = { ...into(place, n, key || `${n + 1}`, key.trim()), around: key.trim() };
          const ofKey = { ...own, at: [...own.at, "key"] };
          if (!key.trim()) add("missing-field", ofKey, { key: named(place) });
          else if (seen.has(key.trim())) add("duplicate-key", ofKey, { found: key, line: "" });
          else scalar(shape.keys, key.trim(), ofKey);
          seen.add(key.trim());
          const inside = { ...own, at: [...own.at, "value"] };
          if (shape.items.kind === "model") fields(shape.items.model, value, inside);
          else if (isEmpty(shape.items, value)) add("empty", inside, { key: named(inside) });
          else look(shape.items, value, inside, true);
        });
        sizes(shape, node.length, place);
      }

      function sizes(shape, length, place) {
        if (shape.most && length > shape.most)
          add("too-many", place, { key: named(place), length, limit: shape.most });
      }

      function list(shape, node, place) {
        const seen = new Set();
        node.forEach((one, n) => {
          const own = into(place, n, node.length > 1 ? String(n + 1) : "");
          look(shape.items, one, own, false);
          const text = typeof one === "string" ? one.replace(/\s+/g, " ").trim() : "";
          if (text && seen.has(text)) add("said-twice", own, { found: text.slice(0, 60) });
          seen.add(text);
        });
        sizes(shape, node.filter((one) => !isEmpty(shape.items, one)).length, place);
      }

      function pair(shape, node, place) {
        const before = findings.length;
        shape.parts.forEach((part, n) => {
          const own = into(place, n, "");
          const text = tidy(part, node[n]);
          if (text) scalar(part, text, own);
          else add("empty", own, { key: named(own) });
        });
        if (shape.at && findings.length === before) steps.push({ shape, text: node, place });
      }

      // -- text, numbers, dates ---------------------------------------------------------------------------

      function scalar(shape, text, place) {
        const values = { key: named(place), found: shown(text) };
        for (const { code, values: own } of characters(text)) add(code, place, own);
        const length = [...text].length;
        if (shape.most && length > shape.most) add("too-long", place, { ...values, length, limit: shape.most });
        else if (shape.choices && !shape.choices.some(([key]) => key === text))
          add("unknown-value", place, { ...values, choices: list_of(shape.choices) });
        else if (shape.vocabulary) ofList(shape, text, place, values);
        else if (shape.pattern && !new RegExp(shape.pattern).test(text))
          add("bad-form", place, { ...values, form: messages.forms[shape.form] ?? "", example: shape.example });
        else if (shape.form === "siren" && !luhn(text)) add("check-digit", place, values);
        else if (shape.form === "currency" && !data.currencies.includes(text))
          add("bad-form", place, { ...values, form: messages.forms.currency, example: shape.example });
        else if (shape.refers) reference(shape, text, place);
        else if (shape.kind === "integer" || shape.kind === "number") number(shape, text, place, values);
        else if (shape.kind === "date") day(text, place, values);
        else if (shape.form === "date" && !isDay(`${text}-01-01`.slice(0, 10))) add("impossible-date", place, values);
        else if (shape.markdown) for (const told of prose(text, known)) add(told.code, place, told.values);
        else if (shape.plain) for (const told of marks(text, place)) add(told.code, place, told.values);
        if (shape.past || shape.country) steps.push({ shape, text, place });
      }

      const marks = (text, place) =>
        plain(text).filter(({ code }) => code !== "quoted-whole" || place.name.at(-2) !== "locator");

      function ofList(shape, text, place, values) {
        const list = data.vocabularies[shape.vocabulary];
        const key = String(place.at.at(-1) === "key" ? place.name.at(-2) : place.name.findLast((one) => typeof one === "string"));
        if (!list.some(([one]) => one === text))
          add("unknown-vocabulary", place, { ...values, key, choices: list_of(list) });
      }

      function reference(shape, text, place) {
        const { kind, another } = shape.refers;
        if (another && text === draft.id) add("self-relation", place, { found: text });
        else if (shape.refers.of && !data.known.definition[place.around]) return; // the concept is told of
        else {
          const ids = choices(draft, shape, place.around, known);
          if (!ids.some(([id]) => id === text)) add(`unknown-${kind}`, place, { found: text, choices: list_of(ids) });
        }
      }

      function number(shape, text, place, values) {
        const form = shape.kind === "integer" ? /^[+-]?\d+$/ : /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
        if (!form.test(text)) add("wrong-type", place, { ...values, kind: messages.kinds[shape.kind] });
        else if (shape.minimum !== undefined && Number(text) < shape.minimum)
          add("out-of-range", place, { ...values, limit: shape.least_told });
        else if (shape.maximum !== undefined && Number(text) > shape.maximum)
          add("out-of-range", place, { ...values, limit: shape.most_told });
        else if (shape.digits !== undefined && (text.split(".")[1] ?? "").length > shape.digits)
          add("too-many-digits", place, { ...values, limit: shape.digits });
      }

      function day(text, place, values) {
        if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) add("wrong-type", place, { ...values, kind: messages.kinds.date });
        else if (!isDay(text)) add("impossible-date", place, values);
      }

      // -- the whole --------------------------------------------------------------------------------------

      const kind = data.kinds[draft.kind];
      fields(kind.model, draft.node, { at: ["node"], name: [], labels: [] });
      const added = { at: ["sources"], name: ["references.yml"], labels: [data.words.new_sources] };
      mapping({ kind: "mapping", keys: data.kinds.references.ids, items: { kind: "model", model: data.kinds.references.model } }, draft.sources, added);
      identity(draft, kind, add, scalar);
      if (draft.sections) sections(draft, known, add);
      return globalThis.vmFacts.facts(data, draft, findings, steps);
    }

    // The name of the file: a form of its own, and nobody else's.
    function identity(draft, kind, add, scalar) {
      const place = { at: ["id"], name: ["id"], labels: [data.words.id] };
      const id = draft.id.trim();
      if (!id) add("bad-file-name", place, { found: "…", expected: kind.path });
      else if (!new RegExp(kind.ids.pattern).test(id) || /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/.test(id))
        add("bad-file-name", place, { found: id, expected: kind.path });
      else if ([...id].length > kind.ids.most) add("too-long", place, { key: "id", length: id.length, limit: kind.ids.most });
      else if (!draft.path && data.taken.ids.includes(id)) add("taken", place, { found: id });
    }

    function sections(draft, known, add) {
      const silent = draft.node.silent ?? draft.silent ?? []; // a translation has its original's
      for (const [name, title] of Object.entries(data.sections)) {
        const text = draft.sections[name] ?? "";
        const place = { at: ["sections", name], name: ["sections", name], labels: [title] };
        const written = Boolean(text.trim());
        if (written && silent.includes(name)) add("section-not-silent", place, { found: title });
        else if (!written && !silent.includes(name)) add("section-missing", place, { found: title });
        else if (!written) add("silent-section", place, { found: title });
        if (written) for (const told of characters(text)) add(told.code, place, told.values);
      }
      // Notes are of the whole text: one section may call what another explains.
      const whole = Object.values(draft.sections).join("\n\n");
      const ofNotes = new Set(["missing-footnote", "unused-note", "duplicate-note"]);
      const there = prose(whole, known).filter(({ code }) => ofNotes.has(code));
      for (const [name, title] of Object.entries(data.sections)) {
        const place = { at: ["sections", name], name: ["sections", name], labels: [title] };
        const text = draft.sections[name] ?? "";
        for (const told of prose(text, known, data.sections))
          if (!ofNotes.has(told.code) || there.some((one) => one.code === told.code && one.values.found === told.values.found))
            add(told.code, place, told.values);
      }
    }

    return { find, choices, knownIn, sectionsOf };
  }

  const shown = (text) => {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
  };

  const MOST = 12; // as many choices as a message lists
  const list_of = (pairs) =>
    pairs
      .slice(0, MOST)
      .map(([key]) => key)
      .join(", ") + (pairs.length > MOST ? ", …" : "");

  // Whether the last of some digits is the check digit of the others (ISO/IEC 7812-1, annex B).
  const luhn = (digits) =>
    [...digits].reverse().reduce((sum, digit, n) => {
      const value = Number(digit) * (1 + (n % 2));
      return sum + Math.floor(value / 10) + (value % 10);
    }, 0) %
      10 ===
    0;

  // Whether a calendar has a day.
  function isDay(text) {
    const [year, month, day] = text.split("-").map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  globalThis.vmRules = { rules };
})();
