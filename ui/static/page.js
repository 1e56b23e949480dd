// The frame: which view is shown, the settings, and what follows every change of the page.

import * as brief from "./brief.js";
import * as check from "./check.js";
import * as conversations from "./conversations.js";
import * as library from "./library.js";
import * as reading from "./reading.js";
import * as refer from "./refer.js";
import * as talk from "./talk.js";
import { all, conversation, find, send } from "./wire.js";

const root = document.documentElement;
const arrived = new URLSearchParams(location.search);

const showView = (name, { focus = false } = {}) => {
  const known = all(".view").map((view) => view.id.replace("view-", ""));
  const shown = known.includes(name) ? name : "ask";
  document.body.dataset.view = shown;
  for (const view of all(".view")) view.hidden = view.id !== `view-${shown}`;
  for (const tab of all("#header [data-view]")) {
    if (tab.dataset.view === shown) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  document.dispatchEvent(new CustomEvent("sitir-view", { detail: shown }));
  if (focus) find(`#view-${shown} :is(textarea, h2)`)?.focus();
};

// All that was chosen here is sent each time: a second choice may be quicker than the first.
const chosen = {};
const prefer = (changed) => {
  const language = changed.language && changed.language !== root.lang;
  const source = language && reading.sourceIsOpen() ? reading.openedSource() : {};
  Object.assign(chosen, changed);
  send("prefer", {
    ...chosen, conversation: conversation.get(), briefed: brief.chosenDocument(), ...source,
  });
};

const setLook = (look) => {
  Object.assign(root.dataset, look);
  try {
    const { theme, size } = root.dataset;
    localStorage.setItem("sitir-look", JSON.stringify({ theme, size }));
  } catch { /* then it is only for now */ }
};

const isDark = () => {
  const { theme } = root.dataset;
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
};

const acts = {
  ...talk.acts,
  ...conversations.acts,
  ...library.acts,
  ...reading.acts,
  ...refer.acts,
  settings: () => find("#settings-dialog")?.showModal(),
  close: (button) => button.closest("dialog").close(),
  theme: () => {
    const theme = isDark() ? "light" : "dark";
    setLook({ theme });
    for (const one of all('[data-setting="theme"]')) one.checked = one.value === theme;
    prefer({ theme });
  },
};

const followHeader = () => {
  const header = find("#header [data-page-language]");
  if (!header || header.dataset.bound === "1") return;
  header.dataset.bound = "1";
  const { pageLanguage, theme, size } = header.dataset;
  if (root.lang !== pageLanguage) root.lang = pageLanguage;
  setLook({ theme, size });
  showView(document.body.dataset.view || arrived.get("view") || "ask");
};

let language = "";
const followSettings = () => {
  const dialog = find("#settings-dialog");
  if (!dialog || dialog.lang === language) return;
  const wasOpen = document.body.dataset.settings === "open";
  language = dialog.lang;
  dialog.addEventListener("close", () => { delete document.body.dataset.settings; });
  if (!wasOpen) return;
  dialog.showModal();
  find('[data-setting="language"]:checked', dialog)?.focus();
};

let linked = false;
const followLink = () => {
  if (linked || !find("#question")) return;
  linked = true;
  const passage = arrived.get("passage");
  if (passage) {
    reading.openSource({ kind: "passage", passage, from: arrived.get("from"), to: arrived.get("to") });
  }
};

const follow = () => {
  followHeader();
  followSettings();
  followLink();
  talk.follow();
  reading.follow();
  check.follow();
  brief.follow();
  library.follow();
};

const closeMenus = (except = null) => {
  let closed = false;
  for (const menu of all("details.menu[open]")) {
    if (menu === except) continue;
    menu.open = false;
    closed = true;
  }
  return closed;
};

document.addEventListener("click", (event) => {
  closeMenus(event.target.closest("details.menu"));
  const view = event.target.closest("#header [data-view]");
  if (view) {
    if (view.dataset.view !== document.body.dataset.view) reading.closeSource({ focus: false });
    showView(view.dataset.view);
  }
  const switched = event.target.closest("#header [data-language]");
  if (switched) prefer({ language: switched.dataset.language });
  const button = event.target.closest("[data-do]");
  if (!button || !acts[button.dataset.do]) return;
  event.preventDefault();
  if (button.dataset.do === "settings") document.body.dataset.settings = "open";
  acts[button.dataset.do](button);
});

document.addEventListener("change", (event) => {
  const { setting } = event.target.dataset || {};
  if (!setting) return;
  const { value } = event.target;
  if (setting === "theme" || setting === "size") setLook({ [setting]: value });
  prefer({ [setting]: setting === "use_model" ? value === "on" : value });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || find("dialog[open]")) return;
  const menu = find("details.menu[open]");
  if (menu) {
    menu.open = false;
    find("summary", menu).focus();
  } else if (!reading.closeGloss() && !conversations.closeDrawer()) reading.closeSource();
});

new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
follow();
