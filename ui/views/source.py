"""The source beside the answer: the whole section, opened at the quote.

Labels are in the page's language, the text in its own, versions in theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import Citation, WordPair
from corpus.language import LANGUAGES, Language, language_name
from corpus.records import Section
from corpus.remarks import Note
from ui.markup import button, element, icon, origin_label, text
from ui.strings import label
from ui.views.beside import beside_quote, span_tools
from ui.views.places import spot
from ui.views.reading import Glosses, Reading, original_text, version_of, version_text

__all__ = ["Opened", "source_panel", "trouble_panel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A source that was opened, with all that the panel shows of it.

    ``citation`` is what was quoted, ``None`` when a passage was opened by itself;
    ``changed`` that the quote no longer stands where it did. ``asker`` is the language of
    the question, ``pairs`` the words by which it met the quote. ``tab`` is the language in
    which the text is shown, ``None`` for its own. ``before`` and ``after`` are the
    neighbouring sections. ``trouble`` is a line about what could not be done.
    """

    reading: Reading
    title: str
    document_id: str
    heading: str
    path: tuple[str, ...] = ()
    citation: Citation | None = None
    changed: bool = False
    asker: Language = LANGUAGES[0]
    pairs: Sequence[WordPair] = ()
    notes: Sequence[Note] = ()
    tab: Language | None = None
    before: Section | None = None
    after: Section | None = None
    trouble: str = ""


def source_panel(opened: Opened, glosses: Glosses, page: Language, serial: int) -> str:
    """Return the panel.

    Args:
        opened: What was opened.
        glosses: Glosses text that has no version.
        page: The language of the labels.
        serial: Counts the openings, so that the page can tell a new one.
    """
    note = beside_quote(opened.citation, opened.notes, opened.asker, page)
    body: list[str] = []
    if opened.trouble:
        body.append(element("p", text(opened.trouble), class_="fault"))
    if opened.changed:
        gone = element("p", text(label("source_changed", page)), class_="fault")
        body += [gone, note]
    body += _versions_said(opened, page)
    body.append(_neighbour(opened.before, "section_before", opened.document_id, page))
    inline = "" if opened.changed else note
    if opened.tab is None:
        body.append(original_text(opened.reading, inline))
    else:
        body.append(version_text(opened.reading, opened.tab, glosses, inline))
    body.append(_neighbour(opened.after, "section_after", opened.document_id, page))
    if opened.citation is not None and not opened.changed:
        body.append(element("p", text(label("matches", page)), class_="matches"))
    bars = _tabs(opened, page) + _legend(opened.pairs, page)
    return _panel(_head(opened, page), bars, body, page, serial)


def trouble_panel(line: str, detail: str, page: Language, serial: int) -> str:
    """Return the panel that says why a source does not open."""
    words = text(line) + (" " + element("span", text(detail), lang="en") if detail else "")
    head = element("div", _heading(label("source", page), None))
    return _panel(head, "", [element("p", words, class_="fault")], page, serial)


def _panel(head: str, bars: str, body: Sequence[str], page: Language, serial: int) -> str:
    close = button(
        icon("close"), class_="plain close", aria_label=label("close", page), data_do="close-source"
    )
    role = "tabpanel" if 'role="tablist"' in bars else "group"
    reading = element(
        "div",
        body,
        id="source-text",
        class_="body",
        tabindex=0,
        role=role,
        aria_labelledby="source-heading",
    )
    return element(
        "aside",
        (element("div", head + close, class_="head"), bars, reading),
        aria_labelledby="source-heading",
        lang=page,
        data_serial=serial,
    )


def _head(opened: Opened, page: Language) -> str:
    named = (("document", opened.title), ("path", " › ".join(opened.path[:-1])))
    above = [element("p", text(words), class_=name, dir="auto") for name, words in named if words]
    number = None if opened.citation is None else opened.citation.number
    parts = [*above, _heading(opened.heading, number)]
    language = opened.reading.language
    facts = [] if language is None else [language_name(language, page)]
    if opened.citation is not None:
        quoted = language_name(opened.citation.language, page)
        facts = [spot(opened.citation, page), label("quote_language", page, language=quoted)]
    tools = span_tools(opened.citation, opened.title, opened.reading, page)
    if facts or tools:
        parts.append(element("div", element("p", text(", ".join(facts))) + tools, class_="facts"))
    return element("div", parts)


def _heading(heading: str, number: int | None) -> str:
    badge = "" if number is None else element("span", str(number), class_="number") + " "
    return element("h2", badge + text(heading), id="source-heading", tabindex=-1, dir="auto")


def _tabs(opened: Opened, page: Language) -> str:
    """Return the tabs of languages; the text's own comes first."""
    own = opened.reading.language
    if own is None:
        return ""
    shown = opened.tab or own
    tabs = [
        button(
            text(_tab_said(opened, language, page)),
            role="tab",
            id=f"tab-{language}",
            data_tab=language,
            aria_selected="true" if language == shown else "false",
            aria_controls="source-text",
            tabindex=0 if language == shown else -1,
        )
        for language in (own, *(one for one in LANGUAGES if one != own))
    ]
    return element("div", tabs, class_="tabs", role="tablist", aria_label=label("versions", page))


def _tab_said(opened: Opened, language: Language, page: Language) -> str:
    named = language_name(language, page)
    if language == opened.reading.language:
        return label("tab_original", page, language=named)
    key = "tab_version" if _origins(opened.reading, language) else "tab_gloss"
    return label(key, page, language=named)


def _origins(reading: Reading, language: Language) -> tuple[str, ...]:
    found = (
        version_of(passage, sentence, language)
        for passage in reading.passages
        for sentence in passage.sentences
    )
    return tuple(dict.fromkeys(version.origin for version in found if version is not None))


def _versions_said(opened: Opened, page: Language) -> list[str]:
    """Return the lines that say whose words the shown version is, or that it is a gloss."""
    if opened.tab is None or opened.tab == opened.reading.language:
        return []
    origins = _origins(opened.reading, opened.tab)
    lines = [
        label("version_of", page, origin=origin_label(origin, opened.tab, page))
        for origin in origins
    ]
    whole = all(
        version_of(passage, sentence, opened.tab) is not None
        for passage in opened.reading.passages
        for sentence in passage.sentences
    )
    if not whole:
        lines += [label("version_partly", page)] if origins else []
        lines.append(label("gloss_said", page))
    return [element("p", text(line), class_="origin") for line in lines]


def _legend(pairs: Sequence[WordPair], page: Language) -> str:
    """Return which word of the question met which word of the text."""
    seen: dict[tuple[str, str], int] = {}
    numbers = {word: n for n, word in enumerate(dict.fromkeys(p.question_word for p in pairs))}
    for pair in pairs:
        seen.setdefault((pair.question_word, pair.text_word.lower()), numbers[pair.question_word])
    if not seen:
        return ""
    items = (
        element(
            "li",
            text(f"{asked} ↔ ") + element("span", text(met), class_=f"pair pair-{number % 6}"),
        )
        for (asked, met), number in seen.items()
    )
    said = element("span", text(label("matched", page)))
    return element("div", said + element("ul", items), class_="legend")


def _neighbour(section: Section | None, key: str, document_id: str, page: Language) -> str:
    """Return the button that opens the section before or after."""
    if section is None:
        return ""
    return button(
        text(label(key, page, heading=section.heading)),
        class_="neighbour",
        data_kind="section",
        data_document=document_id,
        data_section=section.section_id,
    )
