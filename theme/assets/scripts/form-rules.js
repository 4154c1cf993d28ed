// What is wrong with a draft, or missing from it, field by field, by the rules of the model; the facts that
// several fields make are form-facts.js's. A finding is {code, at, name, labels, values}: `at` is its path in
// the draft, `name` its path in the file, `labels` what leads to it in words.
(() => {
  "use strict";
  const { LANGUAGES, drafts, tidy } = globalThis.vmDraft;
  const { prose, titlesIn } = globalThis.vmProse;
  const { valuesOf } = globalThis.vmValues;
  const { isDevice } = globalThis.vmFacts;

  const OF_WHOLE = new Set(["missing-footnote", "unused-note", "duplicate-note"]);

  function rules(data) {
    const { models } = data;
    const { isEmpty } = drafts(models);
    const slips = globalThis.vmSlips.finder(data.patterns);
    const unsaid = globalThis.vmUnsaid.finder(data.unsaid, data.noted);

    const { knownIn, choices, existing } = globalThis.vmKnown.known(data);

    // -- one look at a draft -----------------------------------------------------------------------------

    function find(draft) {
      const findings = [];
      const steps = []; // every number, date and place, for the facts
      const known = knownIn(draft);
      const { scalar, characters } = valuesOf(data, { draft, add, known, choices, steps, slips, unsaid });

      function add(code, place, values = {}) {
        findings.push({ code, at: place.at, name: place.name, labels: place.labels, values });
      }
      const into = (place, step, label, name = step) => ({
        at: [...place.at, step],
        name: [...place.name, name],
        labels: label ? [...place.labels, label] : place.labels,
        owner: place.owner,
        around: place.around,
        called: place.called, // the label of the field that the value stands in
      });

      function look(shape, node, place, required) {
        if (shape.kind === "boolean") return;
        if (isEmpty(shape, node) && !(shape.kind === "mapping" && node.length)) {
          if (required) add("missing-field", place);
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
          look(
            field.shape,
            node[field.key],
            { ...into(place, field.key, field.label), owner: node, model, called: field.label, required: field.required },
            field.required,
          );
      }

      function languages(shape, node, place) {
        const said = LANGUAGES.map((language) => JSON.stringify(node[language]));
        if (shape.same && said[0] === said[1] && !isEmpty(shape.items, node[LANGUAGES[0]])) {
          // The file says once what is the same in both.
          const own = into(place, data.language, data.languages[data.language]);
          look(shape.items, node[data.language], { ...own, name: place.name }, false);
          return;
        }
        for (const language of LANGUAGES) {
          const label = data.languages[language];
          if (!isEmpty(shape.items, node[language]))
            look(shape.items, node[language], into(place, language, label), false);
          else if (!(shape.unless?.length && place.owner?.[shape.unless[0]] === shape.unless[1]))
            add("missing-translation", into(place, language, label, language), { language: label });
        }
      }

      function mapping(shape, node, place) {
        const seen = new Set();
        node.forEach(({ key, value }, n) => {
          const own = { ...into(place, n, key || `${n + 1}`, key.trim()), around: key.trim() };
          const ofKey = { ...own, at: [...own.at, "key"] };
          const chosen = shape.keys.vocabulary || shape.keys.refers; // which the group's own name stands for
          if (!chosen) ofKey.called = data.words.key;
          const unnamed = { ...ofKey, labels: chosen ? own.labels : [...own.labels, data.words.key] };
          if (!key.trim() && chosen) add("empty-key", unnamed);
          else if (!key.trim()) add("missing-field", unnamed);
          else if (seen.has(key.trim())) add("duplicate-key", ofKey, { found: key });
          else scalar(shape.keys, key.trim(), ofKey);
          seen.add(key.trim());
          const inside = { ...own, at: [...own.at, "value"] };
          if (shape.items.kind === "model") fields(shape.items.model, value, inside);
          else if (isEmpty(shape.items, value)) add("empty", inside);
          else look(shape.items, value, inside, true);
        });
        sizes(shape, node.length, place);
      }

      function sizes(shape, length, place) {
        if (shape.most && length > shape.most)
          add("too-many", place, { key: place.called, length, limit: shape.most });
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
        const texts = shape.parts.map((part, n) => tidy(part, node[n]));
        shape.parts.forEach((part, n) => {
          const own = into(place, n, "");
          if (texts[n]) scalar(part, texts[n], own);
          else add("empty", own);
        });
        if (shape.at && findings.length === before) steps.push({ shape, text: texts, place });
      }

      // -- the whole --------------------------------------------------------------------------------------

      const kind = data.kinds[draft.kind];
      fields(kind.model, draft.node, { at: ["node"], name: [], labels: [] });
      const called = data.words.new_sources;
      const added = { at: ["sources"], name: ["references.yml"], labels: [called], called };
      mapping(
        {
          kind: "mapping",
          keys: data.kinds.references.ids,
          items: { kind: "model", model: data.kinds.references.model },
        },
        draft.sources,
        added,
      );
      identity(draft, kind, add);
      if (draft.sections) sections(draft, known, add, { characters, slips });
      return globalThis.vmFacts.facts(data, draft, findings, steps);
    }

    // The name of the file: a form of its own, and nobody else's.
    function identity(draft, kind, add) {
      const place = { at: ["id"], name: ["id"], labels: [data.words.id] };
      const id = draft.id.trim();
      const values = { key: data.words.id, found: id };
      if (!id) add("missing-field", place);
      else if (isDevice(id)) add("device-name", place, values);
      else if (!new RegExp(kind.ids.pattern).test(id)) add("bad-file-name", place, values);
      else if ([...id].length > kind.ids.most)
        add("too-long", place, { ...values, length: id.length, limit: kind.ids.most });
      else if (!draft.path && data.taken.ids.includes(id) && !Object.values(existing(draft)).includes(id))
        add("taken", place, { ...values, entry: id });
    }

    function sections(draft, known, add, { characters, slips }) {
      const silent = draft.node.silent ?? draft.silent ?? []; // a translation has its original's
      const titled = new Set(Object.values(draft.sections).flatMap(titlesIn));
      const told = proseOf(draft.sections, known);
      const field = data.models.Case.find(({ key }) => key === "silent");
      const silences = new Set(field.shape.items.choices.map(([name]) => name));
      for (const [name, title] of Object.entries(data.sections)) {
        const text = draft.sections[name] ?? "";
        const place = { at: ["sections", name], name: ["sections", name], labels: [title] };
        const written = Boolean(text.trim()) || titled.has(title.toLowerCase());
        if (written && silent.includes(name)) add("section-not-silent", place, { found: title });
        else if (!written && !silences.has(name)) add("context-missing", place);
        else if (!written && !silent.includes(name)) add("section-missing", place);
        else if (!written) add("silent-section", place, { found: title });
        const found = [characters(text), told(text), slips(text, data.language, true), unsaid.ofSection(text, name)];
        for (const { code, values } of found.flat()) add(code, place, values);
      }
    }

    // What is wrong with a section's text. Notes, anchors and titles are of the whole: one section may call
    // what another explains, and none may say again what another is called.
    function proseOf(sections, known) {
      const texts = Object.values(sections);
      const whole = prose(texts.join("\n\n"), known, data.sections);
      const written = Object.keys(data.sections).filter((name) => sections[name]?.trim());
      const titles = written.map((name) => data.sections[name].toLowerCase());
      const stands = ({ code, values: { found } }) =>
        code === "section-twice"
          ? titles.includes(found.toLowerCase())
          : !OF_WHOLE.has(code) || whole.some((one) => one.code === code && one.values.found === found);
      const twice = whole.filter(({ code }) => code === "duplicate-anchor");
      return (text) => {
        const own = prose(text, known, data.sections).filter(({ code }) => code !== "duplicate-anchor");
        const again = twice.filter(({ values }) => text.includes(`{#${values.found}}`));
        return [...own.filter(stands), ...again];
      };
    }

    return { find };
  }

  globalThis.vmRules = { rules };
})();
