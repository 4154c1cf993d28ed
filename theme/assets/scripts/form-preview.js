// The page as readers would see it, roughly: its words, facts and texts. Nothing in a draft is ever taken for
// HTML: every node is made here or in form-blocks.js.
(() => {
  "use strict";
  const { element } = globalThis.vmControls;
  const { LANGUAGES, drafts } = globalThis.vmDraft;
  const { inline, texts } = globalThis.vmBlocks;

  function previews(data, labelsOf) {
    const { models } = data;
    const { isEmpty } = drafts(models);
    const { blocks } = texts(data.words);

    // A field's value in words: labels of keys, texts with their marks, groups as lists of what they hold.
    function value(shape, node, around, labels) {
      if (shape.kind === "boolean") return [data.words.ticked];
      if (shape.kind === "model") return [facts(shape.model, node, labels)];
      if (shape.byLanguage) return [languages(shape, node, labels)];
      if (shape.kind === "mapping")
        return node.map(({ key, value: one }) =>
          element(
            "div",
            { class: "vm-part" },
            element("strong", {}, name(shape.keys, key, "", labels)),
            " ",
            ...value(shape.items, one, key, labels),
          ),
        );
      if (shape.kind === "list")
        return [
          element(
            "ul",
            {},
            ...node
              .filter((one) => !isEmpty(shape.items, one))
              .map((one) => element("li", {}, ...value(shape.items, one, around, labels))),
          ),
        ];
      if (shape.kind === "pair")
        return [node.map((one, n) => name(shape.parts[n], one, around, labels)).join(" – ")];
      return shape.markdown ? blocks(node, labels) : [name(shape, node, around, labels)];
    }

    function languages(shape, node, labels) {
      const there = LANGUAGES.filter((language) => !isEmpty(shape.items, node[language]));
      return element(
        "div",
        {},
        ...there.map((language) =>
          element("div", { lang: language }, ...value(shape.items, node[language], language, labels)),
        ),
      );
    }

    // What a key stands for, where it comes from a list.
    function name(shape, key, around, labels) {
      const pairs =
        shape.choices ??
        (shape.vocabulary ? data.vocabularies[shape.vocabulary] : shape.country ? data.countries : []);
      const found = pairs.find(([one]) => one === key);
      if (found) return found[1];
      if (shape.refers?.of)
        return (data.known.definition[around] ?? []).find(([one]) => one === key)?.[1] ?? key;
      return shape.refers ? (labels.get(key) ?? key) : key;
    }

    function facts(model, node, labels, but = []) {
      const filledIn = models[model].filter(
        (field) => !but.includes(field.key) && !isEmpty(field.shape, node[field.key]),
      );
      return element(
        "dl",
        {},
        ...filledIn.flatMap((field) => [
          element("dt", {}, field.label),
          element("dd", {}, ...value(field.shape, node[field.key], "", labels)),
        ]),
      );
    }

    function page(draft) {
      const labels = labelsOf(draft);
      const { node } = draft;
      const title = node.title ?? node.terms?.[data.language].preferred ?? "";
      const lead = node.summary?.[data.language] ?? node.summary ?? "";
      const shown = ["title", "summary", "slug", "questions"];
      const parts = [element("h3", { class: "vm-preview__title" }, title || draft.id || "…")];
      if (typeof lead === "string" && lead) parts.push(element("p", { class: "vm-preview__lead" }, lead));
      parts.push(
        facts(data.kinds[draft.kind].model, node, labels, shown),
        ...sections(draft, labels),
        ...questions(node, labels),
      );
      return parts;
    }

    const sections = (draft, labels) =>
      Object.entries(data.sections).flatMap(([key, heading]) => {
        const text = draft.sections?.[key] ?? "";
        return text.trim() ? [element("h4", {}, heading), ...blocks(text, labels)] : [];
      });

    const questions = (node, labels) =>
      (node.questions ?? []).some((one) => one.trim())
        ? [
            element("h4", {}, data.shown.case.questions),
            element(
              "ol",
              {},
              ...node.questions
                .filter((one) => one.trim())
                .map((one) => element("li", {}, ...inline(one, labels))),
            ),
          ]
        : [];

    return { page };
  }

  globalThis.vmPreview = { previews };
})();
