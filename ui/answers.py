"""An answer as HTML, its words in its own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant import Answer, Citation, Claim, Conflict, Evidence, version_for
from corpus.language import Language
from ui.markup import element, text
from ui.quotes import cite_button, quote_figure
from ui.strings import label

__all__ = ["answer_html"]

NEAREST: Final = 3
"""How many of the nearest passages are shown when there is no answer. Each is shown whole:
cut short, a statement could lose its condition."""

_OPENING: Final = " \t\n“\"«‘'(["
_CLOSING: Final = " \t\n”\"»’')]."
_MARK: Final = re.compile(r"\s*\[(\d+)\]")


def answer_html(answer: Answer, turn: int) -> str:
    """Return the answer of the given turn: what to know about it, then its claims and quotes."""
    spoken = answer.language
    understood = ""
    if answer.understood_as:
        line = label("understood_as", spoken, question=answer.understood_as)
        understood = element("p", text(line), class_="notice")
    below = [notice.text for notice in answer.notices]
    if answer.incomplete:
        below.append(label("incomplete", spoken))
    notices = "".join(element("p", text(line), class_="notice") for line in below)
    body = _abstention(answer, turn) if answer.abstained else _quoted(answer, turn)
    kind = "answer abstained" if answer.abstained else "answer"
    return element("div", (understood, body, notices), class_=kind)


def _abstention(answer: Answer, turn: int) -> str:
    spoken = answer.language
    reason = label(answer.abstain_reason or "not_stated", spoken)
    nearest = [_nearest(item, index, turn, spoken) for index, item in
               enumerate(answer.evidence[:NEAREST], start=1)]  # fmt: skip
    parts = [
        element("p", text(reason), class_="state"),
        element("p", text(answer.text), class_="claim"),
    ]
    if nearest:
        parts.append(element("h3", text(label("nearest", spoken))))
        parts.append(element("ul", nearest, class_="nearest"))
    return "".join(parts)


def _nearest(evidence: Evidence, number: int, turn: int, reader: Language) -> str:
    button = element(
        "button",
        text(evidence.heading),
        type="button",
        class_="open",
        data_turn=turn,
        data_kind="evidence",
        data_number=number,
        aria_label=label("open_nearest", reader, place=evidence.heading),
        lang=evidence.language,
    )
    return element(
        "li", (button, element("p", text(evidence.text), lang=evidence.language, dir="auto"))
    )


def _quoted(answer: Answer, turn: int) -> str:
    cited = {citation.number: citation for citation in answer.citations}
    shown: set[int] = set()
    parts = [_differing(conflict, cited, turn, answer.language) for conflict in answer.conflicts]
    parts += [_claim(claim, cited, shown, turn, answer.language) for claim in answer.claims]
    parts += [
        quote_figure(citation, turn, answer.language)
        for number, citation in cited.items()
        if number not in shown
    ]
    if not answer.claims and not cited:
        parts.insert(0, element("p", text(answer.text), class_="claim"))
    if cited:
        parts.append(element("p", text(label("matches", answer.language)), class_="matches"))
    return "".join(parts)


def _differing(
    conflict: Conflict, cited: Mapping[int, Citation], turn: int, reader: Language
) -> str:
    """Return the line that says that sources differ; it stands before what they say."""
    buttons = (cite_button(cited[n], turn, reader) for n in conflict.citations if n in cited)
    said = text(label("conflict", reader, values=" ≠ ".join(conflict.values)))
    return element("p", (said, *buttons), class_="conflict")


def _claim(
    claim: Claim,
    cited: Mapping[int, Citation],
    shown: set[int],
    turn: int,
    reader: Language,
) -> str:
    """Return a claim: its own words, and each quote in its place, set once an answer."""
    rest = _MARK.sub(lambda mark: "" if int(mark[1]) in cited else mark[0], claim.text)
    parts: list[str] = []
    again = ""
    for citation in (cited[number] for number in claim.citations if number in cited):
        if citation.number in shown:
            again += cite_button(citation, turn, reader)
            continue
        shown.add(citation.number)
        before, found, after = rest.partition(citation.quote)
        parts += [_words(before.rstrip(_OPENING)), quote_figure(citation, turn, reader)]
        rest = _without_version(after.lstrip(_CLOSING), citation, reader) if found else ""
    parts.append(_words(rest, again))
    return "".join(parts)


def _without_version(plain: str, citation: Citation, reader: Language) -> str:
    """Return ``plain`` without the line that gives the version shown under the quote."""
    version = version_for(citation, reader)
    before, found, after = plain.partition(version.text) if version else (plain, "", "")
    if not found:
        return plain
    return f"{before.rpartition(chr(10))[0]}\n{after.lstrip(_CLOSING)}"


def _words(plain: str, buttons: str = "") -> str:
    has_words = any(char.isalnum() for char in plain)
    if not has_words and not buttons:
        return ""
    return element("p", (text(plain.strip()) if has_words else "") + buttons, class_="claim")
