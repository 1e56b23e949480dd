"""A corpus of given passages, held for as long as they are searched.

It is a store like any other in a folder of its own, so given passages are indexed,
found and ranked by what does that for a thesis.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from assistant.question import read_question
from assistant.retriever import Retriever
from corpus.encoder import Encoder
from corpus.entries import document_entries
from corpus.language import Language
from corpus.records import Document, Metadata, Passage, Section, Segment, SourceFile
from corpus.sentences import plain_sentences
from corpus.settings import Settings
from corpus.store import Progress, Store

__all__ = ["Found", "GivenPassage", "TemporaryCorpus", "temporary_corpus"]

AT_ONCE: Final = 5_000
"""Passages in one document, so that a large corpus is never all in memory as records."""
SECTION_ID: Final = "texts"
SPLITTER: Final = "as given"
_BETWEEN: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class GivenPassage:
    """A passage from outside; ``passage_id`` may be any text."""

    passage_id: str
    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Found:
    """A given passage that was found; a higher ``score`` is better."""

    passage_id: str
    score: float


class TemporaryCorpus:
    """Given passages, ready to be searched by the retriever that answers questions."""

    def __init__(self, store: Store, outer_ids: Mapping[str, str]) -> None:
        self.store = store
        self._retriever = Retriever(store)
        self._outer_ids = outer_ids

    def search(
        self, question: str, *, k: int = 10, language: Language | None = None
    ) -> tuple[Found, ...]:
        """Return the ``k`` best passages, of one language if one is given, best first."""
        languages = None if language is None else (language,)
        found = self._retriever.retrieve(read_question(question), k=k, languages=languages)
        return tuple(
            Found(self._outer_ids[scored.passage.passage_id], scored.score)
            for scored in found.passages
        )


@contextmanager
def temporary_corpus(
    settings: Settings,
    passages: Sequence[GivenPassage],
    *,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Iterator[TemporaryCorpus]:
    """Hold passages exactly as they are given.

    Args:
        settings: By which encoder; its data directory is not touched.
        passages: What is held; an empty text is never found.
        encoder: Use this one instead of loading that of ``settings``.
        progress: Called with how many passages are held and how many are to be.

    Raises:
        EncoderError: The encoder cannot be loaded or used.
        StorageError: There is no room for them.
    """
    with tempfile.TemporaryDirectory(prefix="sitir-", ignore_cleanup_errors=True) as folder:
        own = replace(settings, data_dir=Path(folder) / "data")
        with Store.open(own, splitter=SPLITTER, create=True, encoder=encoder) as store:
            outer_ids = _fill(store, passages, progress)
            yield TemporaryCorpus(store, outer_ids)


def _fill(
    store: Store, passages: Sequence[GivenPassage], progress: Progress | None
) -> dict[str, str]:
    """Store passages; return the id that each was given by the one that it is held by."""
    outer_ids: dict[str, str] = {}
    with store.writing():
        for start in range(0, len(passages), AT_ONCE):
            part = passages[start : start + AT_ONCE]
            document = _document(f"given-{start // AT_ONCE:06d}", part)
            store.add(document, document_entries(document))
            inner_ids = (passage.passage_id for passage in document.passages)
            outer_ids.update(zip(inner_ids, (one.passage_id for one in part), strict=True))
            if progress is not None:
                progress(len(outer_ids), len(passages))
    return outer_ids


def _document(document_id: str, passages: Sequence[GivenPassage]) -> Document:
    """Return passages as one document, the canonical text being their texts in a row."""
    text = _BETWEEN.join(passage.text for passage in passages)
    digest = hashlib.sha256(text.encode()).hexdigest()
    section = Section(
        section_id=SECTION_ID,
        heading="",
        level=0,
        ordinal=0,
        language=passages[0].language,
        file=document_id,
        path=(),
        start=0,
        end=len(text),
    )
    file = SourceFile(
        name=document_id,
        ordinal=0,
        sha256=digest,
        encoding="utf-8",
        text=text,
        start=0,
        end=len(text),
        segments=(Segment(0, 0, len(text)),),
    )
    return Document(
        document_id=document_id,
        metadata=Metadata(title=document_id),
        content_hash=digest,
        text=text,
        files=(file,),
        sections=(section,),
        passages=tuple(_passages(document_id, passages)),
    )


def _passages(document_id: str, given: Sequence[GivenPassage]) -> Iterator[Passage]:
    start = 0
    for ordinal, passage in enumerate(given, start=1):
        # Ties are broken by the id: with zeros in front, by the order that was given.
        passage_id = f"{document_id}/{SECTION_ID}/{ordinal:06d}"
        end = start + len(passage.text)
        yield Passage(
            passage_id=passage_id,
            document_id=document_id,
            section=SECTION_ID,
            ordinal=ordinal,
            heading="",
            path=(),
            language=passage.language,
            file=document_id,
            start=start,
            end=end,
            raw_start=start,
            raw_end=end,
            text=passage.text,
            sentences=plain_sentences(passage.text, start, ordinal),
            group=passage_id,
        )
        start = end + len(_BETWEEN)
