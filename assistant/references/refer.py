"""A reference: what a quote of a document is cited as, in one style and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant.references.bibtex import as_bibtex
from assistant.references.csl_json import as_csl_json
from assistant.references.printed import print_citation, print_entry
from assistant.references.records import (
    MachineStyle,
    PersonName,
    Pinpoint,
    PrintedStyle,
    Quoted,
    Reference,
    Style,
    Work,
)
from assistant.references.rich_text import RichText
from assistant.references.ris import as_ris
from assistant.references.strings import word
from assistant.references.wording import (
    kind_words,
    pinpoint_words,
    resting_on,
    translation_words,
    works_words,
)
from assistant.references.works import one_line
from corpus.language import Language
from corpus.records import CitedWork

__all__ = ["refer"]

_WRITERS: Final[Mapping[MachineStyle, Callable[[Work, str, str], str]]] = {
    "bibtex": as_bibtex,
    "ris": as_ris,
    "csl-json": as_csl_json,
}


def refer(
    work: Work,
    place: Pinpoint,
    quoted: Quoted,
    *,
    style: Style,
    language: Language,
    passage_id: str,
    cited_works: Sequence[CitedWork] = (),
    blanks: bool = False,
) -> Reference:
    """Return the reference of a quote.

    Args:
        work: The document that is quoted.
        place: Where in it.
        quoted: The text that is shown.
        style: The style, printed or for programs.
        language: Of the reference's own words.
        passage_id: The passage that is quoted.
        cited_works: The works that the quoted text rests on.
        blanks: Show what is not known as a blank, *[author?]*, in a printed style; else
            each style's rule for it is followed, e.g. *n.d.*
    """
    kind = kind_words(work, style, language)
    in_text: RichText | None = None
    match style:
        case "bibtex" | "ris" | "csl-json":
            annotation = _annotation(place, quoted, style, language, passage_id, cited_works)
            entry = RichText.of(_WRITERS[style](work, kind, annotation))
        case _:
            shown = _with_blanks(work, style, language) if blanks else work
            in_text = print_citation(
                shown,
                kind,
                style,
                language,
                place=_place_words(place, quoted, style, language, blanks=blanks),
                on_page=place.page is not None or blanks,
                before=resting_on(cited_works, style, language),
            )
            entry = print_entry(shown, kind, style, language)
    return Reference(
        style=style,
        language=language,
        document_id=work.document_id,
        passage_id=passage_id,
        in_text=in_text,
        entry=entry,
        pinpoint=place,
        quoted=quoted,
        cited_works=tuple(cited_works),
    )


def _place_words(
    place: Pinpoint, quoted: Quoted, style: PrintedStyle, language: Language, *, blanks: bool
) -> str:
    where = pinpoint_words(place, style, language, blanks=blanks)
    whose = translation_words(quoted, style, language)
    return one_line("; ".join(part for part in (where, whose) if part))


def _with_blanks(work: Work, style: PrintedStyle, language: Language) -> Work:
    """Return a work with a blank for each of author, year and institution not known."""
    return replace(
        work,
        authors=work.authors or (PersonName(word("blank_author", style, language)),),
        year_blank=word("blank_year", style, language),
        institution=work.institution or word("blank_institution", style, language),
    )


def _annotation(
    place: Pinpoint,
    quoted: Quoted,
    style: MachineStyle,
    language: Language,
    passage_id: str,
    cited_works: Sequence[CitedWork],
) -> str:
    """Return where the quote stands, what it rests on and whose translation it is."""
    rests = works_words(cited_works, style, language)
    parts = (
        passage_id,
        pinpoint_words(place, style, language),
        word("rests_on", style, language, works=rests) if rests else "",
        translation_words(quoted, style, language),
    )
    return one_line("; ".join(part for part in parts if part))
