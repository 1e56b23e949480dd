// Academic references: made by the server in the chosen style, copied with the quote or alone.

import { copyOut, quoted } from "./reading.js";
import { find, say, words } from "./wire.js";

const style = () => find("#header [data-style]").dataset;

// A version that is read in the source panel is copied as one; a gloss is no version.
const versionOf = (menu) => {
  const mark = menu.closest("#source") && find("#source mark");
  if (!mark || find(".word", mark)) return "";
  const tab = find('#source [role="tab"][aria-selected="true"]');
  return tab && tab.previousElementSibling ? tab.dataset.tab : "";
};

const made = async ({ passage, from, to, language }, version) => {
  const asked = new URLSearchParams({
    passage, from, to, language, version, style: style().style,
  });
  const answer = await fetch(`/sitir/reference?${asked}`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
};

const refer = async (button) => {
  const menu = button.closest(".copying");
  const quote = quoted(menu);
  const version = versionOf(menu);
  menu.open = false;
  find("summary", menu).focus();
  try {
    const { behind, behind_html: behindHtml, entry, entry_html: entryHtml } = await made(menu.dataset, version);
    const done = button.dataset.refer === "entry"
      ? await copyOut(entry, entryHtml)
      : await copyOut(`“${quote.plain}”${behind}`, `“${quote.rich}”${behindHtml}`);
    say(words(done ? "cited_as" : "copy_failed", { style: style().styleName }));
  } catch {
    say(words("cite_failed"));
  }
};

export const acts = { refer };

// The menu names the style as it is now, not as it was when the menu was drawn.
document.addEventListener("toggle", (event) => {
  if (!event.target.matches?.(".copying") || !event.target.open) return;
  for (const one of event.target.querySelectorAll(".style-name")) {
    one.textContent = style().styleName;
  }
}, true);
