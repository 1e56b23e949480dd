// The library: files are sent one after the other, each with its progress; documents are
// chosen to be asked by themselves.

import { all, find, say, send, words } from "./wire.js";
import { scope } from "./talk.js";

const rows = [];
let working = false;

const kinds = () => find("#upload").dataset.kinds.split(",");
const most = () => Number(find("#upload").dataset.most);
const megabytes = () => Math.floor(most() / 1_000_000);

const draw = () => {
  const list = find("#uploads");
  if (!list) return;
  const shown = new Set(all("li", list));
  for (const row of rows) {
    if (!shown.has(row.item)) list.append(row.item);
  }
};

const makeRow = (file) => {
  const item = document.createElement("li");
  const name = document.createElement("p");
  name.className = "upload-name";
  name.dir = "auto";
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  const line = document.createElement("p");
  line.className = "upload-line";
  line.textContent = words("upload_waiting");
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "quiet";
  cancel.textContent = words("upload_cancel");
  cancel.setAttribute("aria-label", `${words("upload_cancel")}: ${file.name}`);
  item.append(name, bar, line, cancel);
  const row = { file, item, bar, line, cancel, request: null, over: false };
  cancel.addEventListener("click", () => stop(row));
  return row;
};

const end = (row, key, values = {}, detail = "") => {
  row.over = true;
  row.bar.remove();
  row.cancel.remove();
  row.line.textContent = words(key, values);
  row.item.dataset.state = key.replace("upload_", "");
  if (detail) {
    const reason = document.createElement("span");
    reason.lang = "en";
    reason.textContent = ` ${detail}`;
    row.line.append(reason);
  }
  say(`${row.file.name}: ${row.line.textContent}`);
};

const stop = (row) => {
  if (row.over) return;
  end(row, "upload_cancelled");
  row.request?.abort();
};

const STEPS = { waiting: "upload_waiting", reading: "upload_reading", structure: "upload_reading",
  splitting: "upload_reading", encoding: "upload_storing", storing: "upload_storing" };

const told = (row, { step, done, total, state, passages, problem }) => {
  if (state === "failed") end(row, "upload_failed", {}, problem);
  else if (state) end(row, `upload_${state}`, { passages });
  else {
    row.line.textContent = words(STEPS[step] || "upload_reading");
    if (step === "encoding" && total) row.bar.value = 0.3 + 0.7 * (done / total);
    else if (step === "storing") row.bar.value = 1;
  }
};

const upload = (row) => new Promise((over) => {
  const request = new XMLHttpRequest();
  row.request = request;
  let read = 0;
  const readOn = () => {
    const lines = request.responseText.slice(read).split("\n");
    read = request.responseText.length - lines.pop().length;
    for (const line of lines) if (line && !row.over) told(row, JSON.parse(line));
  };
  request.open("POST", `/sitir/upload?name=${encodeURIComponent(row.file.name)}`);
  request.setRequestHeader("content-type", "application/octet-stream");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    row.bar.value = total ? 0.3 * (loaded / total) : 0;
  });
  request.addEventListener("progress", () => { if (request.status === 200) readOn(); });
  request.addEventListener("loadend", () => {
    if (request.status === 200) readOn();
    if (!row.over) {
      const busy = request.status === 429;
      const large = request.status === 413;
      if (large) end(row, "upload_too_large", { most: megabytes() });
      else if (request.status === 415) end(row, "upload_wrong_kind", { kinds: kinds().join(", ") });
      else end(row, "upload_failed", {}, words(busy ? "busy" : "not_sent"));
    }
    over();
  });
  row.line.textContent = words("upload_sending");
  request.send(row.file);
});

const workOff = async () => {
  if (working) return;
  working = true;
  for (let row = rows.find((one) => !one.over); row; row = rows.find((one) => !one.over)) {
    // One after the other: the next is only begun when this one is done.
    await upload(row);
    if (row.item.dataset.state !== "failed") send("library");
  }
  working = false;
};

const take = (files) => {
  for (const file of files) {
    const row = makeRow(file);
    rows.push(row);
    const name = file.name.toLowerCase();
    if (!kinds().some((kind) => name.endsWith(kind))) {
      end(row, "upload_wrong_kind", { kinds: kinds().join(", ") });
    } else if (file.size > most()) end(row, "upload_too_large", { most: megabytes() });
  }
  draw();
  workOff();
};

const chosen = () => all("#library [data-scope]:checked").map((field) => ({
  id: field.dataset.scope, title: field.dataset.title,
}));

const showChosen = () => {
  const button = find('[data-do="ask-chosen"]');
  if (button) button.hidden = chosen().length === 0;
};

export const follow = () => {
  const list = find("#uploads");
  if (!list) return;
  // The list may have been drawn anew around it, or within it.
  if (rows.some((row) => !row.item.isConnected)) draw();
  const fresh = find("#library .page");
  if (fresh.dataset.bound === "1") return;
  fresh.dataset.bound = "1";
  const ids = scope.get().map(({ id }) => id);
  const fields = all("#library [data-scope]");
  for (const field of fields) field.checked = ids.includes(field.dataset.scope);
  // What was removed meanwhile cannot be asked any more.
  const held = fields.map((field) => field.dataset.scope);
  if (ids.some((id) => !held.includes(id))) scope.set(chosen());
  showChosen();
};

export const acts = {
  "ask-chosen": () => { find('#header [data-view="ask"]').click(); find("#question")?.focus(); },
  "remove-document": (button) => send("remove_document", { document: button.dataset.document }),
};

document.addEventListener("sitir-view", ({ detail }) => { if (detail === "library") send("library"); });
document.addEventListener("change", (event) => {
  if (event.target.id === "upload") {
    take([...event.target.files]);
    event.target.value = "";
  } else if (event.target.dataset?.scope) {
    scope.set(chosen());
    showChosen();
  }
});
document.addEventListener("dragover", (event) => {
  if (event.target.closest?.("#view-library")) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  if (!event.target.closest?.("#view-library") || !find("#upload")) return;
  event.preventDefault();
  take([...event.dataTransfer.files]);
});
