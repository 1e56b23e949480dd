"""Theses by their records: those of an author, of a year, of a university."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.phrases import phrases
from assistant.question import Question
from assistant.which_documents.document_search import FoundDocument
from corpus.records import DocumentSummary, Metadata
from corpus.text import fold, words

__all__ = ["find_recorded"]

_BY: Final = phrases(
    r"""
    (?:di)?tulis(?:an)?|menulis|karya|karangan|oleh|penulis(?:nya)?
    ditulis|diserat|seratan|nulis|nyerat|panulis(?:na)?|karangan|ku
    written|wrote|by|authored|author
    """
)
_IN: Final = phrases(
    r"""
    tahun|terbit|taun|medal|year|written in|published|from|dari|ti|pada|in
    """
)
_FROM: Final = phrases(
    r"""
    universitas|institut|politeknik|sekolah tinggi|kampus|paguron luhur|fakultas
    university|institute|college|faculty
    """
)
_CUES: Final = frozenset(
    words("tahun taun year terbit medal karya karangan tulisan penulis panulis author kampus")
)


def find_recorded(
    question: Question, about: Question, held: Sequence[DocumentSummary]
) -> tuple[FoundDocument, ...]:
    """Return the documents whose records hold all that is asked about, in order.

    None when the question does not ask by author, year or university.
    """
    wanted = frozenset(about.words) - _CUES
    if not wanted:
        return ()
    folded = fold(question.text)
    return tuple(
        FoundDocument(summary, None, 1.0)
        for summary in held
        if wanted <= frozenset(_told(folded, summary.metadata))
    )


def _told(folded: str, metadata: Metadata) -> Iterator[str]:
    """Yield the words of what a question may ask for in a record."""
    if _BY.search(folded):
        yield from words(" ".join(metadata.authors))
    if _IN.search(folded) and metadata.year is not None:
        yield str(metadata.year)
    if _FROM.search(folded):
        yield from words(metadata.institution)
