"""An answer as HTML, its words in its own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant import Answer, Citation, Claim, Conflict, Evidence, version_for
from ui.markup import element, text
from ui.strings import label
from ui.views.quotes import Quoting, cite_button, quote_figure
from ui.views.states import state_line

__all__ = ["answer_html"]

NEAREST: Final = 3
"""How many of the nearest passages are shown when there is no answer. Each is shown whole:
cut short, a statement could lose its condition."""

_OPENING: Final = " \t\n“\"«‘'(["
_CLOSING: Final = " \t\n”\"»’')]."
_MARK: Final = re.compile(r"\s*\[(\d+)\]")


def answer_html(answer: Answer, quoting: Quoting, *, stopped: bool = False) -> str:
    """Return an answer: what kind it is, then its claims and quotes, then what to know.

    ``stopped``: the visitor did not want it whole.
    """
    spoken = answer.language
    understood = ""
    if answer.understood_as:
        line = label("understood_as", spoken, question=answer.understood_as)
        understood = element("p", text(line), class_="notice understood")
    below = [notice.text for notice in answer.notices]
    if answer.incomplete:
        below.append(label("stopped" if stopped else "incomplete", spoken))
    notices = "".join(element("p", text(line), class_="notice") for line in below)
    state = state_line(answer)
    body = _abstention(answer, quoting) if answer.abstained else _quoted(answer, quoting)
    inside = (understood, state.html, body, notices)
    return element("div", inside, class_=f"answer {state.kind}")


def _abstention(answer: Answer, quoting: Quoting) -> str:
    nearest = [_nearest(item, index, quoting) for index, item in
               enumerate(answer.evidence[:NEAREST], start=1)]  # fmt: skip
    parts = [element("p", text(answer.text), class_="claim")]
    if nearest:
        parts.append(element("h3", text(label("nearest", answer.language))))
        parts.append(element("ul", nearest, class_="nearest"))
    return "".join(parts)


def _nearest(evidence: Evidence, number: int, quoting: Quoting) -> str:
    opener = element(
        "button",
        text(evidence.heading),
        type="button",
        class_="open",
        data_turn=quoting.turn,
        data_kind="evidence",
        data_number=number,
        aria_label=label("open_nearest", quoting.reader, place=evidence.heading),
        lang=evidence.language,
    )
    return element(
        "li", (opener, element("p", text(evidence.text), lang=evidence.language, dir="auto"))
    )


def _quoted(answer: Answer, quoting: Quoting) -> str:
    cited = {citation.number: citation for citation in answer.citations}
    shown: set[int] = set()
    parts = [_differing(conflict, cited, quoting) for conflict in answer.conflicts]
    parts += [_claim(claim, cited, shown, quoting) for claim in answer.claims]
    parts += [
        quote_figure(citation, quoting) for number, citation in cited.items() if number not in shown
    ]
    if not answer.claims and not cited:
        parts.insert(0, element("p", text(answer.text), class_="claim"))
    if cited:
        parts.append(element("p", text(label("matches", answer.language)), class_="matches"))
    return "".join(parts)


def _differing(conflict: Conflict, cited: Mapping[int, Citation], quoting: Quoting) -> str:
    """Return the line that says how sources differ; it stands before what they say."""
    buttons = (cite_button(cited[n], quoting) for n in conflict.citations if n in cited)
    said = text(label("conflict", quoting.reader, values=" ≠ ".join(conflict.values)))
    return element("p", (said, *buttons), class_="conflict")


def _claim(claim: Claim, cited: Mapping[int, Citation], shown: set[int], quoting: Quoting) -> str:
    """Return a claim: its own words, and each quote in its place, set once an answer."""
    rest = _MARK.sub(lambda mark: "" if int(mark[1]) in cited else mark[0], claim.text)
    parts: list[str] = []
    again = ""
    for citation in (cited[number] for number in claim.citations if number in cited):
        if citation.number in shown:
            again += cite_button(citation, quoting)
            continue
        shown.add(citation.number)
        before, found, after = rest.partition(citation.quote)
        parts += [_words(before.rstrip(_OPENING)), quote_figure(citation, quoting)]
        rest = _without_version(after.lstrip(_CLOSING), citation, quoting) if found else ""
    parts.append(_words(rest, again))
    return "".join(parts)


def _without_version(plain: str, citation: Citation, quoting: Quoting) -> str:
    """Return ``plain`` without the line that gives the version shown under the quote."""
    version = version_for(citation, quoting.reader)
    before, found, after = plain.partition(version.text) if version else (plain, "", "")
    if not found:
        return plain
    return f"{before.rpartition(chr(10))[0]}\n{after.lstrip(_CLOSING)}"


def _words(plain: str, buttons: str = "") -> str:
    has_words = any(char.isalnum() for char in plain)
    if not has_words and not buttons:
        return ""
    return element("p", (text(plain.strip()) if has_words else "") + buttons, class_="claim")
