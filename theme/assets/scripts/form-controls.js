// One control for one value: a line, a text with its marks, a choice. What stands around it is form-
// fields.js's.
(() => {
  "use strict";
  const { filled } = globalThis.vmWords;

  function element(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== undefined && value !== "") node.setAttribute(name, value);
    node.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
    return node;
  }

  const button = (label, act, attributes = {}) => {
    const node = element("button", { type: "button", ...attributes }, label);
    node.addEventListener("click", act);
    return node;
  };

  // A button for what cannot be undone: it asks first, unless `isFree` says that nothing would be lost. The way
  // back stands where the button stood, so that a second click takes nothing away.
  function careful(label, { sure, keep }, act, attributes, isFree = () => false) {
    const ask = button(label, () => (isFree() ? act() : open()), attributes);
    const back = button(keep, close, { "data-do": "keep" });
    const go = button(sure, () => agreed(), { class: "vm-firm", "data-do": "sure" });
    const asked = element("span", { class: "vm-sure", role: "group", "aria-label": sure }, back, go);
    const box = element("span", { class: "vm-careful" }, ask);
    function open() {
      box.replaceChildren(asked);
      back.focus();
    }
    function close() {
      box.replaceChildren(ask);
      ask.focus();
    }
    function agreed() {
      close();
      act();
    }
    asked.addEventListener("keydown", ({ key }) => (key === "Escape" ? close() : null));
    return box;
  }

  function controls(data, form) {
    const { words } = data;

    // `at` is where the value stands, `value` and `set` what it is now and how it changes.
    function control(shape, { at, value, set, label, help = "", required = false, optional = words.optional }) {
      const id = `f-${at.join("-")}`;
      const example = shape.example && !shape.country ? filled(words.example, { example: shape.example }) : "";
      const told = [help, required ? "" : optional, example].filter(Boolean).join("\u00a0· ");
      const described = told ? `${id}-help ${id}-told` : `${id}-told`;
      const common = {
        id,
        "aria-describedby": described,
        "data-field": true,
        "aria-required": required && "true",
      };
      const input = make(shape, value, common, set, at);
      const head = element(
        "label",
        { for: id },
        label,
        required ? element("span", { class: "vm-must" }, ` ${words.required}`) : "",
      );
      const field = element("div", { class: `vm-field${shape.kind === "boolean" ? " vm-field--tick" : ""}` });
      if (shape.kind === "boolean") field.append(input, head);
      else field.append(head);
      if (told) field.append(element("p", { class: "vm-help", id: `${id}-help` }, told));
      if (shape.markdown) field.append(marks(input, shape.section));
      if (shape.kind !== "boolean") field.append(input);
      if (shape.most && shape.most < 1000 && shape.kind === "text" && input.matches("input, textarea")) field.append(count(input, shape.most));
      field.append(element("ul", { class: "vm-told", id: `${id}-told` }));
      return field;
    }

    function make(shape, value, common, set, at) {
      if (shape.kind === "boolean") return ticked(common, value, set);
      if (shape.choices) return select(common, value, set, () => shape.choices);
      if (shape.vocabulary) return select(common, value, set, () => data.vocabularies[shape.vocabulary]);
      if (shape.refers) return select(common, value, set, () => form.choices(shape, at));
      if (shape.country) return select(common, value, set, () => data.countries ?? []);
      const rows =
        shape.markdown === "blocks" ? (shape.section ? 8 : 4) : shape.markdown || shape.most === 200 ? 3 : 0;
      const input = rows
        ? element("textarea", { ...common, rows })
        : element("input", { ...common, type: "text", autocomplete: "off", inputmode: inputmode(shape) });
      input.value = value;
      input.addEventListener("input", () => {
        set(input.value);
        form.changed();
      });
      return input;
    }

    const inputmode = ({ kind }) => (kind === "integer" ? "numeric" : undefined);

    function ticked(common, value, set) {
      const input = element("input", { ...common, type: "checkbox", checked: value });
      input.addEventListener("change", () => {
        set(input.checked);
        form.changed();
      });
      return input;
    }

    // A choice whose list may change while one writes; a value that is not in it stays, and is told.
    function select(common, value, set, list) {
      const node = element("select", common);
      let shown = "";
      let now = value;
      const renew = () => {
        const pairs = list();
        const known = !now || pairs.some(([key]) => key === now);
        const all = [["", words.choose], ...(known ? [] : [[now, now]]), ...pairs];
        if (JSON.stringify(all) === shown) return; // one that is in use is not made anew under the fingers
        shown = JSON.stringify(all);
        // "" too is a value: no choice.
        node.replaceChildren(...all.map(([key, label]) => new Option(label, key)));
        node.value = now;
      };
      node.addEventListener("change", () => {
        now = node.value;
        set(now);
        form.changed();
      });
      node.addEventListener("focus", renew); // what it offers may have changed a moment ago
      form.whenChanged(node, renew);
      renew();
      return node;
    }

    function count(input, most) {
      const node = element("p", { class: "vm-count" });
      const renew = () => {
        node.textContent = filled(words.count, { count: [...input.value.trim()].length, most });
      };
      input.addEventListener("input", renew);
      form.whenChanged(node, renew); // a name may be made from other words
      renew();
      return node;
    }

    // -- marks --------------------------------------------------------------------------------------------

    const around = (input, before, after, sample) => {
      const { selectionStart: start, selectionEnd: end, value } = input;
      const inside = value.slice(start, end) || sample;
      input.setRangeText(before + inside + after, start, end, "end");
      input.setSelectionRange(start + before.length, start + before.length + inside.length);
      input.focus();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };

    // A mark at the beginning of each line chosen, as a block of its own.
    const lines = (input, mark, sample, first = "") => {
      const { selectionStart: start, selectionEnd: end, value } = input;
      const chosen = (value.slice(start, end) || sample).split("\n");
      const gap =
        start && !/\n\n$/.test(value.slice(0, start)) ? (value[start - 1] === "\n" ? "\n" : "\n\n") : "";
      const marked = chosen.map((line) => mark + line).join("\n");
      const text = `${gap}${first}${marked}\n`;
      input.setRangeText(text, start, end, "end");
      input.focus();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };

    function note(input) {
      const numbers = [...input.value.matchAll(/\[\^(\d+)\]/g)].map((found) => Number(found[1]));
      const number = Math.max(0, ...numbers, form.notes()) + 1;
      const at = input.selectionEnd;
      const [before, after] = [input.value.slice(0, at), input.value.slice(at).trimEnd()];
      const text = `${before}[^${number}]${after}\n\n[^${number}]: ${words.marks.note_text}`;
      input.value = text;
      input.setSelectionRange(text.length - words.marks.note_text.length, text.length);
      input.focus();
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }

    // The marks that a text needs: a section all of them, a field of a few lines two.
    function marks(input, section) {
      const said = words.marks;
      const bar = element("div", { class: "vm-marks", role: "group", "aria-label": said.name });
      bar.append(button(said.emphasis, () => around(input, "*", "*", said.sample)));
      if (section)
        bar.append(
          button(said.strong, () => around(input, "**", "**", said.sample)),
          button(said.list, () => lines(input, "- ", said.sample)),
          button(said.box, () => lines(input, "> ", said.sample, "> [!NOTE]\n")),
          button(said.note, () => note(input)),
        );
      bar.append(citing(input));
      return bar;
    }

    // A source and the place in it, put where one is writing.
    function citing(input) {
      const id = `${input.id}-cite`;
      const source = select(
        { id, "aria-label": words.marks.source },
        "",
        () => {},
        () => form.references(),
      );
      const place = element("input", { type: "text", id: `${id}-at`, autocomplete: "off" });
      const put = () => {
        if (!source.value) return source.focus();
        const locator = place.value.trim() ? `, ${place.value.trim()}` : "";
        input.setRangeText(
          `${/\S$/.test(input.value.slice(0, input.selectionEnd)) ? " " : ""}[@${source.value}${locator}]`,
          input.selectionEnd,
          input.selectionEnd,
          "end",
        );
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.focus();
      };
      return element(
        "details",
        { class: "vm-cite" },
        element("summary", {}, words.marks.cite),
        element("label", { for: id }, words.marks.source),
        source,
        element("label", { for: `${id}-at` }, words.marks.locator),
        place,
        button(words.marks.put, put),
      );
    }

    return { control };
  }

  globalThis.vmControls = { element, button, careful, controls };
})();
