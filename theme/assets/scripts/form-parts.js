// The parts of the form's page, from the keeping of drafts above to the ways out below, and how they stand
// together.
(() => {
  "use strict";
  const { element, button, careful } = globalThis.vmControls;

  // The parts that change; what their names say.
  function made(data) {
    const { words } = data;
    const area = (id, rows, more = {}) => element("textarea", { id, readonly: true, rows, ...more });
    return {
      said: element("p", { class: "vm-said", role: "status" }),
      heard: element("p", { class: "vm-unseen", role: "status" }),
      where: element("p", { class: "vm-where" }),
      fields: element("div", { class: "vm-fields" }),
      summary: element("p", { class: "vm-summary", role: "status" }),
      count: element("a", { class: "vm-to-missing", href: "#vm-missing" }),
      faults: element("ol", { class: "vm-findings" }),
      remarks: element("ol", { class: "vm-findings" }),
      advice: element("details", { class: "vm-advice" }, element("summary")),
      preview: element("div", { class: "vm-preview", lang: data.language }),
      text: area("vm-text", 14, { spellcheck: "false" }),
      more: area("vm-more", 8, { spellcheck: "false" }),
      path: element("p", { class: "vm-path" }),
      mail: element("a", { class: "vm-go", href: "#" }, words.mail),
      forge: element("a", { class: "vm-go", href: "#", target: "_blank", rel: "noopener" }, words.forge),
      paste: element("ol", { class: "vm-paste" }),
    };
  }

  const section = (name, id, title, attributes, ...inside) =>
    element(
      "section",
      { class: name, "aria-labelledby": id },
      element("h2", { id, ...attributes }, title),
      ...inside,
    );

  const fold = (attributes, title, ...inside) =>
    element("details", attributes, element("summary", {}, title), ...inside);

  function keeping(words, part, acts) {
    const open = element("input", { type: "file", id: "vm-open", accept: ".json,application/json" });
    open.addEventListener("change", () => acts.openFile(open));
    const asked = { sure: words.erase_sure, keep: words.keep };
    const ways = element(
      "div",
      { class: "vm-keep__ways" },
      button(words.save_draft, acts.saveDraft, { "data-do": "draft" }),
      element("div", {}, element("label", { for: "vm-open" }, words.open_draft), open),
      careful(words.erase, asked, acts.erase, { class: "vm-firm", "data-do": "erase" }),
    );
    return section("vm-keep", "vm-keep", words.keeping, {}, part.where, ways, part.said);
  }

  function missing(words, part) {
    part.advice.append(part.remarks);
    const unknowable = fold({}, words.unknowable, element("p", {}, words.unknowable_text));
    const parts = [part.summary, part.faults, part.advice, unknowable];
    return section("vm-missing", "vm-missing", words.missing, { tabindex: "-1" }, ...parts);
  }

  const way = (title, text, ...inside) =>
    element("div", { class: "vm-way" }, element("h3", {}, title), element("p", {}, text), ...inside);

  function out(data, part, acts) {
    const { words } = data;
    const copy = button(words.copy, acts.copyText, { "data-do": "copy" });
    const save = button(words.save, acts.saveFile, { "data-do": "save" });
    const byMail = way(words.by_mail, words.by_mail_text, save, data.contact ? part.mail : "");
    const byForge = data.forge ? way(words.by_forge, words.by_forge_text, part.paste, copy, part.forge) : "";
    const labelled = (id, words, area) => [element("label", { for: id }, words), area];
    return section(
      "vm-out",
      "vm-out",
      words.sending,
      {},
      element("div", { class: "vm-ways" }, byMail, byForge),
      fold({ class: "vm-file" }, words.file, part.path, ...labelled("vm-text", words.file_text, part.text)),
      fold(
        { class: "vm-file", id: "vm-more-file" },
        words.more_file,
        ...labelled("vm-more", words.more_text, part.more),
      ),
    );
  }

  // Put the form in the place of what its page says without scripts; its parts. `acts` is what its buttons
  // do.
  function build(root, data, acts) {
    const part = made(data);
    const shown = fold({ class: "vm-shown" }, data.words.preview, part.preview);
    shown.addEventListener("toggle", acts.renew);
    root.replaceChildren(
      element("p", {}, data.words.intro),
      keeping(data.words, part, acts),
      part.count,
      element("div", { class: "vm-desk-form" }, part.fields, missing(data.words, part)),
      shown,
      out(data, part, acts),
      part.heard,
    );
    return part;
  }

  globalThis.vmParts = { build };
})();
