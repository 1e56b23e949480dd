"""What is to be cited, as it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.references.records import Style
from corpus.language import Language

__all__ = ["Cite"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A passage or a part of it, and how it is to be cited.

    The part is ``quote``, word for word, or ``[start, end)`` of the document's canonical
    text; without either it is the whole passage. A quote of a translation is found too.
    ``version`` is the language of the version that is shown, ``None`` for the passage
    itself. ``language`` is that of the reference's own words, by default the passage's.
    ``blanks`` shows what is not known of the document as a blank to fill.
    """

    passage_id: str
    style: Style = "apa"
    language: Language | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    version: Language | None = None
    blanks: bool = False
