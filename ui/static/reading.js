// The source: opened where the quote stands, read in its versions, copied, linked, noted.

import { all, conversation, find, narrow, say, send, words } from "./wire.js";

const state = { serial: 0, opened: null, shown: "", opener: null, then: "heading", scroll: 0 };

export const openedSource = () => (state.opened ? { ...state.opened, serial: state.serial } : {});
export const sourceIsOpen = () => document.body.dataset.source === "open";

const KINDS = {
  citation: ({ turn, number }) => ({ turn: Number(turn), number: Number(number) }),
  evidence: ({ turn, number }) => ({ turn: Number(turn), number: Number(number) }),
  passage: ({ passage, from, to }) => ({
    passage, ...(from && to ? { from: Number(from), to: Number(to) } : {}),
  }),
  section: ({ document: id, section }) => ({ document: id, section }),
  document: ({ document: id }) => ({ document: id }),
};

export const openSource = (data) => {
  if (!KINDS[data.kind]) return;
  state.opened = { kind: data.kind, ...KINDS[data.kind](data) };
  request("heading");
};

const request = (then, more = {}) => {
  state.then = then;
  state.serial += 1;
  state.opened = { ...state.opened, ...more };
  send("open_source", { ...openedSource(), conversation: conversation.get() });
};

const setBehind = () => {
  const hidden = narrow.matches && (sourceIsOpen() || document.body.dataset.drawer === "open");
  for (const view of all(".view")) view.inert = hidden;
  const header = find("#header");
  if (header) header.inert = narrow.matches && sourceIsOpen();
};

const reveal = () => {
  document.body.dataset.source = "open";
  setBehind();
  const body = find("#source .body");
  const mark = find("#source mark");
  if (state.then === "tab" || state.then === "note") {
    if (body) body.scrollTop = state.scroll;
    find(state.then === "tab" ? '#source [aria-selected="true"]' : "#source .adding summary")?.focus();
  } else {
    if (body) {
      const above = mark ? mark.getBoundingClientRect().top - body.getBoundingClientRect().top : 0;
      body.scrollTop = Math.max(0, body.scrollTop + above - body.clientHeight / 4);
    }
    find("#source-heading")?.focus({ preventScroll: true });
  }
  const first = find("#source .word");
  if (first) first.tabIndex = 0;
};

export const closeSource = ({ focus = true } = {}) => {
  if (!sourceIsOpen()) return false;
  delete document.body.dataset.source;
  setBehind();
  hideGloss();
  const target = state.opener?.isConnected ? state.opener : sameAs(state.opened);
  state.opened = null;
  if (focus) (target || find("#question"))?.focus();
  return true;
};

// The button that opened it may have been drawn anew since.
const sameAs = (opened) => {
  if (!opened || opened.turn === undefined) return null;
  const { turn, kind, number } = opened;
  return find(`.turn button[data-turn="${turn}"][data-kind="${kind}"][data-number="${number}"]`);
};

export const follow = () => {
  const panel = find("#source aside");
  const serial = panel ? panel.dataset.serial : "";
  if (!panel && sourceIsOpen()) {
    delete document.body.dataset.source;
    state.opened = null;
    setBehind();
  }
  if (serial !== state.shown) {
    state.shown = serial;
    if (serial && state.opened) reveal();
  }
  setBehind();
};

// Copying

const escaped = (value) => value.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const rich = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent);
  const inside = [...node.childNodes].map(rich).join("");
  return node.nodeName === "EM" ? `<em>${inside}</em>` : inside;
};

export const quoted = (menu) => {
  const figure = menu.closest(".quote");
  const parts = figure ? all(".quoted-words", figure) : all("#source mark");
  return {
    plain: parts.map((part) => part.textContent).join(" ").replace(/\s+/g, " ").trim(),
    rich: parts.map(rich).join(" ").trim(),
  };
};

