// Traces of other programs, slips of the keyboard, persons named, usage: rules of the check that are patterns alone.
//
// The patterns come with the form's data (vademecum/editing/form_patterns.py): both read the same ones.
(() => {
  "use strict";
  const { withoutCode } = globalThis.vmProse;
  const HIDDEN = /\]\([^()\s]*\)|\[@[^[\]]*\]|<?https?:\/\/[^\s<>]*/g; // addresses and citations
  const MOST = 60;
  // The edge of a word. JavaScript's own knows the letters of ASCII alone.
  const INSIDE = "[\\p{L}\\p{M}\\p{N}_]";
  const EDGE = `(?:(?<=${INSIDE})(?!${INSIDE})|(?<!${INSIDE})(?=${INSIDE}))`;

  const compiled = (source) => new RegExp(source.replaceAll("\\b", EDGE), "gmu");

  // Whether a rule may find anything. A pattern is compiled when a text first asks for it: all of them at once
  // would hold a phone up for a second.
  const mayFind = ({ language: of, needs }, words, language) =>
    (!of || of === language) && (!needs.length || needs.some((need) => words.includes(need)));

  const named = ([code, source, meant, language, needs]) => ({ code, source, meant, language, needs });

  // Gives what finds the slips of a text in a language ("" where it has none); of one in Markdown, in its words alone.
  function finder(patterns) {
    const rules = patterns.map(named);
    return (text, language, markdown) => {
      if (!text.trim()) return [];
      const words = markdown ? withoutCode(text).replace(HIDDEN, (found) => "￼".repeat(found.length)) : text;
      const told = new Map();
      for (const rule of rules.filter((one) => mayFind(one, words, language)))
        for (const found of words.matchAll((rule.pattern ??= compiled(rule.source)))) {
          const { code, meant } = rule;
          const nearest = meant.replace(/\$(\d)/g, (_, group) => found[group] ?? "");
          const values = { found: found[0].replace(/\s+/g, " ").trim().slice(0, MOST), nearest };
          if (!told.has(code + values.found)) told.set(code + values.found, { code, values });
        }
      return [...told.values()];
    };
  }

  globalThis.vmSlips = { compiled, finder };
})();
