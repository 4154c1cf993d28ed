// What a draft becomes: the file that the project holds, and the two ways that it takes there.
(() => {
  "use strict";
  const { bodyOf, drafts } = globalThis.vmDraft;
  const { yaml } = globalThis.vmYaml;
  const { sources: sourcesOf } = globalThis.vmSource;
  const { filled } = globalThis.vmWords;
  const ROOM = 6000; // encoded letters that an address may hold: beyond, servers refuse it

  function sending(data) {
    const { models, words } = data;
    const { written } = drafts(models);
    const write = yaml(models);

    // The path of the file that a draft is.
    const path = ({ path: old, kind, id }) =>
      old || data.kinds[kind].path.replace("<id>", id.trim() || "…").replace("<language>", data.language);

    const modelOf = (draft) => data.kinds[draft.kind].model;
    const pairsOf = (draft) => written({ kind: "model", model: modelOf(draft) }, draft.node) ?? [];
    const bodyIn = (draft) => (draft.sections ? bodyOf(draft.sections, data.sections) : null);
    const kept = (draft) => sourcesOf((pairs) => write.text(modelOf(draft), pairs));

    // What to keep of the text that a draft was made from, so that what nobody touches stays as it is.
    const remembered = (draft, text) => kept(draft).remember(text, pairsOf(draft), bodyIn(draft));

    // The file's text.
    function text(draft) {
      const { source } = draft;
      const [pairs, body] = [pairsOf(draft), bodyIn(draft)];
      const front = source ? kept(draft).front(source, pairs) : write.text(modelOf(draft), pairs);
      if (body === null) return front;
      const rest = source ? kept(draft).body(source, body) : `\n${body}`;
      return `---\n${front}---\n${rest}`;
    }

    // What references.yml lacks for this draft; "" for nothing.
    function sources(draft) {
      const model = data.kinds.references.model;
      const pairs = written({ kind: "mapping", items: { kind: "model", model } }, draft.sources);
      return pairs ? write.entries(model, pairs) : "";
    }

    // A mail that says what is joined to it; a browser cannot join it.
    function mail(draft) {
      const name = path(draft).split("/").at(-1);
      const more = sources(draft) ? filled(words.mail_sources, { sources: sources(draft) }) : "";
      const subject = encodeURIComponent(filled(words.mail_subject, { file: name }));
      const body = encodeURIComponent(filled(words.mail_body, { file: name, path: path(draft) }) + more);
      const whole = `mailto:${data.contact}?subject=${subject}&body=${body}`;
      return whole.length <= ROOM ? whole : `mailto:${data.contact}?subject=${subject}`;
    }

    // The forge's page for the file; `whole` says whether the text goes with the address.
    function forge(draft) {
      const { kind, new: add, edit } = data.forge;
      const file = path(draft);
      const encoded = file.split("/").map(encodeURIComponent).join("/");
      if (draft.path) return { address: edit + encoded, whole: false };
      const [folder, name] = [encoded.slice(0, encoded.lastIndexOf("/")), encoded.split("/").at(-1)];
      if (kind === "gitlab") return { address: `${add}${folder}?file_name=${name}`, whole: false };
      const bare = `${add}${folder}?filename=${name}`;
      const address = `${bare}&value=${encodeURIComponent(text(draft))}`;
      return address.length <= ROOM ? { address, whole: true } : { address: bare, whole: false };
    }

    return { path, remembered, text, sources, mail, forge };
  }

  globalThis.vmSending = { sending };
})();
