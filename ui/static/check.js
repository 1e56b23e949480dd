// Checking one's own text: pasted, opened or dropped; it goes to the server only when asked.

import { find, say, send, words } from "./wire.js";
import { scope } from "./talk.js";

const LARGEST = 1_000_000;
let draft = "";

const take = async (file) => {
  if (!file) return;
  if (!/\.(txt|md)$/i.test(file.name) || file.size > LARGEST) {
    say(words("check_wrong_file"));
    return;
  }
  draft = await file.text();
  const area = find("#check-text");
  area.value = draft;
  area.focus();
};

export const follow = () => {
  const area = find("#check-text");
  if (area && area.dataset.bound !== "1") {
    area.dataset.bound = "1";
    area.value = draft;
  }
  const heading = find("#report-heading");
  if (heading && heading.dataset.bound !== "1") {
    heading.dataset.bound = "1";
    say("");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }
};

document.addEventListener("submit", (event) => {
  if (!event.target.closest(".check-form")) return;
  event.preventDefault();
  say(words("checking"));
  send("check", { text: find("#check-text").value, documents: scope.get().map(({ id }) => id) });
});
document.addEventListener("input", (event) => {
  if (event.target.id === "check-text") draft = event.target.value;
});
document.addEventListener("change", (event) => {
  if (event.target.id !== "check-file") return;
  take(event.target.files[0]);
  event.target.value = "";
});
document.addEventListener("dragover", (event) => {
  if (event.target.closest?.("#view-check")) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  if (!event.target.closest?.("#view-check")) return;
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});
