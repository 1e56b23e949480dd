// The list of conversations, and the drawer that it is on a phone.

import { all, conversation, find, narrow, send } from "./wire.js";

// What is not seen yet, while it slides in, cannot have the focus.
const focusOn = (selector, tries = 20) => {
  const part = find(selector);
  part?.focus();
  if (document.activeElement !== part && tries) setTimeout(() => focusOn(selector, tries - 1), 30);
};

const setDrawer = (open) => {
  if (open) document.body.dataset.drawer = "open";
  else delete document.body.dataset.drawer;
  find("#header .drawer")?.setAttribute("aria-expanded", String(open));
  if (open) focusOn("#conversations .new");
};

export const drawerIsOpen = () => narrow.matches && document.body.dataset.drawer === "open";

export const closeDrawer = () => {
  if (!drawerIsOpen()) return false;
  setDrawer(false);
  find("#header .drawer")?.focus();
  return true;
};

const inline = (button, kind) => {
  const item = button.closest("li");
  button.closest("details").open = false;
  for (const form of all(".inline", item)) form.hidden = !form.classList.contains(kind);
  const first = find(`.inline.${kind} input, .inline.${kind} button`, item);
  first.focus();
  if (first.select) first.select();
};

export const acts = {
  drawer: () => setDrawer(document.body.dataset.drawer !== "open"),
  new: () => {
    conversation.set("");
    send("begin");
    setDrawer(false);
    find("#question")?.focus();
  },
  conversation: (button) => {
    conversation.set(button.dataset.conversation);
    send("reopen", { conversation: button.dataset.conversation });
    setDrawer(false);
  },
  rename: (button) => inline(button, "rename"),
  delete: (button) => inline(button, "delete"),
  dismiss: (button) => {
    const item = button.closest("li");
    button.closest(".inline").hidden = true;
    find("summary", item)?.focus();
  },
  "delete-sure": (button) => {
    const open = conversation.get();
    send("delete", { conversation: button.dataset.conversation, open });
    if (open === button.dataset.conversation) conversation.set("");
    find("#conversations .new")?.focus();
  },
};

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form.rename");
  if (!form) return;
  event.preventDefault();
  const title = new FormData(form).get("title");
  const open = conversation.get();
  send("rename", { conversation: form.dataset.conversation, title, open });
});
