"""Every fault that Sitir expects, in one tree.

::

    SitirError                      one line, exit status 1
    ├── SettingsError               a setting that cannot be used
    ├── UnknownLanguageError        not id, en or su
    ├── DocumentError               a source that cannot be ingested
    │   ├── UnreadableFileError     missing, empty, binary, wrongly encoded, wrong type
    │   └── MetadataError           a thesis.toml or versions file that does not fit
    ├── UnknownDocumentError        no document of that id
    ├── UnknownSectionError         no section of that id in the document
    ├── UnknownPassageError         no passage of that id
    ├── UnknownConversationError    no conversation of that id and visitor
    ├── BriefingError               a briefing that cannot be made as asked
    ├── UnwritableFileError         a file asked for that cannot be written
    ├── CitationError               what cannot be cited as asked
    │   └── UnmatchedQuoteError     a quote that does not stand in its passage
    ├── UnknownNoteError            no note of that id
    ├── NoteError                   a note that cannot be attached
    ├── StorageError                the data directory
    │   ├── UnbuiltError            nothing built there yet
    │   ├── NewerSchemaError        written by a newer Sitir
    │   ├── ReadOnlyError           cannot be written
    │   ├── WriterBusyError         another process is writing
    │   └── IndexMismatchError      the index was made another way (encoder, splitter, format)
    ├── EncoderError                an encoder that cannot be loaded or used
    └── ServeError                  the page cannot be served (port taken, unsafe host)

A message says what is wrong, with which value, and what to do about it.
Anything outside this tree is a bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

__all__ = [
    "BriefingError",
    "CitationError",
    "DocumentError",
    "EncoderError",
    "IndexMismatchError",
    "MetadataError",
    "NewerSchemaError",
    "NoteError",
    "ReadOnlyError",
    "ServeError",
    "SettingsError",
    "SitirError",
    "StorageError",
    "UnbuiltError",
    "UnknownConversationError",
    "UnknownDocumentError",
    "UnknownLanguageError",
    "UnknownNoteError",
    "UnknownPassageError",
    "UnknownSectionError",
    "UnmatchedQuoteError",
    "UnreadableFileError",
    "UnwritableFileError",
    "WriterBusyError",
]


_MOST_NAMED = 40
LONGEST_SHOWN: Final = 200
"""A message repeats no more characters of what was given."""


class SitirError(Exception):
    """Base of all expected faults; its text is shown to the user as it is."""


class SettingsError(SitirError):
    """A setting has a value that cannot be used, or a name that does not exist."""


class UnknownLanguageError(SitirError):
    """A language code that is none of those spoken here."""

    def __init__(self, value: str, known: Sequence[str]) -> None:
        super().__init__(f"unknown language {value!r}: use one of {', '.join(known)}")
        self.value = value


class DocumentError(SitirError):
    """A source that cannot be ingested."""


class UnreadableFileError(DocumentError):
    """A file that is missing, empty, binary, wrongly encoded or of an unknown type."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"cannot read {str(path)!r}: {problem}")
        self.path = path
        self.problem = problem


class MetadataError(DocumentError):
    """A ``thesis.toml`` or a versions file that does not fit its document."""


class UnknownDocumentError(SitirError):
    """No document of that id is held."""

    def __init__(self, document_id: str, known: Sequence[str]) -> None:
        held = ", ".join(known) if known else "none"
        super().__init__(f"no document {document_id!r} is held; held: {held}")
        self.document_id = document_id


class UnknownSectionError(SitirError):
    """A document has no section of that id."""

    def __init__(self, document_id: str, section_id: str, known: Sequence[str]) -> None:
        shown = ", ".join(known[:_MOST_NAMED]) + (", …" if len(known) > _MOST_NAMED else "")
        super().__init__(
            f"no section {section_id!r} in the document {document_id!r}; it has: {shown or 'none'}"
        )
        self.section_id = section_id


class UnknownPassageError(SitirError):
    """No passage of that id is held."""

    def __init__(self, passage_id: str) -> None:
        super().__init__(
            f"no passage {passage_id!r} is held; 'sitir search' lists passages with their ids"
        )
        self.passage_id = passage_id


class UnknownConversationError(SitirError):
    """No conversation of that id belongs to that visitor, whether another's or nobody's."""

    def __init__(self, conversation_id: str) -> None:
        super().__init__(f"no conversation {conversation_id!r} is held for you: start a new one")
        self.conversation_id = conversation_id


class BriefingError(SitirError):
    """A briefing that cannot be made as it is asked for."""


class UnwritableFileError(SitirError):
    """A file that was asked for cannot be written."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"cannot write {str(path)!r}: {problem}; choose another file")
        self.path = path


class CitationError(SitirError):
    """What cannot be cited as asked: an unknown style, a version that there is none of."""


class UnmatchedQuoteError(CitationError):
    """A quote that does not stand word for word in its passage or in a version of it."""

    def __init__(self, passage_id: str, quote: str) -> None:
        shown = quote if len(quote) <= LONGEST_SHOWN else f"{quote[:LONGEST_SHOWN]}…"
        super().__init__(
            f"passage {passage_id!r} does not say {shown!r} word for word: copy the quote from "
            "the passage; 'sitir verify' shows what differs"
        )
        self.passage_id = passage_id


class UnknownNoteError(SitirError):
    """No note of that id is held."""

    def __init__(self, note_id: str) -> None:
        super().__init__(f"no note {note_id!r} is held; 'sitir note list' shows them all")
        self.note_id = note_id


class NoteError(SitirError):
    """A note that cannot be attached: nothing in it, nobody signs it, or no such text."""


class StorageError(SitirError):
    """The data directory cannot be used as it is."""


class UnbuiltError(StorageError):
    """Nothing has been built in the data directory yet."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(
            f"no corpus is built in {str(data_dir)!r}: run 'python -m ingest build' "
            "(or 'sitir build') with the same --data-dir"
        )


class NewerSchemaError(StorageError):
    """The data directory was written by a newer Sitir."""

    def __init__(self, data_dir: Path, found: int, supported: int) -> None:
        super().__init__(
            f"the corpus in {str(data_dir)!r} has schema version {found}, this Sitir reads up to "
            f"{supported}: update Sitir or choose another --data-dir"
        )


class ReadOnlyError(StorageError):
    """The data directory cannot be written."""

    def __init__(self, data_dir: Path, reason: str) -> None:
        super().__init__(
            f"cannot write to the data directory {str(data_dir)!r} ({reason}): make it writable "
            "or choose another with --data-dir or SITIR_DATA_DIR"
        )


class WriterBusyError(StorageError):
    """Another process is writing to the data directory."""

    def __init__(self, data_dir: Path, pid: int | None) -> None:
        holder = "another process" if pid is None else f"process {pid}"
        super().__init__(
            f"{holder} is writing to {str(data_dir)!r}: wait until it ends, then try again"
        )
        self.pid = pid


class IndexMismatchError(StorageError):
    """The index was made another way than it is about to be used."""

    def __init__(self, what: str, found: object, wanted: object) -> None:
        super().__init__(
            f"the index was made with {what} {found!r}, the settings ask for {wanted!r}: "
            "run 'python -m ingest build --rebuild', or set it back"
        )
        self.what = what


class EncoderError(SitirError):
    """An encoder that cannot be loaded or used."""


class ServeError(SitirError):
    """The page cannot be served as asked."""
