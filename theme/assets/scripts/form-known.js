// What a draft may name: what the project has, and what the draft itself adds.
(() => {
  "use strict";

  function known(data) {
    // What may be named, by kind: the project's own, and what the draft adds.
    function knownIn(draft) {
      const known = Object.fromEntries(
        ["concept", "case", "chapter", "tool", "reference"].map((kind) => [kind, new Map(data.known[kind])]),
      );
      for (const { key } of draft.sources) if (key) known.reference.set(key, key);
      return { ...known, figure: data.known.figure, picture: data.known.picture };
    }

    // The ids that a field may name, as [id, label]; `around` is the key of the mapping that it stands in.
    function choices(draft, shape, around, known = knownIn(draft)) {
      const { kind, within, of } = shape.refers;
      if (of) return data.known.definition?.[around] ?? [];
      if (within.length)
        return within.flatMap((name) =>
          (draft.node[name] ?? [])
            .filter(({ key }) => key)
            .map(({ key, value }) => [key, value.name?.trim() || key]),
        );
      return [...(known[kind] ?? [])];
    }

    // The concept that has a new draft's own term already: language -> its id. It is corrected, not proposed again.
    function existing({ kind, path, node }) {
      if (kind !== "concept" || path) return {};
      const bare = (form) => form.trim().toLowerCase();
      const pairs = Object.entries(node.terms)
        .filter(([, { preferred, manual }]) => !manual.map(bare).includes(bare(preferred)))
        .map(([language, { preferred }]) => [language, data.claimed[language]?.[bare(preferred)]]);
      return Object.fromEntries(pairs.filter(([, id]) => id));
    }

    return { knownIn, choices, existing };
  }

  globalThis.vmKnown = { known };
})();
