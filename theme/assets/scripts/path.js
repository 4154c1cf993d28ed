// A reading path: which steps have been read, as the reader ticks them, and how long the rest takes.
(() => {
  "use strict";
  const template = document.getElementById("vm-path");
  const boxes = [...document.querySelectorAll(".path input[type='checkbox']")];
  if (!template || !boxes.length) return;
  const { kept } = globalThis.vmKeeping;
  const store = kept(`path/${template.dataset.name}`);
  const phrases = JSON.parse(template.dataset.phrases);
  const bar = template.content.querySelector("[data-part='bar']").cloneNode(true);
  const find = (name) => bar.querySelector(`[data-part='${name}']`);

  const minutes = (box) => Number.parseInt(box.closest("li").querySelector(".minutes").textContent, 10);

  function renew() {
    const left = boxes.filter((box) => !box.checked);
    const values = {
      done: boxes.length - left.length,
      count: boxes.length,
      minutes: left.map(minutes).reduce((sum, one) => sum + one, 0),
    };
    const phrase = left.length ? phrases.progress : phrases.finished;
    find("progress").textContent = phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    find("rail").style.setProperty("--done", values.done / values.count);
    for (const box of boxes) box.closest("li").classList.toggle("vm-read", box.checked);
  }

  function ticked() {
    const read = boxes.filter((box) => box.checked).map((box) => box.name);
    if (read.length) store.write({ read });
    else store.erase();
    find("said").textContent = "";
    renew();
  }

  function erase() {
    for (const box of boxes) box.checked = false;
    store.erase();
    renew();
    find("said").textContent = phrases.erased;
  }

  const known = store.read()?.read;
  for (const box of boxes) {
    box.checked = Array.isArray(known) && known.includes(box.name);
    box.addEventListener("change", ticked);
  }
  find("where").textContent = store.works ? phrases.where : phrases.unkept;
  find("erase").addEventListener("click", erase);
  document.querySelector(".path").before(bar);
  renew();
})();
