// The fields of a draft as the page shows them: each group under its name, items added and removed one by
// one.
(() => {
  "use strict";
  const { LANGUAGES, drafts, tidy } = globalThis.vmDraft;
  const { element, button, careful, controls } = globalThis.vmControls;
  const { filled, slug } = globalThis.vmWords;
  const LEAVES = new Set(["text", "choice", "integer", "number", "date", "boolean"]);
  const NAMED = 40; // letters of a name made from words

  // `form` is told of changes and asked for what there is to choose from (form.js).
  function fieldsOf(data, form) {
    const { models, words } = data;
    const { empty, isEmpty } = drafts(models);
    const { control } = controls(data, form);
    const languages = [data.language, ...LANGUAGES.filter((language) => language !== data.language)];

    // The fields of a model, whose values stand in `node`; `at` is its path in the draft.
    const group = (model, node, at) =>
      models[model].map((field) =>
        one(field.shape, {
          at: [...at, field.key],
          label: field.label,
          one: field.one,
          help: field.help,
          required: field.required,
          get: () => node[field.key],
          set: (value) => {
            node[field.key] = value;
          },
        }),
      );

    function one(shape, told) {
      if (LEAVES.has(shape.kind)) return control(shape, { ...told, value: told.get() });
      if (shape.kind === "model") return part(shape, told);
      if (shape.byLanguage) return set(told, ...byLanguage(shape, told));
      if (shape.kind === "pair") return set(told, ...pair(shape, told));
      if (shape.kind === "list" && (shape.items.choices || shape.items.vocabulary)) return ticks(shape, told);
      return several(shape, told);
    }

    // A part with fields of its own; one that may be left out is closed while it is empty.
    function part(shape, told) {
      const inside = group(shape.model, told.get(), told.at);
      if (told.required) return set(told, ...inside);
      const id = `f-${told.at.join("-")}`;
      return element(
        "details",
        { class: "vm-set vm-fold", id, open: told.open || !isEmpty(shape, told.get()) },
        element(
          "summary",
          {},
          told.label,
          element(
            "span",
            { class: "vm-help" },
            ` ${[told.help, words.optional].filter(Boolean).join("\u00a0· ")}`,
          ),
        ),
        element("ul", { class: "vm-told", id: `${id}-told` }),
        element("div", { role: "group", "aria-label": told.label }, ...inside),
      );
    }

    // A group with a name; what is wrong with the group as a whole is told at its head.
    function set({ at, label, help, required }, ...inside) {
      const id = `f-${at.join("-")}`;
      const told = [help, required ? "" : words.optional].filter(Boolean).join("\u00a0· ");
      return element(
        "fieldset",
        { class: "vm-set", id, "aria-describedby": `${id}-told` },
        element(
          "legend",
          {},
          label,
          required ? element("span", { class: "vm-must" }, ` ${words.required}`) : "",
        ),
        told ? element("p", { class: "vm-help" }, told) : "",
        element("ul", { class: "vm-told", id: `${id}-told` }),
        ...inside,
      );
    }

    const byLanguage = (shape, told) =>
      languages.map((language) =>
        one(shape.items, {
          at: [...told.at, language],
          label: filled(words.in_language, { label: told.label, language: data.languages[language] }),
          required: false,
          open: language === data.language,
          get: () => told.get()[language],
          set: (value) => {
            told.get()[language] = value;
          },
        }),
      );

    const pair = (shape, told) =>
      shape.parts.map((part, n) =>
        one(part, {
          at: [...told.at, n],
          label: Object.values(shape.at ? words.position : words.pair)[n],
          required: told.required,
          get: () => told.get()[n],
          set: (value) => {
            told.get()[n] = value;
          },
        }),
      );

    // A list of keys as boxes to tick, in the order of the list that they come from.
    function ticks(shape, told) {
      const pairs = shape.items.choices ?? data.vocabularies[shape.items.vocabulary];
      const unknown = told.get().filter((key) => !pairs.some(([one]) => one === key));
      const boxes = [...unknown.map((key) => [key, key]), ...pairs].map(([key, label]) => {
        const id = `f-${told.at.join("-")}-${key}`;
        const input = element("input", { type: "checkbox", id, checked: told.get().includes(key) });
        input.addEventListener("change", () => {
          const rest = told.get().filter((other) => other !== key);
          told.set(input.checked ? [...rest, key] : rest);
          form.changed();
        });
        return element("div", { class: "vm-tick" }, input, element("label", { for: id }, label));
      });
      return set(told, element("div", { class: "vm-ticks" }, ...boxes));
    }

    // -- one by one -----------------------------------------------------------------------------------------

    function several(shape, told) {
      const list = element("ol", { class: "vm-items" });
      const keyed = shape.kind === "mapping";
      const add = button(
        told.one ? filled(words.add_one, { one: told.one }) : filled(words.add, { label: told.label }),
        () => {
          told.get().push(keyed ? { key: "", value: empty(shape.items), auto: true } : empty(shape.items));
          renew();
          list.lastElementChild.querySelector("[data-field]").focus();
          form.changed();
        },
        { class: "vm-add", "data-add": told.at.join("-") },
      );
      function remove(n) {
        told.get().splice(n, 1);
        renew();
        add.focus();
        form.changed(filled(words.removed, { label: single(told), number: n + 1 }));
      }
      function renew() {
        list.replaceChildren(...told.get().map((value, n) => item(shape, told, value, n, remove)));
      }
      renew();
      return set(told, list, add);
    }

    // What one of several is called, without its article: Partner, of Partners; the name of all where that is all
    // there is.
    function single(told) {
      const one = (told.one ?? "").replace(/(^| )(?:une?|an?)[ \u00a0]/g, "$1");
      return one ? one[0].toUpperCase() + one.slice(1) : told.label;
    }

    function item(shape, told, value, n, remove) {
      const at = [...told.at, n];
      const name = `${single(told)} ${n + 1}`;
      const take = careful(
        filled(words.remove, { label: name }),
        { sure: filled(words.remove_sure, { label: name }), keep: words.keep },
        () => remove(n),
        { class: "vm-remove" },
        () => isUnfilled(shape, told.get()[n]),
      );
      if (shape.kind === "mapping") return keyedItem(shape, told, value, at, name, take);
      const inside = one(shape.items, {
        at,
        label: name,
        required: false,
        open: true, // whoever adds one writes in it next
        get: () => told.get()[n],
        set: (text) => {
          told.get()[n] = text;
        },
      });
      return element("li", {}, inside, take);
    }

    const isUnfilled = (shape, one) =>
      shape.kind === "mapping" ? !one.key.trim() && isEmpty(shape.items, one.value) : isEmpty(shape.items, one);

    // An entry of a mapping: its key, made from its words unless somebody writes it, and its fields.
    function keyedItem(shape, told, entry, at, name, take) {
      const chosen = shape.keys.vocabulary || shape.keys.refers;
      const key = control(shape.keys, {
        at: [...at, "key"],
        value: entry.key,
        label: chosen ? told.label : words.key,
        help: chosen ? "" : words.key_help,
        required: true,
        set: (text) => {
          entry.key = text;
          entry.auto = false;
        },
      });
      const own = { at: [...at, "value"], label: name, required: true, get: () => entry.value };
      const inside =
        shape.items.kind === "model"
          ? group(shape.items.model, entry.value, own.at)
          : [
              one(shape.items, {
                ...own,
                label: shape.items.refers ? words.definition : words.in_words,
                set: (text) => {
                  entry.value = text;
                },
              }),
            ];
      const box = element("li", { "aria-label": name });
      box.append(
        element("p", { class: "vm-number" }, name),
        ...(chosen ? [key, ...inside] : [...inside, key]),
        take,
      );
      if (!chosen)
        box.addEventListener("input", () => name_it(shape, told, entry, key.querySelector("input")));
      return box;
    }

    function name_it(shape, told, entry, input) {
      if (!entry.auto) return;
      const others = new Set(
        told
          .get()
          .filter((other) => other !== entry)
          .map(({ key }) => key),
      );
      const base = short(slug(first(shape.items, entry.value)));
      let made = base;
      for (let n = 2; base && others.has(made); n += 1) made = `${base}-${n}`;
      entry.key = made;
      input.value = made;
      form.changed();
    }

    // The first words that a value holds.
    function first(shape, node) {
      if (shape.kind === "text") return shape.plain || shape.markdown ? tidy(shape, node) : "";
      if (shape.kind === "model")
        return models[shape.model].reduce((found, field) => found || first(field.shape, node[field.key]), "");
      if (shape.byLanguage)
        return languages.reduce((found, language) => found || first(shape.items, node[language]), "");
      if (shape.kind === "list") return node.reduce((found, one) => found || first(shape.items, one), "");
      return "";
    }

    return { group, several, control };
  }

  // A name of whole words, not longer than NAMED.
  const short = (name) =>
    name.length <= NAMED
      ? name
      : name
          .slice(0, NAMED + 1)
          .replace(/-[^-]*$/, "")
          .slice(0, NAMED);

  globalThis.vmFields = { fieldsOf, short };
})();
