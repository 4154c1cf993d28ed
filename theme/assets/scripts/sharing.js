// Links to share: each heading and definition has one to copy; the other language opens at the same section.
(() => {
  "use strict";
  const words = document.querySelector(".vm-shared")?.dataset;
  const said = document.querySelector(".vm-shared");
  const places = [...document.querySelectorAll(".vm-prose :is(h2, h3)")].filter((one) => address(one));

  // A heading's own anchor, or that of the box that it names.
  function address(heading) {
    if (heading.id) return heading.id;
    const box = heading.parentElement;
    return heading.classList.contains("admonition-title") && box.firstElementChild === heading ? box.id : "";
  }

  async function copy(event) {
    const link = event.currentTarget;
    const title = link.dataset.title;
    try {
      await navigator.clipboard.writeText(`${title}, ${document.title}\n${link.href}`);
      event.preventDefault();
      history.replaceState(history.state, "", link.hash);
      said.textContent = words.copied.replace("{title}", title);
    } catch {
      said.textContent = words.uncopied; // the link is followed, and its address can be copied
    }
  }

  if (words) {
    for (const heading of places) {
      const link = document.createElement("a");
      const title = heading.textContent.trim();
      link.className = "vm-permalink";
      link.href = `#${address(heading)}`;
      link.dataset.title = title;
      link.setAttribute("aria-label", words.permalink.replace("{title}", title));
      link.title = link.getAttribute("aria-label");
      link.addEventListener("click", copy);
      heading.setAttribute("aria-label", title); // a list of headings names them without their links
      heading.append(link);
    }
  }

  // The other language has the same filters, questions and cases: it is asked as this page was. It has other
  // anchors: the section is named by its number, where both have as many.
  const sections = [...document.querySelectorAll(".vm-prose h2")];
  const ARRIVED = /^#~(\d+)\/(\d+)$/;
  const passed = (one) => one.checkVisibility() && one.getBoundingClientRect().top < innerHeight / 3;
  for (const link of document.querySelectorAll(".vm-languages a")) {
    const ask = () => { link.search = location.search; };
    for (const reached of ["pointerdown", "focus", "click"]) link.addEventListener(reached, ask);
    link.addEventListener("click", () => {
      const read = scrollY ? sections.findLastIndex(passed) + 1 : 0;
      link.hash = read ? `~${read}/${sections.length}` : "";
    });
  }
  const arrived = ARRIVED.exec(location.hash);
  if (arrived) {
    const section = sections[Number(arrived[1]) - 1];
    const same = section && sections.length === Number(arrived[2]);
    const plain = location.pathname + location.search;
    history.replaceState(history.state, "", same && section.id ? `#${section.id}` : plain);
    if (same) section.scrollIntoView({ behavior: "instant" });
  }
})();
