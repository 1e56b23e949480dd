"""The source beside the answer: the whole section with the quote marked.

Labels are in the page's language, the text in its own, the version in the asker's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from assistant import Citation, version_for
from corpus.language import Language, language_name
from corpus.records import CitedWork, Passage, Sentence, Span
from ui.markup import element, text
from ui.quotes import spot, version_html
from ui.strings import label

__all__ = ["passage_panel", "quote_panel", "trouble_panel"]

NOWHERE: Final = Span(0, 0)


def quote_panel(
    citation: Citation,
    section: Sequence[Passage],
    title: str,
    *,
    asker: Language,
    page: Language,
    serial: int,
) -> str:
    """Return the panel opened at a quote.

    Args:
        citation: What was cited.
        section: The passages of its section, in reading order.
        title: The document's title, in its own language.
        asker: The language of the question.
        page: The language of the labels.
        serial: Counts the openings, so that the page can tell a new one.
    """
    note = _note(citation, asker, page)
    if _stands(citation, section):
        quote = Span(citation.start, citation.end)
        parts = [_section(section, quote, citation.language, note)]
        parts.append(element("p", text(label("matches", page)), class_="matches"))
    else:
        gone = element("p", text(label("source_changed", page)), class_="fault")
        parts = [gone, note, _section(section, NOWHERE, citation.language)]
    where = _Where(title, section[0].path if section else (), citation.heading, citation.number)
    language = label("quote_language", page, language=language_name(citation.language, page))
    return _panel(where, f"{spot(citation, page)}, {language}", parts, page, serial)


def passage_panel(
    passage: Passage, section: Sequence[Passage], title: str, *, page: Language, serial: int
) -> str:
    """Return the panel opened at a passage that was near but is no answer; nothing is marked."""
    parts = [_section(section, NOWHERE, passage.language)]
    where = _Where(title, passage.path, passage.heading)
    return _panel(where, language_name(passage.language, page), parts, page, serial)


def trouble_panel(line: str, detail: str, *, page: Language, serial: int) -> str:
    """Return the panel that says why a source does not open."""
    words = text(line) + (" " + element("span", text(detail), lang="en") if detail else "")
    where = _Where("", (), label("source", page))
    return _panel(where, "", [element("p", words, class_="fault")], page, serial)


@dataclass(frozen=True, slots=True)
class _Where:
    """What the head of the panel names."""

    title: str
    path: tuple[str, ...]
    heading: str
    number: int | None = None


def _note(citation: Citation, asker: Language, page: Language) -> str:
    """Return what stands beside the quote: its version for the asker, the works it cites."""
    version = version_for(citation, asker)
    beside = [] if version is None else [version_html(version, page)]
    return element(
        "div",
        (
            *_titled("in_your_language", beside, page),
            *_titled("cited_works", _works(citation.cited_works, page), page),
        ),
        class_="note",
        role="note",
        lang=page,
    )


def _stands(citation: Citation, section: Sequence[Passage]) -> bool:
    """Tell whether the quote still stands in its place, word for word."""
    for passage in section:
        start, end = citation.start - passage.start, citation.end - passage.start
        if start >= 0 and passage.text[start:end] == citation.quote:
            return True
    return False


def _panel(where: _Where, facts: str, parts: Sequence[str], page: Language, serial: int) -> str:
    number = "" if where.number is None else element("span", str(where.number), class_="number")
    heading = element(
        "h2", f"{number} {text(where.heading)}", id="source-heading", tabindex=-1, dir="auto"
    )
    close = element("button", "×", type="button", class_="close", aria_label=label("close", page))
    named = (("document", where.title), ("path", " › ".join(where.path[:-1])))
    above = [element("p", text(words), class_=name, dir="auto") for name, words in named if words]
    below = element("p", text(facts), class_="facts") if facts else ""
    head = element("div", (element("div", (*above, heading, below)), close), class_="head")
    body = element(
        "div", parts, class_="body", tabindex=0, role="group", aria_labelledby="source-heading"
    )
    return element(
        "aside", (head, body), aria_labelledby="source-heading", lang=page, data_serial=serial
    )


def _titled(key: str, parts: Sequence[str], page: Language) -> list[str]:
    return [element("h3", text(label(key, page))), *parts] if parts else []


def _works(works: Sequence[CitedWork], page: Language) -> list[str]:
    lines = [
        element(
            "li",
            element("span", text(work.work), class_="work")
            + " "
            + element("span", text(label(work.scope, page)), class_="scope"),
        )
        for work in works
    ]
    return [element("ul", lines, class_="works")] if lines else []


def _section(section: Sequence[Passage], quote: Span, language: Language, note: str = "") -> str:
    """Return the section's paragraphs, the note under the one where the quote ends."""
    sentences = [sentence for passage in section for sentence in passage.sentences]
    parts: list[str] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        parts.append(element("div", _lines(paragraph, quote), class_="paragraph"))
        if paragraph[0].start < quote.end <= paragraph[-1].end:
            parts.append(note)
    return element("div", parts, class_="section", lang=language, dir="auto")


def _lines(sentences: Sequence[Sentence], quote: Span) -> Iterator[str]:
    """Yield a paragraph's sentences as HTML, each list item on a line of its own."""
    runs: list[list[Sentence]] = []
    for sentence in sentences:
        if runs and {runs[-1][-1].kind, sentence.kind} == {"prose"}:
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    for run in runs:
        kind = None if run[0].kind == "prose" else run[0].kind
        yield element("p", _marked(run, quote), class_=kind)


def _marked(sentences: Sequence[Sentence], quote: Span) -> str:
    """Return neighbouring sentences, what lies in ``quote`` in one mark."""
    pieces: list[tuple[str, bool]] = []
    for sentence in sentences:
        if pieces:
            pieces.append((" ", pieces[-1][1] and sentence.start < quote.end))
        pieces += _cut(sentence, quote)
    return "".join(
        element("mark", words) if inside else words
        for inside, words in (
            (inside, text("".join(piece for piece, _ in group)))
            for inside, group in groupby(pieces, key=lambda piece: piece[1])
        )
    )


def _cut(sentence: Sentence, quote: Span) -> list[tuple[str, bool]]:
    """Return the pieces of a sentence, each with whether it lies in ``quote``."""
    start = max(sentence.start, quote.start) - sentence.start
    end = min(sentence.end, quote.end) - sentence.start
    if start >= end:
        return [(sentence.text, False)]
    pieces = ((sentence.text[:start], False), (sentence.text[start:end], True),
              (sentence.text[end:], False))  # fmt: skip
    return [(words, inside) for words, inside in pieces if words]
