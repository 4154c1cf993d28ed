// A self-diagnosis: what answers come to by theme, in words and as a picture, and where to read on.
// Everything said is the page's own: titles, results, reasons and links are read from it, phrases from a
// template.
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const KINDS = ["chapter", "concept", "case"];
  const SHOWN = 5; // how many places of a kind, or questions, are seen at once

  const level = (mean, scale) => (mean < scale.low ? "low" : mean < scale.high ? "middle" : "high");
  const number = (value) => value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

  // A phrase of the template with its fields filled.
  const filled = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  // The mean of each theme over the questions that are answered; null where none is.
  function scored(themes, answers, scale) {
    return themes.map((theme) => {
      const given = theme.questions
        .map(({ name }) => answers.get(name))
        .filter((grade) => grade !== undefined);
      const mean = given.length ? given.reduce((sum, grade) => sum + grade, 0) / given.length : null;
      return { theme, mean, answered: given.length, level: mean === null ? "none" : level(mean, scale) };
    });
  }

  // Where to read on: each place once, with the reason of every question that leads there, by their weight.
  function places(themes, answers, scale) {
    const found = new Map();
    for (const question of themes.flatMap((theme) => theme.questions)) {
      const grade = answers.get(question.name);
      if (grade === undefined || grade >= scale.leads) continue;
      for (const lead of question.leads) {
        const place = found.get(lead.link.href) ?? { link: lead.link, weight: 0, reasons: [] };
        place.weight += scale.leads - grade;
        place.reasons.push({ text: lead.reason, question });
        found.set(lead.link.href, place);
      }
    }
    return [...found.values()].sort((one, other) => other.weight - one.weight);
  }

  function element(tag, attributes = {}, ...content) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...content);
    return made;
  }

  // -- the picture ------------------------------------------------------------------------------------------

  function shape(tag, attributes, text = "") {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text) made.textContent = text;
    return made;
  }

  // Where things stand: titles to the left where there is room, else above each line.
  function measured(width, rows, most) {
    const left = width > 560 ? 270 : 0;
    const [row, head] = [left ? 46 : 66, 34];
    const [from, to] = [left + 14, width - 14];
    return {
      width,
      left,
      row,
      head,
      from,
      to,
      height: head + rows * row + 26,
      x: (value) => from + ((to - from) * value) / most,
    };
  }

  // The three bands with their names, and the grades below.
  function ground(at, scale, phrases) {
    const edges = [0, scale.low, scale.high, scale.most];
    const [top, bottom] = [at.head - 6, at.height - 24];
    const made = ["low", "middle", "high"].flatMap((name, n) => [
      shape("rect", {
        class: `band ${name}`,
        x: at.x(edges[n]),
        y: top,
        width: at.x(edges[n + 1]) - at.x(edges[n]),
        height: bottom - top,
      }),
      shape(
        "text",
        { class: "band-name", x: (at.x(edges[n]) + at.x(edges[n + 1])) / 2, y: 18, "text-anchor": "middle" },
        phrases[name],
      ),
    ]);
    const marks = Array.from({ length: scale.most + 1 }, (_, grade) =>
      shape(
        "text",
        { class: "grade", x: at.x(grade), y: at.height - 6, "text-anchor": "middle" },
        String(grade),
      ),
    );
    return [...made, ...marks];
  }

  const dot = (x, y) => shape("circle", { class: "mine", cx: x, cy: y, r: 6 });
  const diamond = (x, y) => shape("path", { class: "other", d: `M${x} ${y - 11}l11 11-11 11-11-11z` });

  // A theme's line: its title, the answers as a dot, those to compare as a diamond, the way between them.
  function line(at, place, mine, other, phrases) {
    const top = at.head + place * at.row;
    const y = top + (at.left ? at.row / 2 : at.row - 20);
    const made = [
      shape(
        "text",
        {
          class: "theme-name",
          x: at.left ? at.left : at.from - 8,
          y: at.left ? y + 5 : top + 22,
          "text-anchor": at.left ? "end" : "start",
        },
        mine.theme.title,
      ),
      shape("line", { class: "rail", x1: at.from, x2: at.to, y1: y, y2: y }),
    ];
    const both = mine.mean !== null && other?.mean != null;
    if (both)
      made.push(shape("line", { class: "between", x1: at.x(mine.mean), x2: at.x(other.mean), y1: y, y2: y }));
    if (other?.mean != null) made.push(diamond(at.x(other.mean), y));
    if (mine.mean !== null) made.push(dot(at.x(mine.mean), y));
    else if (other?.mean == null)
      made.push(shape("text", { class: "grade", x: at.from, y: y - 6 }, phrases.none));
    return made;
  }

  function picture(width, mine, other, scale, phrases) {
    const at = measured(width, mine.length, scale.most);
    const drawn = shape("svg", {
      role: "img",
      "aria-label": phrases.picture,
      viewBox: `0 0 ${at.width} ${at.height}`,
      width: at.width,
      height: at.height,
    });
    drawn.append(...ground(at, scale, phrases));
    mine.forEach((score, place) => drawn.append(...line(at, place, score, other?.[place], phrases)));
    return drawn;
  }

  // -- in words ---------------------------------------------------------------------------------------------

  const told = (score, scale, phrases) =>
    score.mean === null
      ? phrases.none
      : filled(phrases.mean, { mean: number(score.mean), most: scale.most, level: phrases[score.level] });

  function table(label, heads, rows) {
    const head = element("tr", {}, ...heads.map((words) => element("th", { scope: "col" }, words)));
    const body = rows.map(([first, ...cells]) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, first),
        ...cells.map((cell) => element("td", {}, cell)),
      ),
    );
    return element(
      "div",
      { class: "table", tabindex: "0", role: "region", "aria-label": label },
      element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)),
    );
  }

  // A theme's title with what its result suggests, or a question.
  function named(title, more) {
    const made = document.createDocumentFragment();
    made.append(element("strong", {}, title), more);
    return made;
  }

  function words(mine, other, scale, phrases, names) {
    const rows = mine.map((score, n) => [
      named(score.theme.title, score.theme.results[score.level] ?? ""),
      told(score, scale, phrases),
      ...(other ? [told(other[n], scale, phrases)] : []),
    ]);
    return table(phrases.in_words, [phrases.theme, ...(other ? names : [names[0]])], rows);
  }

  // A list of which the first are seen at once and the rest on demand.
  function listed(items, phrase) {
    const made = [element("ul", {}, ...items.slice(0, SHOWN))];
    const rest = items.slice(SHOWN);
    if (rest.length) {
      made.push(
        element(
          "details",
          {},
          element("summary", {}, filled(phrase, { count: rest.length })),
          element("ul", {}, ...rest),
        ),
      );
    }
    return made;
  }

  function place({ link, reasons }, phrases) {
    const copy = link.cloneNode(true);
    copy.removeAttribute("data-term");
    const why = reasons.map(({ text, question }) =>
      element(
        "li",
        {},
        `${text} `,
        element(
          "a",
          { href: `#${question.id}`, "data-question": question.name },
          filled(phrases.because, { number: question.number }),
        ),
      ),
    );
    return element("li", {}, element("p", {}, copy), element("ul", {}, ...why));
  }

  function ways(found, phrases) {
    return KINDS.flatMap((kind) => {
      const items = found
        .filter(({ link }) => link.classList.contains(`to-${kind}`))
        .map((one) => place(one, phrases));
      return items.length
        ? [
            element(
              "div",
              { class: "ways" },
              element("h4", {}, phrases[`${kind}s`]),
              ...listed(items, phrases.more),
            ),
          ]
        : [];
    });
  }

  // The questions that two people, or two years, answer differently; the widest differences first.
  function differences(themes, mine, other, phrases, names) {
    const apart = themes
      .flatMap((theme) => theme.questions)
      .map((question) => ({ question, one: mine.get(question.name), two: other.get(question.name) }))
      .filter(({ one, two }) => one !== undefined && two !== undefined && one !== two)
      .sort((a, b) => Math.abs(b.one - b.two) - Math.abs(a.one - a.two));
    if (!apart.length) return [element("p", {}, phrases.no_difference)];
    const rows = apart.map(({ question, one, two }) => [
      question.text,
      ...[one, two].map((grade) => `${grade}\u00a0· ${question.options[grade]}`),
    ]);
    return [table(phrases.differences, [phrases.question, ...names], rows)];
  }

  globalThis.vmProfile = { differences, element, filled, picture, places, scored, ways, words };
})();
