// A self-diagnosis: its questions one at a time or all at once, the profile, what is kept, compared, erased.
// Without this script the page is the questionnaire whole; it reads that, and adds what #vm-diagnosis holds.
(() => {
  "use strict";
  const template = document.getElementById("vm-diagnosis");
  const prose = document.querySelector(".vm-prose");
  if (!template || !prose?.querySelector(".theme")) return;
  const { differences, element, filled, picture, places, scored, ways, words } = globalThis.vmProfile;
  const { kept, save } = globalThis.vmKeeping;
  const FORMAT = "vade-mecum/self-diagnosis";
  const LONGEST = 200_000; // letters of a file: ours have some three thousand
  const MOST = 3;
  const phrases = JSON.parse(template.dataset.phrases);
  const tidy = (node) => node.textContent.trim().replace(/\s+/g, " ");
  const scale = {
    low: Number(template.dataset.low),
    high: Number(template.dataset.high),
    leads: Number(template.dataset.leads),
    most: MOST,
  };
  const store = kept(template.dataset.name);

  // -- what the page says -----------------------------------------------------------------------------------

  let count = 0;
  function question(box) {
    count += 1;
    const set = box.querySelector("fieldset");
    const radios = [...set.querySelectorAll("input[type='radio']")];
    for (const radio of radios) radio.name = set.id; // the page numbers them, which weighs less
    const leads = [...box.querySelectorAll(".leads li")].map((item) => ({
      link: item.querySelector("a"),
      reason: tidy(item.querySelector(".because")),
    }));
    return {
      box,
      radios,
      leads,
      number: count,
      name: set.id,
      id: set.id,
      text: tidy(set.querySelector("legend")),
      options: radios.map((radio) => tidy(radio.closest("label").querySelector("span"))),
    };
  }

  const themes = [...prose.querySelectorAll(".theme")].map((box) => {
    const heading = box.querySelector("h2");
    const cells = document.getElementById(`result-${heading.id}`).querySelectorAll("td");
    const results = Object.fromEntries(["low", "middle", "high"].map((level, n) => [level, tidy(cells[n])]));
    return {
      box,
      heading,
      results,
      title: tidy(heading),
      questions: [...box.querySelectorAll(".asked")].map(question),
    };
  });
  const questions = themes.flatMap((theme) => theme.questions);
  const byName = new Map(questions.map((one) => [one.name, one]));
  const themeOf = (one) => themes.find((theme) => theme.questions.includes(one));

  // -- what is known ----------------------------------------------------------------------------------------

  const mine = { name: "", answers: new Map() };
  let other = null;
  let mode = "one";
  let at = 0;
  const isGrade = (value) => Number.isInteger(value) && value >= 0 && value <= MOST;

  // Answers as a file or this browser holds them; grades of questions no longer there are counted apart.
  function read(data) {
    const given =
      data && typeof data.answers === "object" && data.answers ? Object.entries(data.answers) : [];
    const answers = new Map(given.filter(([name, grade]) => byName.has(name) && isGrade(grade)));
    return {
      name: typeof data?.name === "string" ? data.name.slice(0, 80) : "",
      answers,
      left: given.length - answers.size,
    };
  }

  const written = (set) => ({
    format: FORMAT,
    version: 1,
    tool: template.dataset.name,
    name: set.name,
    answers: Object.fromEntries(set.answers),
  });

  function keep() {
    store.write({ mine: written(mine), other: other && written(other), mode, at });
  }

  function recall() {
    const data = store.read();
    if (!data) return;
    Object.assign(mine, read(data.mine));
    other = data.other ? read(data.other) : null;
    mode = data.mode === "all" ? "all" : "one";
    at = Number.isInteger(data.at) && questions[data.at] ? data.at : 0;
  }

  // -- the parts of the page --------------------------------------------------------------------------------

  const added = template.content.cloneNode(true);
  const part = Object.fromEntries(
    [...added.querySelectorAll("[data-part]")].map((node) => [node.dataset.part, node]),
  );
  const button = (name) => buttons.find((one) => one.dataset.do === name);
  const buttons = [...added.querySelectorAll("[data-do]")];

  function build() {
    const last = themes.at(-1).box;
    themes[0].box.before(part.desk);
    last.after(part.turn, part.profile, part.kept, part.heard);
    part.stations.append(
      ...themes.map((theme, n) => {
        const way = element(
          "button",
          { type: "button" },
          element("span", {}, theme.title),
          " ",
          element("span", { class: "vm-count" }),
        );
        way.addEventListener("click", () => visit(n));
        theme.way = way;
        return element("li", {}, way);
      }),
    );
    part.name.value = mine.name;
  }

  // -- showing ----------------------------------------------------------------------------------------------

  function arrange() {
    const now = questions[at];
    for (const theme of themes) {
      theme.box.hidden = mode === "one" && !theme.questions.includes(now);
      for (const one of theme.questions) one.box.hidden = mode === "one" && one !== now;
    }
    for (const name of ["one", "all"]) button(name).setAttribute("aria-pressed", String(mode === name));
    for (const node of [button("back"), button("on"), part.place]) node.hidden = mode === "all";
    button("back").disabled = at === 0;
    button("on").disabled = at === questions.length - 1;
    part.place.textContent = filled(phrases.place, { number: at + 1, total: questions.length });
    tally();
  }

  // How far each theme has come; where one is.
  function tally() {
    for (const theme of themes) {
      const done = theme.questions.filter(({ name }) => mine.answers.has(name)).length;
      theme.way.querySelector(".vm-count").textContent = `${done}/${theme.questions.length}`;
      theme.way.classList.toggle("vm-done", done === theme.questions.length);
      if (mode === "one" && theme.questions.includes(questions[at]))
        theme.way.setAttribute("aria-current", "step");
      else theme.way.removeAttribute("aria-current");
    }
  }

  const titles = () => [mine.name || phrases.mine, other?.name || phrases.other];

  function profile() {
    const own = scored(themes, mine.answers, scale);
    const their = other && scored(themes, other.answers, scale);
    const some = mine.answers.size > 0 || Boolean(other);
    part.made.hidden = !some;
    part.apart.hidden = !other;
    part.key.hidden = !other;
    part.summary.textContent = filled(some ? phrases.summary : phrases.nothing, {
      count: mine.answers.size,
      total: questions.length,
    });
    [part.mine.textContent, part.other.textContent] = titles();
    button("uncompare").hidden = !other;
    if (!some) return;
    draw(own, their);
    part.words.replaceChildren(words(own, their, scale, phrases, titles()));
    part.differences.replaceChildren(
      ...(other ? differences(themes, mine.answers, other.answers, phrases, titles()) : []),
    );
    const found = ways(places(themes, mine.answers, scale), phrases);
    part.ways.replaceChildren(...(found.length ? found : [element("p", {}, phrases.no_way)]));
  }

  function draw(
    own = scored(themes, mine.answers, scale),
    their = other && scored(themes, other.answers, scale),
  ) {
    const width = Math.min(part.profile.clientWidth, 860);
    if (width) part.picture.replaceChildren(picture(width, own, their, scale, phrases));
  }

  // The radio buttons as the answers have them.
  function mark() {
    for (const { name, radios } of questions)
      radios.forEach((radio, grade) => {
        radio.checked = mine.answers.get(name) === grade;
      });
  }

  function renew() {
    mark();
    arrange();
    profile();
    part.name.value = mine.name;
  }

  const hear = (text) => {
    part.heard.textContent = text;
  };
  const say = (text) => {
    part.said.textContent = text;
  };

  // -- going ------------------------------------------------------------------------------------------------

  function go(number) {
    at = Math.max(0, Math.min(number, questions.length - 1));
    arrange();
    keep();
    const { radios, box } = questions[at];
    (radios.find((radio) => radio.checked) ?? radios[0]).focus({ preventScroll: true });
    const top = (mode === "one" ? part.desk : box).getBoundingClientRect().top;
    if (mode === "all" || top < 0 || top > innerHeight / 2)
      (mode === "one" ? part.desk : box).scrollIntoView({ block: "start" });
    hear(
      [filled(phrases.place, { number: at + 1, total: questions.length }), themeOf(questions[at]).title].join("\u00a0· "),
    );
  }

  // A theme: its first question that waits for an answer, else its first.
  function visit(n) {
    const { questions: own } = themes[n];
    go(questions.indexOf(own.find(({ name }) => !mine.answers.has(name)) ?? own[0]));
  }

  function toProfile() {
    part.profile.querySelector("h2").focus();
    part.profile.scrollIntoView({ block: "start" });
  }

  function show(way) {
    mode = way;
    arrange();
    keep();
    hear(way === "one" ? part.place.textContent : filled(phrases.all_shown, { total: questions.length }));
  }

  // -- files ------------------------------------------------------------------------------------------------

  // What a file holds; where it is none of ours, why, in words.
  function understood(text) {
    if (text.length > LONGEST) return { wrong: phrases.too_long };
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return { wrong: phrases.not_json };
    }
    if (
      data === null ||
      typeof data !== "object" ||
      data.format !== FORMAT ||
      typeof data.answers !== "object"
    )
      return { wrong: phrases.not_ours };
    const found = read(data);
    return found.answers.size ? { found } : { wrong: phrases.no_answers };
  }

  async function open(input) {
    const [file] = input.files;
    if (!file) return;
    const text = file.size > LONGEST * 4 ? "x".repeat(LONGEST + 1) : await file.text().catch(() => "");
    input.value = ""; // so that the same file can be opened again
    const { wrong, found } = understood(text);
    if (wrong) {
      say(filled(wrong, { file: file.name }));
      return;
    }
    if (input.dataset.open === "mine") Object.assign(mine, found);
    else other = { ...found, name: found.name || file.name.replace(/\.json$/i, "") };
    renew();
    keep();
    const left = found.left ? ` ${filled(phrases.left, { count: found.left })}` : "";
    say(
      filled(input.dataset.open === "mine" ? phrases.opened : phrases.compared, {
        file: file.name,
        count: found.answers.size,
      }) + left,
    );
  }

  function download() {
    const day = new Date().toISOString().slice(0, 10);
    const name = mine.name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^\w]+/g, "-")
      .replace(/^-|-$/g, "")
      .toLowerCase();
    const file = [template.dataset.name, name, day].filter(Boolean).join("-") + ".json";
    save(file, { ...written(mine), saved: day });
    say(filled(phrases.saved, { file }));
  }

  function erase() {
    Object.assign(mine, { name: "", answers: new Map() });
    other = null;
    at = 0;
    store.erase();
    renew();
    say(phrases.erased);
  }

  function uncompare() {
    other = null;
    renew();
    keep();
    say(phrases.uncompared);
    document.getElementById("vm-compare").focus();
  }

  // -- listening --------------------------------------------------------------------------------------------

  const acts = {
    one: () => show("one"),
    all: () => show("all"),
    back: () => go(at - 1),
    on: () => go(at + 1),
    profile: toProfile,
    save: download,
    erase,
    uncompare,
  };

  function answered({ target }) {
    if (!byName.has(target.name)) return;
    mine.answers.set(target.name, Number(target.value));
    at = questions.indexOf(byName.get(target.name));
    tally();
    profile();
    keep();
  }

  function listen() {
    for (const one of buttons) one.addEventListener("click", () => acts[one.dataset.do]());
    for (const theme of themes) theme.box.addEventListener("change", answered);
    prose.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.type !== "radio" || mode === "all") return;
      if (at < questions.length - 1) go(at + 1);
      else toProfile();
    });
    part.name.addEventListener("input", () => {
      mine.name = part.name.value.trim();
      profile();
      keep();
    });
    for (const input of part.kept.querySelectorAll("[data-open]"))
      input.addEventListener("change", () => open(input));
    part.ways.addEventListener("click", (event) => {
      const link = event.target.closest("[data-question]");
      if (!link) return;
      event.preventDefault();
      go(questions.indexOf(byName.get(link.dataset.question)));
    });
    addEventListener("resize", () => draw());
  }

  recall();
  build();
  part.where.textContent = store.works ? phrases.where : phrases.unkept;
  listen();
  renew();
})();
