"""References: what stands behind a quote, and the entry of the list of works."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Final

from assistant import PRINTED_STYLES, Reference
from corpus.language import LANGUAGES, is_language
from ui.room import Room
from ui.sent import Sent
from ui.visit import Preferences

__all__ = ["Copied", "copied_reference"]

_BREAK: Final = "\n\n"
_MOST_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Copied:
    """What is copied of a reference, as plain text and as HTML.

    ``behind`` follows the quote, ``entry`` is copied alone. HTML is empty where a program
    is to read the text.
    """

    behind: str
    behind_html: str
    entry: str
    entry_html: str


def copied_reference(room: Room, sent: Sent) -> Copied:
    """Return what is copied of a reference, what is not known left as a visible blank.

    Sent: ``passage``; ``from`` and ``to`` in the document's canonical text, the whole
    passage by default; ``style`` and ``language``; ``version``, the language of the version
    that is copied. A quote that goes on in the next passage is cited where it begins.

    Raises:
        UnknownPassageError: The passage is not held.
        CitationError: The span lies outside of the passage, or there is no such version.
    """
    passage = room.shelf.passage(sent.text("passage"))
    start, end = _number(sent.text("from")), _number(sent.text("to"))
    spoken, version = sent.text("language"), sent.text("version")
    reference = room.answerer.cite(
        passage.passage_id,
        style=Preferences.of(sent.values).style,
        language=spoken if is_language(spoken) else LANGUAGES[0],
        start=start,
        end=None if end is None else min(end, passage.end),
        version=version if is_language(version) else None,
        blanks=True,
    )
    return _copied(reference)


def _copied(reference: Reference) -> Copied:
    entry = reference.entry
    if reference.in_text is None or reference.style not in PRINTED_STYLES:
        behind = html.escape(_BREAK + entry.plain).replace("\n", "<br>")
        return Copied(_BREAK + entry.plain, behind, entry.plain, "")
    plain = reference.quotation.plain.removeprefix(f"“{reference.quoted.text}”")
    gap = plain[: len(plain) - len(reference.in_text.plain)]
    return Copied(
        plain,
        gap.replace("\n", "<br>") + reference.in_text.html,
        entry.plain,
        entry.html,
    )


def _number(written: str) -> int | None:
    usable = written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS
    return int(written) if usable else None
