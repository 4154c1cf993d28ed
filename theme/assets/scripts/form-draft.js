// What somebody has filled in, as the form holds it, and as a file's data: the two ways between them.
//
// In the form every value stands, empty or not: text is a string, a mapping with keys of its own is a list of
// {key, value}. In a file only what was filled in stands, in the model's order, mappings as [key, value]
// pairs.
(() => {
  "use strict";
  const LANGUAGES = ["fr", "en"];
  const THOUSANDS = /^\d{1,3},\d{3}$/; // 12,000 in English, which has no decimal comma; of degrees there are fewer
  const PLAIN = new Set(["text", "choice", "integer", "number", "date"]);

  // The draft's tools for one form; `models` are the fields of each model.
  function drafts(models) {
    function empty(shape) {
      if (shape.kind === "model")
        return Object.fromEntries(models[shape.model].map((field) => [field.key, empty(field.shape)]));
      if (shape.byLanguage)
        return Object.fromEntries(LANGUAGES.map((language) => [language, empty(shape.items)]));
      if (shape.kind === "mapping" || shape.kind === "list") return [];
      if (shape.kind === "pair") return shape.parts.map(empty);
      return shape.kind === "boolean" ? false : "";
    }

    // -- from a file --------------------------------------------------------------------------------------

    const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

    // A file's value as the form holds it. What does not fit is left out, and its path noted in `left`.
    function read(shape, value, left, path = []) {
      if (value === undefined || value === null) return empty(shape);
      if (shape.kind === "boolean") return String(value) === "true";
      if (PLAIN.has(shape.kind)) {
        if (typeof value === "object") left.push(path.join("."));
        return typeof value === "object" ? "" : String(value);
      }
      if (shape.byLanguage && typeof value === "string" && shape.same)
        return Object.fromEntries(LANGUAGES.map((language) => [language, value]));
      if (shape.kind === "list" || shape.kind === "pair") return several(shape, value, left, path);
      if (!isGroup(value)) {
        left.push(path.join("."));
        return empty(shape);
      }
      return group(shape, value, left, path);
    }

    function several(shape, value, left, path) {
      if (!Array.isArray(value)) {
        left.push(path.join("."));
        return empty(shape);
      }
      if (shape.kind === "list") return value.map((one, n) => read(shape.items, one, left, [...path, n]));
      return shape.parts.map((part, n) => read(part, value[n], left, [...path, n]));
    }

    function group(shape, value, left, path) {
      if (shape.kind === "mapping" && !shape.byLanguage)
        return Object.entries(value).map(([key, one]) => ({
          key,
          value: read(shape.items, one, left, [...path, key]),
        }));
      const named = shape.byLanguage
        ? LANGUAGES.map((key) => ({ key, shape: shape.items }))
        : models[shape.model];
      for (const key of Object.keys(value))
        if (!named.some((field) => field.key === key)) left.push([...path, key].join("."));
      return Object.fromEntries(
        named.map((field) => [field.key, read(field.shape, value[field.key], left, [...path, field.key])]),
      );
    }

    // A value that was kept, in the form that the model has now; what no longer fits is empty.
    function fit(shape, node) {
      if (shape.kind === "boolean") return node === true;
      if (PLAIN.has(shape.kind)) return typeof node === "string" ? node : "";
      if (shape.kind === "list") return Array.isArray(node) ? node.map((one) => fit(shape.items, one)) : [];
      if (shape.kind === "pair") return shape.parts.map((part, n) => fit(part, node?.[n]));
      if (shape.kind === "mapping" && !shape.byLanguage)
        return (Array.isArray(node) ? node : []).filter(isGroup).map(({ key, value, auto }) => ({
          key: typeof key === "string" ? key : "",
          value: fit(shape.items, value),
          auto: auto === true,
        }));
      const known = isGroup(node) ? node : {};
      if (shape.byLanguage)
        return Object.fromEntries(LANGUAGES.map((language) => [language, fit(shape.items, known[language])]));
      return Object.fromEntries(
        models[shape.model].map((field) => [field.key, fit(field.shape, known[field.key])]),
      );
    }

    // -- to a file ----------------------------------------------------------------------------------------

    // What a file holds of a value; undefined where there is nothing.
    function written(shape, node) {
      if (shape.kind === "boolean") return node ? "true" : undefined;
      if (PLAIN.has(shape.kind)) return tidy(shape, node) || undefined;
      if (shape.kind === "list") {
        const items = node.map((one) => written(shape.items, one)).filter((one) => one !== undefined);
        return items.length ? items : undefined;
      }
      if (shape.kind === "pair") {
        const parts = node.map((one, n) => written(shape.parts[n], one) ?? "");
        return parts.some(Boolean) ? parts : undefined;
      }
      const pairs = shape.byLanguage || shape.kind === "model" ? named(shape, node) : keyed(shape, node);
      if (shape.same && pairs.length > 1 && pairs.every(([, one]) => one === pairs[0][1])) return pairs[0][1];
      return pairs.length ? pairs : undefined;
    }

    const named = (shape, node) =>
      (shape.byLanguage
        ? LANGUAGES.map((key) => [key, written(shape.items, node[key])])
        : models[shape.model].map((field) => [field.key, written(field.shape, node[field.key])])
      ).filter(([, one]) => one !== undefined);

    // An entry with a key alone stands in the file as it is: the check says what it lacks.
    const keyed = (shape, node) =>
      node
        .map(({ key, value }) => [key.trim(), written(shape.items, value) ?? nothing(shape.items)])
        .filter(([key, one]) => key || (one !== "" && one.length));

    const nothing = (shape) => (shape.kind === "model" || shape.kind === "mapping" ? [] : "");

    const isEmpty = (shape, node) => written(shape, node) === undefined;

    return { empty, read, fit, written, isEmpty };
  }

  // Text as it is written: lines that end in one way, no tabs; one line where the field has but one; a number
  // with a decimal point, though French has a comma.
  function tidy(shape, typed) {
    const whole = String(typed)
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replace(/[\t\v\f]/g, " ");
    const text = (shape.markdown === "blocks" ? whole : whole.replace(/\s*\n\s*/g, " ")).trim();
    if (shape.kind !== "number" || (THOUSANDS.test(text) && !(shape.maximum < 1000))) return text;
    return text.replace(/^([+-]?\d+),(\d+)$/, "$1.$2");
  }

  // -- sections of text -------------------------------------------------------------------------------------

  // A body's text under the titles that are known; what comes before the first of them stands under "".
  function sectionsOf(body, titles) {
    const names = new Map(Object.entries(titles).map(([name, title]) => [title.toLowerCase(), name]));
    const found = { "": [] };
    let at = "";
    let fence = "";
    for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
      const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1] ?? "";
      if (mark) fence = fence ? (mark.startsWith(fence) ? "" : fence) : mark.slice(0, 3);
      const heading = fence ? null : /^## +(.*?)[ #]*$/.exec(line);
      const name = heading && names.get(heading[1].trim().toLowerCase());
      if (name && !(name in found)) {
        at = name;
        found[at] = [];
      } else found[at].push(line);
    }
    return Object.fromEntries(
      Object.entries(found).map(([name, lines]) => [name, lines.join("\n").replace(/^\n+|\s+$/g, "")]),
    );
  }

  // The body that holds some sections, each under its title.
  function bodyOf(sections, titles) {
    const parts = [sections[""] ?? ""];
    for (const [name, title] of Object.entries(titles)) {
      const text = prose(sections[name] ?? "");
      if (text) parts.push(`## ${title}`, text);
    }
    return parts
      .filter(Boolean)
      .map((part) => `${part}\n`)
      .join("\n");
  }

  const prose = (text) =>
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replace(/[\v\f]/g, " ")
      .replace(/^\n+|\s+$/g, "");

  globalThis.vmDraft = { LANGUAGES, drafts, tidy, sectionsOf, bodyOf };
})();
