// Asking: the question is shown at once, the answer as it comes; stop, ask again, edit.

import { all, calm, conversation, find, kept, say, send, words } from "./wire.js";

const PATIENCE = 180_000;
const state = { asking: null, before: null, draft: "", seen: "" };

export const scope = {
  get: () => { try { return JSON.parse(kept.get("sitir-scope") || "[]"); } catch { return []; } },
  set: (documents) => { kept.set("sitir-scope", JSON.stringify(documents)); showScope(); },
};

export const showScope = () => {
  const line = find("#composer .scope");
  if (!line) return;
  const said = find(".scope-said", line);
  const titles = scope.get().map(({ title }) => title);
  const whole = said.dataset.said.replace("{documents}", titles.join(" · "));
  if (said.textContent !== whole) said.textContent = whole;
  if (line.hidden !== (titles.length === 0)) line.hidden = titles.length === 0;
};

const box = () => find("#question");

const grow = () => {
  const area = box();
  if (!area) return;
  area.style.height = "auto";
  area.style.height = `${Math.min(area.scrollHeight + 2, 220)}px`;
};

const setAsking = (asking) => {
  state.asking = asking;
  const [sendButton, stopButton] = [find("#send"), find("#stop")];
  if (sendButton) sendButton.hidden = Boolean(asking);
  if (stopButton) stopButton.hidden = !asking;
};

const turns = () => {
  let log = find("#thread .turns");
  if (log) return log;
  const host = find("#thread .html-container > div") || find("#thread");
  log = document.createElement("div");
  log.className = "turns";
  log.setAttribute("role", "log");
  log.setAttribute("aria-live", "off");
  log.setAttribute("aria-label", find("#question")?.getAttribute("aria-label") || "");
  host.replaceChildren(log);
  return log;
};

// The turn that was asked last becomes one of those before it.
const settle = () => {
  if (find("#live.stale")) return;
  const log = turns();
  for (const turn of all("#live .turn")) log.append(turn.cloneNode(true));
  find("#live").classList.add("stale");
};

const showPending = (question) => {
  const turn = document.createElement("article");
  turn.className = "turn pending";
  turn.lang = document.documentElement.lang;
  const title = document.createElement("h2");
  title.className = "question";
  title.dir = "auto";
  title.textContent = question.trim();
  const line = document.createElement("p");
  line.className = "searching";
  line.textContent = words("searching");
  turn.append(title, line);
  turns().append(turn);
  bring(turn);
};

const bring = (turn) => {
  turn.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
};

export const ask = (question, before = null) => {
  if (!question.trim() || state.asking) return;
  const asking = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  settle();
  showPending(question);
  setAsking({ id: asking, question, timer: setTimeout(() => giveUp(words("not_sent")), PATIENCE) });
  const documents = scope.get().map(({ id }) => id);
  const data = { question, conversation: conversation.get(), asking, documents };
  send("ask", before === null ? data : { ...data, before });
};

// The question could not be sent: it goes back into the box.
const giveUp = (line) => {
  if (!state.asking) return;
  clearTimeout(state.asking.timer);
  const { question } = state.asking;
  setAsking(null);
  for (const turn of all("#thread .pending")) turn.remove();
  const area = box();
  if (area && !area.value) area.value = question.trim();
  grow();
  if (line) say(line);
};

const submit = () => {
  const area = box();
  const question = area.value;
  if (!question.trim() || state.asking) return;
  const { before } = state;
  state.before = null;
  area.value = "";
  state.draft = "";
  grow();
  ask(question, before);
};

const ofTurn = (target) => {
  const turn = target.closest(".turn");
  return { number: Number(turn.dataset.turn), question: find(".question", turn).textContent };
};

export const acts = {
  starter: (button) => ask(button.textContent),
  retry: (button) => {
    const { number, question } = ofTurn(button);
    ask(question, number || null);
  },
  edit: (button) => {
    const { number, question } = ofTurn(button);
    const area = box();
    area.value = question;
    state.before = number || null;
    grow();
    area.focus();
  },
  feedback: (button) => {
    for (const one of all("[data-feedback]", button.parentElement)) {
      one.setAttribute("aria-pressed", String(one === button));
    }
    const { number } = ofTurn(button);
    const kind = button.dataset.feedback;
    send("feedback", { conversation: conversation.get(), turn: number, kind });
  },
  "scope-clear": () => { scope.set([]); box()?.focus(); },
};

// Called after every change of the page.
export const follow = () => {
  const area = box();
  if (area && area.dataset.bound !== "1") {
    area.dataset.bound = "1";
    area.value = state.draft;
    grow();
    setAsking(state.asking);
  }
  showScope();
  // The welcome stands where no conversation is open, also when one was deleted elsewhere.
  const welcome = find("#thread .welcome");
  if (welcome && welcome.dataset.bound !== "1") {
    welcome.dataset.bound = "1";
    if (!state.asking) conversation.set("");
  }
  const turn = find("#live .turn");
  const stamp = turn ? `${turn.dataset.turn} ${turn.dataset.written} ${turn.innerHTML.length}` : "";
  if (stamp === state.seen && !find("#live.stale")) return;
  if (!turn) { state.seen = ""; return; }
  if (stamp === state.seen) return;
  const isNew = find("#live.stale") !== null || !state.seen;
  state.seen = stamp;
  find("#live").classList.remove("stale");
  for (const pending of all("#thread .pending")) pending.remove();
  if (isNew) bring(turn);
  if (turn.dataset.conversation) conversation.set(turn.dataset.conversation);
  if (turn.dataset.written === "true" && state.asking) {
    clearTimeout(state.asking.timer);
    setAsking(null);
  }
};

document.addEventListener("submit", (event) => {
  if (!event.target.closest("#composer")) return;
  event.preventDefault();
  submit();
});
document.addEventListener("input", (event) => {
  if (event.target.id !== "question") return;
  state.draft = event.target.value;
  if (!state.draft) state.before = null;
  grow();
});
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "question" || event.key !== "Enter") return;
  if (event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("#stop") && state.asking) send("stop", { asking: state.asking.id });
});
// Gradio says by itself, in a toast, that the queue is full or the server is gone.
new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (node.nodeType === 1 && (node.matches(".toast-body") || find(".toast-body", node))) giveUp("");
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });
