// Briefings: what is asked for is kept here, since the form is drawn anew now and then.

import { all, find, say, send, words } from "./wire.js";

const draft = { scope: "whole", length: "short", document: "", section: "", topic: "" };
let asked = null;
let language = "";
let refocus = "";

const read = () => {
  for (const name of ["scope", "length"]) {
    draft[name] = find(`[name="brief-${name}"]:checked`)?.value || draft[name];
  }
  for (const name of ["document", "section", "topic"]) {
    draft[name] = find(`#brief-${name}`)?.value ?? draft[name];
  }
};

const fill = () => {
  for (const name of ["scope", "length"]) {
    for (const one of all(`[name="brief-${name}"]`)) one.checked = one.value === draft[name];
  }
  const section = find("#brief-section");
  if (all("option", section).some((one) => one.value === draft.section)) {
    section.value = draft.section;
  }
  find("#brief-topic").value = draft.topic;
  draft.document = find("#brief-document").value;
};

export const chosenDocument = () => draft.document;

const ask = () => {
  const { scope, length, document: id, section, topic } = asked;
  send("brief", {
    scope,
    length,
    document: id,
    section: scope === "section" ? section : "",
    topic: scope === "topic" ? topic : "",
  });
};

export const follow = () => {
  const form = find(".brief-form");
  if (form && form.dataset.bound !== "1") {
    form.dataset.bound = "1";
    fill();
    if (refocus) find(refocus)?.focus({ preventScroll: true });
    refocus = "";
    const spoken = form.closest("[lang]").lang;
    if (asked && language !== spoken) ask();
    language = spoken;
  }
  const heading = find("#briefing-heading");
  if (heading && heading.dataset.bound !== "1") {
    heading.dataset.bound = "1";
    if (document.body.dataset.view !== "brief") return;
    say("");
    if (find("dialog[open]")) return;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }
};

document.addEventListener("submit", (event) => {
  if (!event.target.closest(".brief-form")) return;
  event.preventDefault();
  read();
  asked = { ...draft };
  say(words("briefing_now"));
  ask();
});
document.addEventListener("input", (event) => {
  if (event.target.closest?.(".brief-form")) read();
});
document.addEventListener("change", (event) => {
  if (!event.target.closest?.(".brief-form")) return;
  read();
  if (event.target.id !== "brief-document") return;
  refocus = "#brief-document";
  send("brief_form", { document: draft.document });
});
document.addEventListener("sitir-view", ({ detail }) => {
  if (detail === "brief") send("brief_form", { document: draft.document });
});
