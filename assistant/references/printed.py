"""Printed styles: a work and a place through a citation-style processor.

The styles are CSL files of our own, one for each manual, for theses alone; citeproc-py
renders them. What it lacks is done on what it gives, where marks of ours stand for italics
and quotation marks: full stops and commas move inside of closing quotes, and quotes within
quotes become single. Text that comes from documents is never markup to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from threading import Lock
from types import SimpleNamespace
from typing import Any, Final
from xml.sax.saxutils import escape

from assistant.references.records import PersonName, PrintedStyle, Work
from assistant.references.rich_text import RichText, Run
from assistant.references.strings import word
from assistant.references.works import short_title
from corpus.language import Language

__all__ = ["print_citation", "print_entry"]

_ITALIC, _UPRIGHT, _OPEN, _CLOSE = "\ue000\ue001\ue002\ue003"
_HIDDEN: Final = {"<": "\ue004", ">": "\ue005", "&": "\ue006", "-": "\ue007"}
"""Characters that mean something to citeproc, and what stands for them meanwhile."""
_HIDE: Final = str.maketrans({**dict.fromkeys(map(chr, range(0xE000, 0xE008))), **_HIDDEN})
_SHOW: Final = str.maketrans({hidden: shown for shown, hidden in _HIDDEN.items()})
_KEY: Final = "work"
_REMEMBERED: Final = 512
"""Entries are the same for each quote of a work, so these many are kept."""
_rendering = Lock()
"""A style remembers what it renders, so it renders for one thread at a time."""


def print_citation(
    work: Work,
    kind: str,
    style: PrintedStyle,
    language: Language,
    *,
    place: str,
    on_page: bool = False,
    before: str = "",
) -> RichText:
    """Return the citation in the text, or the full note of a style that has notes.

    Args:
        work: What is cited.
        kind: What kind of thesis it is, in words.
        style: The style.
        language: Of its terms.
        place: Where in the work, in words.
        on_page: Whether ``place`` is a page.
        before: What stands before the work, e.g. *Situmorang, 2018, as cited in* and a space.
    """
    from citeproc import Citation, CitationItem, Locator

    locator = Locator("page" if on_page else "section", place.translate(_HIDE))
    item = CitationItem(_KEY, locator=locator, prefix=before.translate(_HIDE))
    with _rendering:
        bibliography = _bibliography(work, kind, style, language)
        citation = Citation([item])
        bibliography.register(citation)
        return _rich(str(bibliography.cite(citation, None)))


@lru_cache(maxsize=_REMEMBERED)
def print_entry(work: Work, kind: str, style: PrintedStyle, language: Language) -> RichText:
    """Return the entry of a work in the list of works; see ``print_citation``."""
    from citeproc import Citation, CitationItem

    with _rendering:
        bibliography = _bibliography(work, kind, style, language)
        bibliography.register(Citation([CitationItem(_KEY)]))
        (entry,) = bibliography.bibliography()
        return _rich(str(entry))


def _bibliography(work: Work, kind: str, style: PrintedStyle, language: Language) -> Any:  # noqa: ANN401
    from citeproc import CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([_item(work, kind, style)])
    return CitationStylesBibliography(_style(style, language), source, _marks())


@cache
def _marks() -> SimpleNamespace:
    """Return a formatter, as citeproc calls it, that marks italics and leaves all else."""

    def plain(text: object) -> str:
        return str(text)

    def italic(text: object) -> str:
        return f"{_ITALIC}{text}{_UPRIGHT}"

    names = ("preformat", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps")
    return SimpleNamespace(**dict.fromkeys(names, plain), Italic=italic, Oblique=italic)


@cache
def _style(style: PrintedStyle, language: Language) -> Any:  # noqa: ANN401 - untyped library
    from citeproc import CitationStylesStyle

    text = files(__package__).joinpath("styles", f"{style}.csl").read_text(encoding="utf-8")
    whole = text.replace("</info>", f"</info>{_locale(style, language)}", 1)
    return CitationStylesStyle(BytesIO(whole.encode()), locale=language, validate=False)


def _locale(style: PrintedStyle, language: Language) -> str:
    """Return the terms of a language as CSL has them, from the table of strings."""
    terms: Mapping[str, str] = {
        "and": word("and", style, language),
        "et-al": word("et_al", style, language),
        "no date": word("no_date", style, language),
        "available at": word("available_at", style, language),
        "open-quote": _OPEN,
        "close-quote": _CLOSE,
    }
    inside = "".join(f'<term name="{name}">{escape(term)}</term>' for name, term in terms.items())
    return f'<locale xml:lang="{language}"><terms>{inside}</terms></locale>'


def _item(work: Work, kind: str, style: PrintedStyle) -> dict[str, Any]:
    """Return a work as CSL has it; ``note`` is its title in the reference's language.

    MLA shortens *University* to *U*.
    """
    institution = work.institution
    if style == "mla":
        institution = re.sub(r"\bUniversity\b", "U", institution)
    texts = {
        "title": work.title,
        "title-short": short_title(work.title),
        "note": work.translated_title,
        "genre": kind,
        "publisher": institution,
        "URL": work.url,
    }
    item: dict[str, Any] = {"id": _KEY, "type": "thesis"}
    item |= {name: text.translate(_HIDE) for name, text in texts.items() if text}
    if work.authors:
        item["author"] = [_name(name) for name in work.authors]
    year = work.year_blank if work.year is None else str(work.year)
    if year:
        item["issued"] = {"literal": year}
    return item


def _name(name: PersonName) -> dict[str, str]:
    parts = {"family": name.family, "given": name.given, "non-dropping-particle": name.particle}
    return {key: part for key, part in parts.items() if part}


def _rich(marked: str) -> RichText:
    """Return what citeproc gave with its marks read: quotes, punctuation, italics."""
    text = re.sub(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}([.,]?)", _quoted, marked)
    text = re.sub(rf"([.?!]{_UPRIGHT})\.", r"\1", text).translate(_SHOW)
    parts = re.split(f"({_ITALIC}[^{_UPRIGHT}]*{_UPRIGHT})", text)
    return RichText(
        tuple(
            Run(part.strip(_ITALIC + _UPRIGHT), part.startswith(_ITALIC)) for part in parts if part
        )
    )


def _quoted(match: re.Match[str]) -> str:
    inside = re.sub(r'"([^"]*)"', r"‘\1’", match[1]).replace("“", "‘").replace("”", "’")
    after = "" if match[2] == "." and inside[-1:] in {".", "?", "!"} else match[2]
    return f"“{inside}{after}”"
