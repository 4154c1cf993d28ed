// The form to propose or correct an entry: its parts on the page, what is kept, what is told, where it goes.
// Without this script the page says how to propose by email. All that the form knows stands in #vm-form-data.
(() => {
  "use strict";
  const root = document.getElementById("vm-form");
  const source = document.getElementById("vm-form-data");
  if (!root || !source) return;
  const data = JSON.parse(source.textContent);
  const { drafts, sectionsOf } = globalThis.vmDraft;
  const { element, button } = globalThis.vmControls;
  const { filled, wording } = globalThis.vmWords;
  const { fieldsOf, short } = globalThis.vmFields;
  const { slug } = globalThis.vmFacts;
  const { save, sending } = globalThis.vmSending;
  const { words, models } = data;
  const FORMAT = "vade-mecum/draft";
  const LONGEST = 2_000_000; // letters of a file that is opened
  const { empty, read, fit } = drafts(models);
  const rules = globalThis.vmRules.rules(data);
  const { message, isFault, place } = wording(data);
  const ways = sending(data);
  const sourceShape = {
    kind: "mapping",
    keys: data.kinds.references.ids,
    items: { kind: "model", model: data.kinds.references.model },
  };

  // -- the draft --------------------------------------------------------------------------------------------

  const modelOf = (kind) => ({ kind: "model", model: data.kinds[kind].model });

  function fresh() {
    return {
      kind: data.form,
      id: "",
      auto: true,
      path: "",
      node: empty(modelOf(data.form)),
      sections: data.form === "case" ? {} : null,
      sources: [],
    };
  }

  // A draft from what this form saved, or from an entry of the site; null where it is neither.
  function opened(found) {
    if (found?.format !== FORMAT || !(found.kind in data.kinds) || found.kind === "references") return null;
    const shape = modelOf(found.kind);
    const left = [];
    const text = (value) => (typeof value === "string" ? value : "");
    const sections = found.kind.startsWith("case") ? (found.sections ?? sectionsOf(text(found.body), data.sections)) : null;
    const draft = {
      kind: found.kind,
      id: text(found.id),
      auto: found.auto === true,
      path: text(found.path),
      node: found.file ? read(shape, found.file, left) : fit(shape, found.node),
      sections: sections && Object.fromEntries(["", ...Object.keys(data.sections)].map((name) => [name, text(sections[name])])),
      sources: fit(sourceShape, found.sources),
      ...(Array.isArray(found.silent) ? { silent: found.silent } : {}),
    };
    return { draft, left };
  }

  let draft = fresh();
  const asked = new URLSearchParams(location.search).get("entry") ?? "";
  const entry = /^(?:[a-z0-9-]+\/)+entry\.json$/.test(asked) ? asked : "";
  const store = globalThis.vmKeeping.kept(["form", data.form, data.language, entry].filter(Boolean).join(":"));
  const kept = () => ({ format: FORMAT, version: 1, ...draft });

  // -- what fields ask --------------------------------------------------------------------------------------

  const renewers = new Map();
  let waiting = 0;
  const form = {
    changed(said = "") {
      store.write(kept());
      if (said) part.heard.textContent = said;
      clearTimeout(waiting);
      waiting = setTimeout(renew, 150);
    },
    whenChanged: (node, act) => renewers.set(node, act),
    choices(shape, at) {
      const around = at.at(-1) === "value" ? at.slice(0, -1).reduce((node, step) => node?.[step], draft)?.key : "";
      return rules.choices(draft, shape, around);
    },
    references: () => [...rules.knownIn(draft).reference],
    notes: () =>
      Math.max(0, ...Object.values(draft.sections ?? {}).flatMap((text) => [...text.matchAll(/\[\^(\d+)\]/g)].map((one) => Number(one[1])))),
  };
  const fields = fieldsOf(data, form);
  const preview = globalThis.vmPreview.previews(data, (one) => new Map(Object.values(rules.knownIn(one)).flatMap((known) => (known instanceof Map ? [...known] : []))));

  // -- the parts of the page --------------------------------------------------------------------------------

  const part = {
    said: element("p", { class: "vm-said", role: "status" }),
    heard: element("p", { class: "vm-unseen", role: "status" }),
    where: element("p", { class: "vm-where" }),
    fields: element("div", { class: "vm-fields" }),
    summary: element("p", { class: "vm-summary", role: "status" }),
    faults: element("ol", { class: "vm-findings" }),
    remarks: element("ol", { class: "vm-findings" }),
    advice: element("details", { class: "vm-advice" }, element("summary", {}, words.remarks)),
    preview: element("div", { class: "vm-preview", lang: data.language }),
    text: element("textarea", { id: "vm-text", readonly: true, rows: 14, spellcheck: "false" }),
    more: element("textarea", { id: "vm-more", readonly: true, rows: 8, spellcheck: "false" }),
    path: element("p", { class: "vm-path" }),
    mail: element("a", { class: "vm-go", href: "#" }, words.mail),
    forge: element("a", { class: "vm-go", href: "#", target: "_blank", rel: "noopener" }, words.forge),
    paste: element("ol", { class: "vm-paste" }),
  };

  function keeping() {
    const open = element("input", { type: "file", id: "vm-open", accept: ".json,application/json" });
    open.addEventListener("change", () => openFile(open));
    return element(
      "section",
      { class: "vm-keep", "aria-labelledby": "vm-keep" },
      element("h2", { id: "vm-keep" }, words.keeping),
      part.where,
      element(
        "div",
        { class: "vm-keep__ways" },
        button(words.save_draft, saveDraft, { "data-do": "draft" }),
        element("div", {}, element("label", { for: "vm-open" }, words.open_draft), open),
        button(words.erase, erase, { class: "vm-firm", "data-do": "erase" }),
      ),
      part.said,
    );
  }

  function missing() {
    part.advice.append(part.remarks);
    return element(
      "section",
      { class: "vm-missing", "aria-labelledby": "vm-missing" },
      element("h2", { id: "vm-missing", tabindex: "-1" }, words.missing),
      part.summary,
      part.faults,
      part.advice,
      element("details", {}, element("summary", {}, words.unknowable), element("p", {}, words.unknowable_text)),
    );
  }

  function out() {
    const copy = button(words.copy, copyText, { "data-do": "copy" });
    const ofForge = data.forge
      ? element("div", { class: "vm-way" }, element("h3", {}, words.by_forge), element("p", {}, words.by_forge_text), part.paste, copy, part.forge)
      : "";
    const byMail = element(
      "div",
      { class: "vm-way" },
      element("h3", {}, words.by_mail),
      element("p", {}, words.by_mail_text),
      button(words.save, saveFile, { "data-do": "save" }),
      data.contact ? part.mail : "",
    );
    return element(
      "section",
      { class: "vm-out", "aria-labelledby": "vm-out" },
      element("h2", { id: "vm-out" }, words.sending),
      element("div", { class: "vm-ways" }, byMail, ofForge),
      element("details", { class: "vm-file" }, element("summary", {}, words.file), part.path, element("label", { for: "vm-text" }, words.file_text), part.text),
      element("details", { class: "vm-file", id: "vm-more-file" }, element("summary", {}, words.more_file), element("label", { for: "vm-more" }, words.more_text), part.more),
    );
  }

  function build() {
    const shown = element("details", { class: "vm-shown" }, element("summary", {}, words.preview), part.preview);
    shown.addEventListener("toggle", renew);
    root.replaceChildren(
      element("p", {}, words.intro),
      keeping(),
      element("div", { class: "vm-desk-form" }, part.fields, missing()),
      shown,
      out(),
      part.heard,
    );
  }

  // -- fields -----------------------------------------------------------------------------------------------

  function lay() {
    renewers.clear();
    const whole = fields.group(data.kinds[draft.kind].model, draft.node, ["node"]);
    part.fields.replaceChildren(
      element("h2", { id: "vm-facts" }, words.facts),
      draft.path ? element("p", { class: "vm-path" }, filled(words.correcting, { path: draft.path })) : "",
      ...whole,
      ...(draft.sections ? [element("h2", { id: "vm-sections" }, words.sections), ...sections()] : []),
      ...(draft.path ? [] : [element("h2", { id: "vm-name" }, words.id), identity()]),
      element("h2", { id: "vm-sources" }, words.new_sources),
      element("p", { class: "vm-help" }, words.new_sources_text),
      fields.several(sourceShape, {
        at: ["sources"],
        label: words.new_source,
        required: false,
        get: () => draft.sources,
      }),
    );
    renew();
  }

  // The name of the file, made from the title unless somebody writes it.
  function identity() {
    return fields.control(data.kinds[draft.kind].ids, {
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
  }

  function sections() {
    return Object.entries(data.sections).map(([name, title]) =>
      fields.control(
        { kind: "text", markdown: "blocks", section: true },
        {
          at: ["sections", name],
          value: draft.sections[name] ?? "",
          label: title,
          help: words.section_help[`of_${name}`],
          required: name === "context",
          set: (text) => {
            draft.sections[name] = text;
          },
        },
      ),
    );
  }

  function name_it() {
    const input = document.getElementById("f-id");
    if (!input || !draft.auto) return;
    const title = draft.node.title ?? draft.node.terms?.en.preferred ?? "";
    draft.id = short(slug(title || (draft.node.terms?.fr.preferred ?? "")));
    input.value = draft.id;
  }

  // -- what is told -----------------------------------------------------------------------------------------

  let findings = [];

  function renew() {
    clearTimeout(waiting);
    for (const [node, act] of renewers) if (node.isConnected) act();
      else renewers.delete(node);
    name_it();
    findings = inOrder(rules.find(draft));
    const faults = findings.filter(isFault);
    const remarks = findings.filter((finding) => !isFault(finding));
    part.faults.replaceChildren(...faults.map(line));
    part.remarks.replaceChildren(...remarks.map(line));
    part.advice.hidden = !remarks.length;
    const count = filled(faults.length === 1 ? words.one_missing : words.many_missing, { count: faults.length });
    const said = faults.length ? count : words.complete;
    if (part.summary.textContent !== said) part.summary.textContent = said;
    root.dataset.complete = String(!faults.length);
    mark();
    send();
    if (part.preview.parentElement.open) part.preview.replaceChildren(...preview.page(draft));
  }

  // The element of the deepest part of a path that stands on the page.
  function nodeAt(at) {
    for (let end = at.length; end > 0; end -= 1) {
      const found = document.getElementById(`f-${at.slice(0, end).join("-")}`);
      if (found) return found;
    }
    return part.fields;
  }

  // Findings as their fields follow one another on the page.
  function inOrder(found) {
    const places = new Map([...part.fields.querySelectorAll("[id^='f-']")].map((node, n) => [node, n]));
    const placed = found.map((finding) => ({ finding, n: places.get(nodeAt(finding.at)) ?? -1 }));
    return placed.sort((one, other) => one.n - other.n).map(({ finding }) => finding);
  }

  function line(finding) {
    const link = element("a", { href: `#${nodeAt(finding.at).id}`, "data-code": finding.code }, place(finding) || words.facts);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const there = nodeAt(finding.at);
      for (let fold = there.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      (there.matches("input, select, textarea") ? there : (there.querySelector("[data-field], .vm-tick input, .vm-add") ?? there)).focus();
    });
    return element("li", {}, link, " ", element("span", {}, message(finding)));
  }

  // The messages beside the fields that somebody has been in.
  const touched = new Set();
  function mark() {
    for (const told of part.fields.querySelectorAll(".vm-told:not(:empty)")) told.replaceChildren();
    for (const input of part.fields.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
    for (const finding of findings) {
      const node = nodeAt(finding.at);
      if (!touched.has(node.id)) continue;
      document.getElementById(`${node.id}-told`)?.append(element("li", {}, message(finding)));
      if (isFault(finding) && node.matches("input, select, textarea")) node.setAttribute("aria-invalid", "true");
    }
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
    const lines = whole ? [] : draft.path ? words.paste_over : words.paste;
    part.paste.replaceChildren(...Object.values(lines).map((text) => element("li", {}, filled(text, { path: ways.path(draft) }))));
    part.paste.hidden = whole;
  }

  const say = (phrase, values = {}) => {
    part.said.textContent = filled(phrase, values);
  };

  async function copyText() {
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

  function saveFile() {
    const file = ways.path(draft).split("/").at(-1);
    save(file, part.text.value, "text/plain;charset=utf-8");
    if (part.more.value) save("references-to-add.yml", part.more.value, "text/plain;charset=utf-8");
    part.heard.textContent = filled(words.saved, { file });
  }

  // -- what is kept -----------------------------------------------------------------------------------------

  function saveDraft() {
    const file = `${draft.id || data.form}-${data.language}.json`;
    save(file, `${JSON.stringify(kept(), null, 2)}\n`, "application/json");
    say(words.draft_saved, { file });
  }

  async function openFile(input) {
    const [file] = input.files;
    if (!file) return;
    const text = file.size > LONGEST ? "" : await file.text().catch(() => "");
    input.value = ""; // so that the same file can be opened again
    let found = null;
    try {
      found = opened(JSON.parse(text));
    } catch {
      // told below
    }
    take(found, file.name);
  }

  // Put a draft in place of the one here; what it has that the form does not know is told.
  function take(found, name) {
    if (!found) {
      say(words.not_a_draft, { file: name });
      return;
    }
    draft = found.draft;
    touched.clear();
    lay();
    store.write(kept());
    say(found.left.length ? words.opened_but : words.opened, { file: name, left: found.left.join(", ") });
  }

  function erase() {
    store.erase();
    draft = fresh();
    touched.clear();
    lay();
    say(words.erased);
  }

  async function openEntry() {
    try {
      const answer = await fetch(`${data.root}${entry}`);
      if (!answer.ok) throw new Error(answer.statusText);
      take(opened(await answer.json()), entry);
    } catch {
      say(words.unread, { file: entry });
    }
  }

  // -- begin ------------------------------------------------------------------------------------------------

  build();
  root.addEventListener("focusout", ({ target }) => {
    if (!target.id) return;
    touched.add(target.id);
    for (let set = target.closest(".vm-set"); set; set = set.parentElement.closest(".vm-set")) touched.add(set.id);
    mark();
  });
  part.where.textContent = store.works ? words.where : words.unkept;
  const before = opened(store.read());
  if (before) draft = before.draft;
  lay();
  if (before) say(words.resumed);
  else if (entry) openEntry();
})();