export const copyOut = async (plain, html) => {
  try {
    const types = { "text/plain": new Blob([plain], { type: "text/plain" }) };
    if (html) types["text/html"] = new Blob([html], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem(types)]);
    return true;
  } catch {
    return putBySelection(plain, html);
  }
};

// Where the page is not served securely, browsers only copy what is selected.
const putBySelection = (plain, html) => {
  const fill = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", plain);
    if (html) event.clipboardData.setData("text/html", html);
  };
  document.addEventListener("copy", fill);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", fill);
  }
};

const copy = async (button) => {
  const menu = button.closest(".copying");
  let { plain = "", rich: html = "" } = button.dataset;
  if (button.dataset.parts) {
    const parts = button.dataset.parts.split(" ");
    const quote = quoted(menu);
    const place = menu.dataset.place;
    const both = parts.length === 2;
    plain = parts.map((part) => (part === "quote" ? `“${quote.plain}”` : both ? `(${place})` : place)).join(" ");
    html = parts
      .map((part) => (part === "quote" ? `“${quote.rich}”` : escaped(both ? `(${place})` : place)))
      .join(" ");
  }
  menu.open = false;
  find("summary", menu).focus();
  say(words((await copyOut(plain, html)) ? "copied" : "copy_failed"));
};

export const acts = {
  copy,
  link: async (link) => {
    say(words((await copyOut(link.href, "")) ? "link_copied" : "copy_failed"));
  },
  "close-source": () => closeSource(),
  unnote: (button) => {
    send("remove_note", { ...note(), note: button.dataset.noteId });
  },
};

const note = () => {
  state.then = "note";
  state.serial += 1;
  state.scroll = find("#source .body")?.scrollTop || 0;
  return { ...openedSource(), conversation: conversation.get() };
};

// A gloss is shown for the word that is pointed at or has the focus.

const hideGloss = () => find("#gloss")?.remove();

const showGloss = (word) => {
  hideGloss();
  const bubble = document.createElement("div");
  bubble.id = "gloss";
  bubble.setAttribute("role", "tooltip");
  bubble.textContent = word.dataset.gloss;
  document.body.append(bubble);
  word.setAttribute("aria-describedby", "gloss");
  const at = word.getBoundingClientRect();
  const size = bubble.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, window.innerWidth - size.width - 8));
  const above = at.top - size.height - 6;
  bubble.style.left = `${left}px`;
  bubble.style.top = `${above > 8 ? above : at.bottom + 6}px`;
};

const step = (word, by) => {
  const every = all("#source .word");
  const next = every[every.indexOf(word) + by];
  if (!next) return;
  word.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
};

export const closeGloss = () => {
  if (!find("#gloss")) return false;
  hideGloss();
  return true;
};

document.addEventListener("pointerover", (event) => {
  const word = event.target.closest?.("#source .word");
  if (word) showGloss(word);
  else if (find("#gloss") && !document.activeElement?.matches(".word")) hideGloss();
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("#source .word")) showGloss(event.target);
  else hideGloss();
});
document.addEventListener("scroll", hideGloss, { capture: true, passive: true });

document.addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const word = event.target.closest?.("#source .word");
  const tab = event.target.closest?.("#source [role=tab]");
  if (word) step(word, by);
  else if (tab) {
    const tabs = all("#source [role=tab]");
    tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length].focus();
  } else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const tab = event.target.closest("#source [data-tab]");
  if (tab) {
    state.scroll = find("#source .body")?.scrollTop || 0;
    request("tab", { tab: tab.dataset.tab });
    return;
  }
  const pointed = event.target.closest("button[data-kind]");
  if (!pointed) return;
  if (!pointed.closest("#source")) state.opener = pointed;
  openSource({ ...pointed.dataset });
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest(".note-form");
  if (!form) return;
  event.preventDefault();
  const { document: id, start, end } = form.dataset;
  const given = Object.fromEntries(new FormData(form));
  send("add_note", {
    ...note(), document: id, start: Number(start), end: Number(end), ...given,
  });
});
narrow.addEventListener("change", setBehind);
