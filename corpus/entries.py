"""What of a document is searched: each passage, and each version of it as a bridge to it.

The headings travel with the text into encoding and lexical search; a version's
headings are in the version's language where they are known.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.language import LANGUAGES, Language
from corpus.records import Document, Entry, Passage, Version
from corpus.text import words

__all__ = ["document_entries"]


def document_entries(document: Document) -> tuple[Entry, ...]:
    """Return the entries of a document, passage by passage.

    The author's versions are passages of their own and give no second entry.
    """
    headings = {
        section.heading: section.heading_versions
        for section in document.sections
        if section.heading_versions
    }
    return tuple(entry for passage in document.passages for entry in _entries(passage, headings))


def _entries(passage: Passage, headings: dict[str, tuple[Version, ...]]) -> Iterator[Entry]:
    yield _entry(passage, passage.language, "source", " › ".join(passage.path), passage.text)
    for language in LANGUAGES:
        versions = [
            version
            for version in passage.versions
            if version.language == language and version.origin != "author"
        ]
        if not versions:
            continue
        path = " › ".join(_heading(heading, language, headings) for heading in passage.path)
        # Where several origins render one sentence, all are bridges to it.
        text = " ".join(version.text for version in versions)
        yield _entry(passage, language, versions[0].origin, path, text)


def _heading(heading: str, language: Language, headings: dict[str, tuple[Version, ...]]) -> str:
    found = (v.text for v in headings.get(heading, ()) if v.language == language)
    return next(found, heading)


def _entry(passage: Passage, language: Language, origin: str, path: str, text: str) -> Entry:
    suffix = "" if origin == "source" else f"@{language}"
    searched = f"{path}\n{text}"
    return Entry(
        entry_id=f"{passage.passage_id}{suffix}",
        passage_id=passage.passage_id,
        document_id=passage.document_id,
        language=language,
        origin=origin,
        text=searched,
        words=words(searched),
    )
