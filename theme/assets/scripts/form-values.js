// What is wrong with one value: its letters, its form, a number's bounds, a day that no calendar has, what it
// names.
(() => {
  "use strict";
  const { finder, plain } = globalThis.vmCharacters;
  const { prose } = globalThis.vmProse;
  const { nowhere } = globalThis.vmLinks;
  const { LANGUAGES } = globalThis.vmDraft;
  const { meaning } = globalThis.vmMeant;

  // `look` is one look at a draft: `add` takes a finding, `known` is what may be named, `choices` gives what
  // a field may name, `steps` gathers every date and place for the facts, `slips` finds those of the keyboard,
  // `unsaid` words that say nothing.
  function valuesOf(data, { draft, add, known, choices, steps, slips, unsaid }) {
    const { messages } = data;
    const { nearest, isEnd, isLater } = meaning(data, isDay);
    const characters = finder(data);
    // The language of a value: its key, else that of the file; a work has the words of others.
    const ofFile = data.form === "case" ? data.language : "";
    const spoken = ({ at, name }) =>
      at[0] === "sources" ? "" : (name.findLast((step) => LANGUAGES.includes(step)) ?? ofFile);

    function scalar(shape, text, place) {
      const values = { key: place.called, found: shown(text) };
      for (const { code, values: own } of characters(text)) add(code, place, own);
      const length = [...text].length;
      if (shape.most && length > shape.most) add("too-long", place, { ...values, length, limit: shape.most });
      else if (shape.choices && !shape.choices.some(([key]) => key === text))
        add("unknown-value", place, values);
      else if (shape.vocabulary && !data.vocabularies[shape.vocabulary].some(([key]) => key === text))
        add("unknown-vocabulary", place, values);
      else if (shape.pattern && !new RegExp(shape.pattern).test(text)) misshapen(shape, text, place, values);
      else if (shape.form === "address" && nowhere(text)) add("bad-address", place, values);
      else if (shape.form === "siren" && !luhn(text)) add("check-digit", place, values);
      else if (shape.form === "currency" && !data.currencies.includes(text))
        add("unknown-currency", place, values);
      else if (shape.refers) reference(shape, text, place);
      else if (shape.kind === "integer" || shape.kind === "number") number(shape, text, place, values);
      else if (shape.kind === "date") day(text, place, values);
      else if (shape.form === "date" && !isDay(`${text}-01-01`.slice(0, 10)))
        add("impossible-date", place, values);
      else if ((shape.markdown || shape.plain) && unsaid.ofField(text, shape.noted).length)
        for (const told of unsaid.ofField(text, shape.noted)) add(told.code, place, told.values);
      else if (shape.markdown)
        for (const told of [...prose(text, known), ...slips(text, spoken(place), true)])
          add(told.code, place, told.values);
      else if (shape.plain) for (const told of marks(text, place)) add(told.code, place, told.values);
      if (shape.past || shape.country) steps.push({ shape, text, place });
    }

    function misshapen(shape, text, place, values) {
      const form = messages.forms[shape.form] ?? "";
      if (!unfilled(shape, text, place, values))
        add("bad-form", place, { ...values, form, example: shape.example, nearest: nearest(shape.form, text) });
    }

    // Whether words stand for an end that is not there yet, or a value that is not known: that is told.
    function unfilled(shape, text, place, values) {
      const [isNoEnd, isNotYet] = [shape.until && isEnd(text), !place.required && isLater(text)];
      if (isNoEnd) add("no-end", place, values);
      else if (isNotYet) add("not-yet", place, values);
      return isNoEnd || isNotYet;
    }

    function marks(text, place) {
      const ofPlace = place.name.at(-2) === "locator"; // a place in a work has no words of its own
      const told = plain(text).filter(({ code }) => code !== "quoted-whole" || !ofPlace);
      if (told.length) return told;
      return slips(text, spoken(place)).filter(({ code }) => !ofPlace || code === "other-program");
    }

    function reference(shape, text, place) {
      const { kind, another } = shape.refers;
      if (another && text === draft.id) add("self-relation", place, { found: text });
      else if (shape.refers.of && !data.known.definition[place.around])
        return; // the concept is told of
      else {
        const ids = choices(draft, shape, place.around, known);
        if (!ids.some(([id]) => id === text)) add(`unknown-${kind}`, place, { found: text });
      }
    }

    function number(shape, text, place, values) {
      const form = shape.kind === "integer" ? /^[+-]?\d+$/ : /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
      if (!form.test(text)) mistyped(shape.kind, shape.kind, text, place, values);
      else if (shape.minimum !== undefined && Number(text) < shape.minimum)
        add("out-of-range", place, { ...values, limit: shape.least_told, bound: messages.bounds.least });
      else if (shape.maximum !== undefined && Number(text) > shape.maximum)
        add("out-of-range", place, { ...values, limit: shape.most_told, bound: messages.bounds.most });
      else if (shape.digits !== undefined && (text.split(".")[1] ?? "").length > shape.digits)
        add("too-many-digits", place, { ...values, limit: shape.digits });
    }

    function mistyped(kind, form, text, place, values) {
      if (!place.required && isLater(text)) add("not-yet", place, values);
      else add("wrong-type", place, { ...values, kind: messages.kinds[kind], nearest: nearest(form, text) });
    }

    function day(text, place, values) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        mistyped("date", "day", text, place, values);
      else if (!isDay(text)) add("impossible-date", place, values);
    }

    return { scalar, characters };
  }

  const shown = (text) => {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
  };

  // Whether the last of some digits is the check digit of the others (ISO/IEC 7812-1, annex B).
  const luhn = (digits) =>
    [...digits].reverse().reduce((sum, digit, n) => {
      const value = Number(digit) * (1 + (n % 2));
      return sum + Math.floor(value / 10) + (value % 10);
    }, 0) %
      10 ===
    0;

  // Whether a calendar has a day.
  function isDay(text) {
    const [year, month, day] = text.split("-").map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  globalThis.vmValues = { valuesOf };
})();
