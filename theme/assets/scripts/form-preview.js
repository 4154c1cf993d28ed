// The page as readers would see it, roughly: its words, facts and texts with their marks. Nothing in a draft
// is ever taken for HTML: every node is made here.
(() => {
  "use strict";
  const { element } = globalThis.vmControls;
  const { LANGUAGES, drafts } = globalThis.vmDraft;
  const SEMICOLON = document.documentElement.lang === "fr" ? "\u202f; " : "; ";
  const INLINE = new RegExp(
    [
      "\\\\([!-/:-@[-`{-~])",
      "(`+)([\\s\\S]*?[^`])\\2(?!`)",
      String.raw`\*\*(?=\S)([\s\S]*?\S)\*\*`,
      String.raw`(?<![\w*])\*(?=\S)([\s\S]*?\S)\*(?![\w*])`,
      String.raw`\[(@[^[\]]*)\](?!\()`,
      String.raw`\[\^([^\]\s]+)\](?!:)`,
      String.raw`\[([^[\]]*)\]\(([^()\s]*)\)`,
      String.raw`\{lang=[\w-]+\}`,
    ].join("|"),
  );

  // A text's inline marks as nodes.
  function inline(text, labels) {
    const nodes = [];
    let rest = text;
    for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
      const [whole, escaped, , code, strong, emphasis, cited, note, words, address] = found;
      nodes.push(rest.slice(0, found.index));
      if (escaped) nodes.push(escaped);
      else if (code) nodes.push(element("code", {}, code));
      else if (strong) nodes.push(element("strong", {}, ...inline(strong, labels)));
      else if (emphasis) nodes.push(element("em", {}, ...inline(emphasis, labels)));
      else if (cited) nodes.push(element("span", { class: "citations" }, `(${citation(cited, labels)})`));
      else if (note) nodes.push(element("sup", {}, note));
      else if (address !== undefined)
        nodes.push(element("span", { class: "vm-link", title: address }, ...inline(words, labels)));
      rest = rest.slice(found.index + whole.length);
    }
    return [...nodes, rest].filter((node) => node !== "");
  }

  const citation = (text, labels) =>
    text
      .split(/;\s*(?=@)/)
      .map((work) => {
        const [, id, locator] = /^@([^,\s]*)(?:,\s*(.*))?$/s.exec(work.trim()) ?? [null, work, ""];
        return [labels.get(id) ?? id, locator].filter(Boolean).join(", ");
      })
      .join(SEMICOLON);

  // A text's blocks as nodes.
  function blocks(text, labels) {
    return text
      .split(/\n[ \t]*\n+/)
      .filter((part) => part.trim())
      .map((part) => block(part, labels));
  }

  function block(part, labels) {
    const lines = part.replace(/^\n+|\n+$/g, "").split("\n");
    const heading = /^(#{2,6})\s+(.*)$/.exec(lines[0]);
    if (heading) return element(`h${Math.min(6, heading[1].length + 1)}`, {}, ...inline(heading[2], labels));
    if (/^ {0,3}>/.test(lines[0])) {
      const inner = lines
        .map((line) => line.replace(/^ {0,3}> ?/, ""))
        .filter((line) => !/^\[!\w+\]$/.test(line.trim()));
      return element("blockquote", {}, ...blocks(inner.join("\n"), labels));
    }
    if (/^ {0,3}(?:[-*+]|\d+[.)])\s/.test(lines[0])) return list(lines, labels);
    const definition = /^\[\^([^\]\s]+)\]:\s*(.*)$/s.exec(part.trim());
    if (definition)
      return element("p", { class: "vm-note" }, `${definition[1]}. `, ...inline(definition[2], labels));
    return element("p", {}, ...inline(lines.join("\n"), labels));
  }

  function list(lines, labels) {
    const items = [];
    for (const line of lines) {
      const found = /^ {0,3}(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
      if (found) items.push(found[1]);
      else items.push(`${items.pop() ?? ""}\n${line.trim()}`);
    }
    const tag = /^\s*\d/.test(lines[0]) ? "ol" : "ul";
    return element(tag, {}, ...items.map((item) => element("li", {}, ...inline(item, labels))));
  }

  // -- a page -----------------------------------------------------------------------------------------------

  function previews(data, labelsOf) {
    const { models } = data;
    const { isEmpty } = drafts(models);

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
