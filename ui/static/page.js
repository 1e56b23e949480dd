// What the page does by itself: the language of the document, the scroll to a new turn,
// and the source panel, which opens when its HTML arrives and closes without the server.
"use strict";

(() => {
  const narrow = window.matchMedia("(max-width: 899px)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const seen = { serial: "", turn: 0 };
  let opener = null;

  const find = (selector) => document.querySelector(selector);
  const isOpen = () => document.body.dataset.source === "open";

  const setBehind = () => {
    for (const id of ["#masthead", "#talk"]) {
      const part = find(id);
      if (part) part.inert = isOpen() && narrow.matches;
    }
  };

  const openSource = () => {
    document.body.dataset.source = "open";
    setBehind();
    const body = find("#source .body");
    const mark = find("#source mark");
    if (body) body.scrollTop = 0;
    if (body && mark) {
      const above = mark.getBoundingClientRect().top - body.getBoundingClientRect().top;
      body.scrollTop = Math.max(0, above - body.clientHeight / 4);
    }
    const heading = find("#source-heading");
    if (heading) heading.focus({ preventScroll: true });
  };

  const closeSource = () => {
    if (!isOpen()) return;
    delete document.body.dataset.source;
    setBehind();
    const { turn, kind, number } = opener || {};
    const again = `button[data-turn="${turn}"][data-kind="${kind}"][data-number="${number}"]`;
    const target = find(`#conversation ${again}`) || find("#question textarea");
    if (target) target.focus();
  };

  const follow = () => {
    const header = find("#masthead [data-page-language]");
    if (header && document.documentElement.lang !== header.dataset.pageLanguage) {
      document.documentElement.lang = header.dataset.pageLanguage;
    }
    const panel = find("#source aside");
    const serial = panel ? panel.dataset.serial : "";
    if (serial !== seen.serial) {
      seen.serial = serial;
      if (serial) openSource();
    }
    const turns = document.querySelectorAll("#conversation .turn");
    const last = turns.length ? turns[turns.length - 1] : null;
    const number = last ? Number(last.dataset.turn) : 0;
    if (number !== seen.turn) {
      seen.turn = number;
      if (last) last.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
    }
  };

  document.addEventListener("click", (event) => {
    const pointed = event.target.closest("#conversation button[data-kind]");
    if (pointed) opener = { ...pointed.dataset };
    if (event.target.closest("#source .close")) closeSource();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeSource();
  });
  narrow.addEventListener("change", setBehind);
  new MutationObserver(follow).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-serial", "data-page-language", "data-turn"],
  });
})();
