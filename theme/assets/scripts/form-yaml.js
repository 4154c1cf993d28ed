// A file's data as YAML, written so that every reader of YAML takes it for the same text.
//
// Text stands between double quotation marks, or below its key where it has several lines; ids and numbers
// stand bare. Data come from form-draft.js: mappings are lists of [key, value].
(() => {
  "use strict";
  const WIDTH = 140;
  const BARE = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
  const NUMBER = /^-?[0-9][0-9.-]*$/;
  const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff]/g;
  const BARE_KINDS = new Set(["integer", "number", "date", "boolean", "choice"]);

  const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(CONTROL, " ")}"`;

  const bareKey = (key) => (BARE.test(key) ? key : quoted(key));

  const braced = (parts) => `{${parts.join(", ")}}`;

  function scalar(shape, text) {
    const known = BARE_KINDS.has(shape.kind) || shape.refers || shape.vocabulary || shape.form;
    return known && (BARE.test(text) || NUMBER.test(text)) ? text : quoted(text);
  }

  function yaml(models) {
    const isGroup = (shape) => shape.kind === "model" || shape.kind === "mapping";
    const inner = (shape, key) =>
      shape.kind === "model" ? models[shape.model].find((field) => field.key === key).shape : shape.items;

    // A value on one line.
    function flow(shape, value) {
      if (!Array.isArray(value)) return scalar(shape.same ? shape.items : shape, value);
      if (isGroup(shape))
        return braced(value.map(([key, one]) => `${bareKey(key)}: ${flow(inner(shape, key), one)}`));
      return `[${value.map((one, n) => flow(shape.parts?.[n] ?? shape.items, one)).join(", ")}]`;
    }

    // Whether a value is read more easily on one line: short, and no prose.
    function fits(shape, value, room) {
      if (!Array.isArray(value)) return !value.includes("\n");
      if (!value.length) return true;
      if (isGroup(shape))
        return (
          !(shape.kind === "mapping" && shape.items.kind === "model") &&
          value.every(
            ([key, one]) =>
              !inner(shape, key).markdown &&
              fits(inner(shape, key), one, room) &&
              flat(inner(shape, key), one),
          ) &&
          flow(shape, value).length <= room
        );
      const parts = value.map((one, n) => [shape.parts?.[n] ?? shape.items, one]);
      return (
        parts.every(([part, one]) => !part.markdown && !isGroup(part) && fits(part, one, room)) &&
        flow(shape, value).length <= room
      );
    }

    const flat = (shape, one) => !Array.isArray(one) || shape.kind === "pair" || shape.kind === "list";

    // The lines of a group's keys, each moved in by `indent`.
    function lines(shape, pairs, indent = "") {
      return pairs.flatMap(([key, value]) => keyed(inner(shape, key), key, value, indent));
    }

    function keyed(shape, key, value, indent) {
      const head = `${indent}${bareKey(key)}:`;
      if (typeof value === "string" && value.includes("\n")) return [`${head} |-`, ...block(value, indent)];
      if (fits(shape, value, WIDTH - head.length)) return [`${head} ${flow(shape, value)}`];
      if (isGroup(shape)) return [head, ...lines(shape, value, `${indent}  `)];
      return [head, ...value.flatMap((one) => item(shape.items, one, `${indent}  `))];
    }

    function item(shape, value, indent) {
      if (typeof value === "string" && value.includes("\n"))
        return [`${indent}- |-`, ...block(value, indent)];
      if (!isGroup(shape) || fits(shape, value, WIDTH - indent.length))
        return [`${indent}- ${flow(shape, value)}`];
      const [first, ...rest] = lines(shape, value, `${indent}  `);
      return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
    }

    const block = (text, indent) =>
      text
        .replace(CONTROL, " ")
        .split("\n")
        .map((line) => (line.trim() ? `${indent}  ${line}` : ""));

    return {
      // A whole file of YAML, or what stands between the lines of --- of a Markdown file.
      text: (model, pairs) => `${lines({ kind: "model", model }, pairs).join("\n")}\n`,
      // Entries by their ids, as in references.yml.
      entries: (model, pairs) =>
        `${lines({ kind: "mapping", items: { kind: "model", model } }, pairs).join("\n")}\n`,
    };
  }

  globalThis.vmYaml = { yaml, quoted };
})();
