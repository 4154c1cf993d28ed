// Traces of other programs, slips of the keyboard, persons named, usage: rules of the check that are patterns alone.
//
// The patterns come with the form's data (vademecum/editing/form_patterns.py): both read the same ones.
(() => {
  "use strict";
  const { withoutCode } = globalThis.vmProse;
  const HIDDEN = /\]\([^()\s]*\)|\[@[^[\]]*\]|<?https?:\/\/[^\s<>]*/g; // addresses and citations
  const MOST = 60;

  // Gives what finds the slips of a text in a language ("" where it has none); of one in Markdown, in its words alone.
  function finder(patterns) {
    const rules = patterns.map(([code, source, flags, meant, language]) => ({
      ...{ code, meant, language },
      pattern: new RegExp(source, flags),
    }));
    return (text, language, markdown) => {
      const words = markdown ? withoutCode(text).replace(HIDDEN, (found) => "￼".repeat(found.length)) : text;
      const told = new Map();
      for (const { code, pattern, meant, language: of } of rules)
        for (const found of of && of !== language ? [] : words.matchAll(pattern)) {
          const nearest = meant.replace(/\$(\d)/g, (_, group) => found[group] ?? "");
          const values = { found: found[0].replace(/\s+/g, " ").trim().slice(0, MOST), nearest };
          if (!told.has(code + values.found)) told.set(code + values.found, { code, values });
        }
      return [...told.values()];
    };
  }

  globalThis.vmSlips = { finder };
})();
