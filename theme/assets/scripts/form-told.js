// What is told of a draft: all of it in one list, each with the way to its field, and beside the fields that
// somebody has been in.
(() => {
  "use strict";
  const { element } = globalThis.vmControls;
  const { filled, wording } = globalThis.vmWords;
  const FIELDS = "input, select, textarea";

  function telling(data, root, part) {
    const { words } = data;
    const { message, isFault, place } = wording(data);
    const french = data.language === "fr";
    const colon = french ? "\u00a0: " : ": ";
    const touched = new Set();
    let findings = [];

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

    function show(found) {
      findings = inOrder(found);
      const faults = findings.filter(isFault);
      const remarks = findings.filter((finding) => !isFault(finding));
      part.faults.replaceChildren(...faults.map(line));
      part.remarks.replaceChildren(...remarks.map(line));
      part.advice.hidden = !remarks.length;
      part.advice.firstElementChild.textContent = filled(words.remarks, { count: remarks.length });
      const phrase = faults.length === 1 ? words.one_missing : words.many_missing;
      const said = faults.length ? filled(phrase, { count: faults.length }) : words.complete;
      if (part.summary.textContent !== said) part.summary.textContent = said;
      part.count.textContent = said;
      root.dataset.complete = String(!faults.length);
      mark();
    }

    function line(finding) {
      const label = place(finding) || words.facts;
      const link = element("a", { href: `#${nodeAt(finding.at).id}`, "data-code": finding.code }, label);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        lead(nodeAt(finding.at));
      });
      return element("li", {}, link, colon, element("span", {}, set(message(finding))), ...wayTo(finding.values.entry));
    }

    // The way to the entry that is there already, open in this form; a draft of it is kept apart from this one.
    function wayTo(id) {
      if (!id) return [];
      const title = new Map(data.known[data.form]).get(id) ?? id;
      return [" ", element("a", { href: `?entry=${id}` }, set(filled(words.existing, { title })))];
    }

    // French puts no-break spaces within its quotation marks, and before what stands high.
    function set(said) {
      return french ? said.replace(/« /g, "«\u00a0").replace(/ (?=[»;:?!])/g, "\u00a0") : said;
    }

    // Open what a field stands in, and go there.
    function lead(there) {
      for (let fold = there.closest("details"); fold; fold = fold.parentElement.closest("details"))
        fold.open = true;
      const inside = there.querySelector("[data-field], .vm-tick input, .vm-add") ?? there;
      (there.matches(FIELDS) ? there : inside).focus();
    }

    function mark() {
      for (const told of part.fields.querySelectorAll(".vm-told:not(:empty)")) told.replaceChildren();
      for (const input of part.fields.querySelectorAll("[aria-invalid]"))
        input.removeAttribute("aria-invalid");
      for (const finding of findings) {
        const node = nodeAt(finding.at);
        if (!touched.has(node.id)) continue;
        document.getElementById(`${node.id}-told`)?.append(element("li", {}, set(message(finding)), ...wayTo(finding.values.entry)));
        if (isFault(finding) && node.matches(FIELDS)) node.setAttribute("aria-invalid", "true");
      }
    }

    // Somebody has been in a field: from now on it says what is wrong with it, and so do the groups around
    // it.
    function touch(target) {
      touched.add(target.id);
      for (let set = target.closest(".vm-set"); set; set = set.parentElement.closest(".vm-set"))
        touched.add(set.id);
    }

    return { show, mark, touch, forget: () => touched.clear() };
  }

  globalThis.vmTold = { telling };
})();
