// The form to propose or correct an entry: a draft that is written in fields, kept, looked at and sent.
// Without this script the page says how to propose by email. What its fields need stands in #vm-form-data. The rules,
// what draws and what sends are asked for when somebody writes or comes near to what is missing: a page that is
// only looked at weighs half.
(() => {
  "use strict";
  const root = document.getElementById("vm-form");
  const source = document.getElementById("vm-form-data");
  if (!root || !source) return;
  const data = JSON.parse(source.textContent);
  const { element } = globalThis.vmControls;
  const { filled, slug } = globalThis.vmWords;
  const { fieldsOf, short } = globalThis.vmFields;
  const { words } = data;
  const sourceShape = {
    kind: "mapping",
    keys: data.kinds.references.ids,
    items: { kind: "model", model: data.kinds.references.model },
  };
  const { knownIn, choices } = globalThis.vmKnown.known(data);
  const { asked, isSource, opening } = globalThis.vmOpening;
  const { fresh, opened, fromFile, fromSite, kept } = opening(data, sourceShape);
  const entry = asked();
  const { kept: keeper, save } = globalThis.vmKeeping;
  const store = keeper(
    ["form", data.form, data.language, entry].filter(Boolean).join(":"),
  );

  let draft = fresh();
  let waiting = 0;
  const part = globalThis.vmParts.build(root, data, {
    openFile,
    saveDraft,
    erase,
    copyText,
    saveFile,
    renew,
  });

  // -- what comes later -------------------------------------------------------------------------------------

  let rules = null;
  let told = null;
  let preview = null;
  let ways = null;
  let coming = null;

  const script = (address) =>
    new Promise((resolve, reject) => {
      const made = element("script", { src: address });
      made.async = false; // they run in order
      made.addEventListener("load", resolve);
      made.addEventListener("error", reject);
      document.head.append(made);
    });

  // Fulfilled when all is there; where the network does not answer, the next touch asks again.
  function later() {
    coming ??= Promise.all(root.dataset.later.split(" ").map(script)).then(ready, (trouble) => {
      coming = null;
      say(words.waiting);
      throw trouble;
    });
    return coming;
  }

  function ready() {
    Object.assign(data, globalThis.vmFormRules);
    rules = globalThis.vmRules.rules(data);
    told = globalThis.vmTold.telling(data, root, part);
    preview = globalThis.vmPreview.previews(data, labelsOf);
    ways = globalThis.vmSending.sending(data);
    if (part.said.textContent === words.waiting) say("");
    renew();
  }

  const soonLater = () => later().catch(() => {});

  // What the ids that a draft names are called.
  function labelsOf(one) {
    const lists = Object.values(knownIn(one)).filter((known) => known instanceof Map);
    return new Map(lists.flatMap((known) => [...known]));
  }

  // -- what fields ask --------------------------------------------------------------------------------------

  const renewers = new Map();
  const numbers = (text) => [...text.matchAll(/\[\^(\d+)\]/g)].map((found) => Number(found[1]));
  const fields = fieldsOf(data, {
    changed(said = "") {
      store.write(kept(draft));
      if (said) part.heard.textContent = said;
      soon(renew);
    },
    whenChanged: (node, act) => renewers.set(node, act),
    choices(shape, at) {
      const inside = at.at(-1) === "value";
      const around = inside ? at.slice(0, -1).reduce((node, step) => node?.[step], draft)?.key : "";
      return choices(draft, shape, around);
    },
    references: () => [...knownIn(draft).reference],
    notes: () => Math.max(0, ...Object.values(draft.sections ?? {}).flatMap(numbers)),
  });

  // -- fields -----------------------------------------------------------------------------------------------

  function lay() {
    renewers.clear();
    const whole = fields.group(data.kinds[draft.kind].model, draft.node, ["node"]);
    const correcting = filled(words.correcting, { path: draft.path });
    part.fields.replaceChildren(
      element("h2", { id: "vm-facts" }, words.facts),
      draft.path ? element("p", { class: "vm-path" }, correcting) : "",
      ...whole,
      ...(draft.sections ? [element("h2", { id: "vm-sections" }, words.sections), ...sections()] : []),
      ...(draft.path ? [] : [element("h2", { id: "vm-name" }, words.id), identity()]),
      element("h2", { id: "vm-sources" }, words.new_sources),
      element("p", { class: "vm-help" }, words.new_sources_text),
      fields.several(sourceShape, {
        at: ["sources"],
        label: words.new_source,
        one: words.one_source,
        required: false,
        get: () => draft.sources,
      }),
    );
    renew();
  }

  // The name of the file, made from the title unless somebody writes it.
  const identity = () =>
    fields.control(data.kinds[draft.kind].ids, {
      at: ["id"],
      value: draft.id,
      label: words.id,
      help: words.id_help,
      required: true,
      set: (text) => {
        draft.id = text;
        draft.auto = false;
      },
    });

  // A section may be left out where the sources say nothing: of a translation, where its original says so.
  const silent = data.models.Case?.find(({ key }) => key === "silent");
  const orSilent = silent ? filled(words.or_silent, { label: silent.label }) : "";
  const sections = () =>
    Object.entries(data.sections).map(([name, title]) =>
      fields.control(
        { kind: "text", markdown: "blocks", section: true },
        {
          at: ["sections", name],
          value: draft.sections[name] ?? "",
          label: title,
          help: words.section_help[`of_${name}`],
          required: name === "context",
          optional: orSilent,
          set: (text) => {
            draft.sections[name] = text;
          },
        },
      ),
    );

  function nameIt() {
    const input = document.getElementById("f-id");
    if (!input || !draft.auto) return;
    const { title, terms } = draft.node;
    draft.id = short(slug((title ?? terms?.en.preferred) || terms?.fr.preferred || ""));
    input.value = draft.id;
  }

  // Act a little later, and not while a button of the pointer is down: a message that comes or goes would
  // move what is being pressed from under it, and the press would be lost.
  let pressed = false;
  function soon(act, wait = 150) {
    clearTimeout(waiting);
    waiting = setTimeout(() => (pressed ? soon(act) : act()), wait);
  }

  // Look at the draft anew, and show what follows from it.
  function renew() {
    clearTimeout(waiting);
    nameIt();
    for (const [node, act] of renewers)
      if (node.isConnected) act();
      else renewers.delete(node);
    if (!rules) return;
    told.show(rules.find(draft));
    send();
    if (part.preview.parentElement.open) part.preview.replaceChildren(...preview.page(draft));
  }

  // -- where it goes ----------------------------------------------------------------------------------------

  function send() {
    part.path.textContent = ways.path(draft);
    part.text.value = ways.text(draft);
    part.more.value = ways.sources(draft);
    document.getElementById("vm-more-file").hidden = !part.more.value;
    if (data.contact) part.mail.href = ways.mail(draft);
    if (!data.forge) return;
    const { address, whole } = ways.forge(draft);
    part.forge.href = address;
    const lines = whole ? [] : Object.values(draft.path ? words.paste_over : words.paste);
    const path = ways.path(draft);
    part.paste.replaceChildren(...lines.map((text) => element("li", {}, filled(text, { path }))));
    part.paste.hidden = whole;
  }

  const say = (phrase, values = {}) => {
    part.said.textContent = filled(phrase, values);
  };

  async function copyText() {
    await soonLater();
    if (!ways) return;
    try {
      await navigator.clipboard.writeText(part.text.value);
      part.heard.textContent = words.copied;
    } catch {
      part.text.closest("details").open = true;
      part.text.focus();
      part.text.select();
      part.heard.textContent = words.copy_by_hand;
    }
  }

  async function saveFile() {
    await soonLater();
    if (!ways) return;
    const file = ways.path(draft).split("/").at(-1);
    save(file, part.text.value);
    if (part.more.value) save("references-to-add.yml", part.more.value);
    part.heard.textContent = filled(words.saved, { file });
  }

  // -- what is kept -----------------------------------------------------------------------------------------

  function saveDraft() {
    const file = `${draft.id || data.form}-${data.language}.json`;
    save(file, kept(draft));
    say(words.draft_saved, { file });
  }

  async function openFile(input) {
    const [file] = input.files;
    if (!file) return;
    const found = await fromFile(file);
    input.value = ""; // so that the same file can be opened again
    await take(found, file.name);
  }

  // Put a draft in place of the one here; what it has that the form does not know is told.
  async function take(found, name) {
    if (!found) {
      say(words.not_a_draft, { file: name });
      return;
    }
    await soonLater();
    draft = found.draft;
    told?.forget();
    lay();
    store.write(kept(draft));
    say(found.left.length ? words.opened_but : words.opened, { file: name, left: found.left.join(", ") });
  }

  function erase() {
    store.erase();
    draft = fresh();
    told?.forget();
    lay();
    say(words.erased);
  }

  async function openEntry() {
    try {
      const there = await fromSite(entry);
      if (!there) return say(words.no_entry, { file: entry });
      await later();
      const { found, text } = there;
      if (found && text && !found.left.length) found.draft.source = ways.remembered(found.draft, text);
      await take(found, entry);
    } catch {
      say(words.unread, { file: entry });
    }
  }

  // -- begin ------------------------------------------------------------------------------------------------

  root.addEventListener("focusout", ({ target }) => {
    if (!target.id || !told) return;
    told.touch(target);
    if (pressed) soon(renew, 0);
    else told.mark();
  });
  for (const reached of ["focusin", "pointerdown"]) root.addEventListener(reached, soonLater);
  addEventListener("scroll", soonLater, { once: true, passive: true }); // whoever reads on may write
  addEventListener("online", () => (part.said.textContent === words.waiting ? soonLater() : null));
  const near = new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) soonLater();
  }, { rootMargin: "300px" });
  near.observe(part.summary);
  addEventListener("pointerdown", () => (pressed = true), true);
  for (const end of ["pointerup", "pointercancel", "dragend"])
    addEventListener(end, () => (pressed = false), true);
  part.where.textContent = store.works ? words.where : words.unkept;
  const stored = store.read();
  const before = opened(stored);
  if (before) draft = before.draft;
  if (before && isSource(stored.source)) draft.source = stored.source;
  lay();
  if (before) soonLater().then(() => say(words.resumed));
  else if (entry) openEntry();
})();
