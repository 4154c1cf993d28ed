// Where a draft comes from: an empty form, a file that this form saved, an entry of the site. What is kept of
// it.
(() => {
  "use strict";
  const { drafts, sectionsOf } = globalThis.vmDraft;
  const FORMAT = "vade-mecum/draft";
  const ID = /^[a-z0-9][a-z0-9-]*$/;
  const LONGEST_ID = 200;
  const LONGEST = 2_000_000; // letters of a file that is opened
  const text = (value) => (typeof value === "string" ? value : "");

  function opening(data, sourceShape) {
    const { empty, read, fit } = drafts(data.models);
    const modelOf = (kind) => ({ kind: "model", model: data.kinds[kind].model });

    const fresh = () => ({
      kind: data.form,
      id: "",
      auto: true,
      path: "",
      node: empty(modelOf(data.form)),
      sections: data.form === "case" ? {} : null,
      sources: [],
    });

    // {draft, left} from what this form saved, or from an entry of the site; null where it is neither. `left`
    // are the paths of what the form does not know.
    function opened(found) {
      const proposed = found?.kind in data.kinds && found.kind !== "references";
      if (found?.format !== FORMAT || !proposed) return null;
      const shape = modelOf(found.kind);
      const left = [];
      const draft = {
        kind: found.kind,
        id: text(found.id),
        auto: found.auto === true,
        path: text(found.path),
        node: found.file ? read(shape, found.file, left) : fit(shape, found.node),
        sections: found.kind.startsWith("case") ? sections(found) : null,
        sources: fit(sourceShape, found.sources),
        ...(Array.isArray(found.silent) ? { silent: found.silent } : {}),
      };
      return { draft, left };
    }

    function sections(found) {
      const given = found.sections ?? sectionsOf(text(found.body), data.sections);
      return Object.fromEntries(["", ...Object.keys(data.sections)].map((name) => [name, text(given[name])]));
    }

    // What a file that somebody chose holds; null where it is no draft.
    async function fromFile(file) {
      const read = file.size > LONGEST ? "" : await file.text().catch(() => "");
      try {
        return opened(JSON.parse(read));
      } catch {
        return null;
      }
    }

    // An entry of the site by its id, and the text of its file; null where there is none. Throws where it
    // cannot be had.
    async function fromSite(id) {
      if (!ID.test(id)) return null;
      const answer = await fetch(`entries-${id[0]}.json`);
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(answer.statusText);
      const entries = await answer.json();
      if (!Object.hasOwn(entries, id)) return null;
      const found = entries[id];
      return { found: opened(found), text: text(found.text) };
    }

    const kept = (draft) => ({ format: FORMAT, version: 1, ...draft });

    return { fresh, opened, fromFile, fromSite, kept };
  }

  // Whether what was kept is what form-source.js remembers of a file.
  const isSource = (value) =>
    typeof value?.front === "string" && typeof value.rest === "string" && typeof value.keys === "object";

  // The id of the entry that an address asks to correct; "" for none. No sentence can stand in it: it is shown.
  function asked() {
    const entry = new URLSearchParams(location.search).get("entry") ?? "";
    return entry.trim().toLowerCase().replace(/[^a-z0-9_-]+/g, "-").slice(0, LONGEST_ID);
  }

  globalThis.vmOpening = { opening, asked, isSource };
})();
