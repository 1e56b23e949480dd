"""Finding documents: those of which a passage, with the title, meets what is asked about.

A word counts as met by a word of its meaning in any language. What a thesis says of the
work of others (in its review of earlier research, or under their names) is not said of
itself and makes it no find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.question import Question
from assistant.retriever import Retriever
from assistant.which_documents.met_words import AboutWords, met_by_passages, read_about
from assistant.which_documents.own_statements import own_texts
from assistant.which_documents.shelf import Shelf
from corpus.records import DocumentSummary, Passage

__all__ = ["Findings", "FoundDocument", "find_documents"]

LEAST_MET: Final = 0.65
"""The share of a question's words, by their weight, that a find meets at least: the best
on made-up theses (``tests/benchmarks/theses.py``)."""
READ_DOCUMENTS: Final = 120
READ_PASSAGES: Final = 4
"""Passages of a document that are read before it is given up, each of another section."""

_SUMMARIES: Final = frozenset({"abstrak", "abstract", "ringkesan", "intisari", "sari", "summary"})


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document that meets what is asked about.

    ``passage`` is the best passage, ``None`` when the title alone meets it; ``score`` is
    how much is met, in [0, 1], ``titled`` how much the title alone meets, and ``named`` how
    much of the names, 1 when there are none.
    """

    summary: DocumentSummary
    passage: Passage | None
    score: float = 0.0
    titled: float = 0.0
    named: float = 1.0


@dataclass(frozen=True, slots=True)
class Findings:
    """The documents found, best first; ``complete`` unless too many might meet it to be read."""

    documents: tuple[FoundDocument, ...] = ()
    complete: bool = True


@dataclass(slots=True)
class _Draft:
    """A document that may be a find, with its passages, best first."""

    place: int
    titled: float
    best: float
    passages: list[str] = field(default_factory=list)


def find_documents(
    reader: Retriever,
    shelf: Shelf,
    about: Question,
    *,
    uses: bool = False,
    document_ids: Sequence[str] | None = None,
    least: float = LEAST_MET,
) -> Findings:
    """Return the documents that meet what is asked about, best first, ties by id.

    Args:
        reader: Searches the store.
        shelf: The documents.
        about: The words to be met.
        uses: They must do it themselves: what rests on a cited work does not count.
        document_ids: Look at these documents only.
        least: The share of the words, by their weight, that must be met.
    """
    view = shelf.look()
    if not about.words or not view.documents:
        return Findings()
    words = read_about(reader, view, about)
    met = met_by_passages(reader, words, document_ids)
    drafts = _drafts(words, met, least, view.held(document_ids))
    found = _read(reader, words, drafts[:READ_DOCUMENTS], least, uses=uses)
    ranked = sorted(found, key=lambda one: (-_rank(one), one.summary.document_id))
    return Findings(tuple(ranked), complete=len(drafts) <= READ_DOCUMENTS)


def _rank(found: FoundDocument) -> float:
    return found.score + found.titled


def _drafts(
    about: AboutWords,
    met: Mapping[str, NDArray[np.float32]],
    least: float,
    held: Sequence[DocumentSummary],
) -> list[_Draft]:
    """Return the documents that may be finds, the likeliest first."""
    titled = about.weights @ about.titles
    scored: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for passage_id, values in met.items():
        document_id = passage_id.partition("/")[0]
        place = about.view.places.get(document_id)
        if place is not None:
            together = float(about.weights @ np.maximum(values, about.titles[:, place]))
            if together >= least:
                own = float(about.weights @ values)
                scored[document_id].append((together + own, passage_id))
    drafts: list[_Draft] = []
    for summary in held:
        place = about.view.places[summary.document_id]
        ranked = sorted(scored[summary.document_id], key=_best_first)
        if ranked or titled[place] >= least:
            best = ranked[0][0] if ranked else 0.0
            passages = _of_sections([passage_id for _, passage_id in ranked])
            drafts.append(_Draft(place, float(titled[place]), best, passages))
    return sorted(drafts, key=lambda draft: (-draft.titled - draft.best, draft.place))


def _best_first(scored: tuple[float, str]) -> tuple[float, bool, str]:
    """Order passages by score; of equals, an abstract speaks for the thesis."""
    score, passage_id = scored
    return -round(score, 4), passage_id.split("/")[1] not in _SUMMARIES, passage_id


def _of_sections(passage_ids: Sequence[str]) -> list[str]:
    """Return the first passage of each section."""
    first: dict[str, str] = {}
    for passage_id in passage_ids:
        first.setdefault(passage_id.rpartition("/")[0], passage_id)
    return list(first.values())[:READ_PASSAGES]


def _read(
    reader: Retriever, about: AboutWords, drafts: Sequence[_Draft], least: float, *, uses: bool
) -> Iterator[FoundDocument]:
    """Yield the drafts that meet it by what they say of themselves."""
    waiting = list(drafts)
    for turn in range(READ_PASSAGES):
        chosen = [draft.passages[turn] for draft in waiting if len(draft.passages) > turn]
        passages = reader.store.catalog.passages(chosen)
        still: list[_Draft] = []
        for draft in waiting:
            passage = passages.get(draft.passages[turn]) if len(draft.passages) > turn else None
            found = _found(about, draft, passage, uses=uses)
            if found is not None and found.score >= least:
                yield found
            else:
                still.append(draft)
        waiting = still
    yield from (_titled(about, draft) for draft in waiting if draft.titled >= least)


def _found(
    about: AboutWords, draft: _Draft, passage: Passage | None, *, uses: bool
) -> FoundDocument | None:
    """Return a document as found by a passage, ``None`` when that says nothing of its own."""
    own = own_texts(passage, uses=uses) if passage is not None else ()
    if passage is None or not own:
        return None
    met = about.met_by_texts((*own, *passage.path))
    return _made(about, draft, passage, met) if met.any() else None


def _titled(about: AboutWords, draft: _Draft) -> FoundDocument:
    return _made(about, draft, None, np.zeros_like(about.weights))


def _made(
    about: AboutWords, draft: _Draft, passage: Passage | None, met: NDArray[np.float32]
) -> FoundDocument:
    together = np.maximum(met, about.titles[:, draft.place])
    return FoundDocument(
        summary=about.view.documents[draft.place],
        passage=passage,
        score=float(about.weights @ together),
        titled=draft.titled,
        named=about.share_of_names(together),
    )
