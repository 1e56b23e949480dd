"""Words: their numbers, and how many entries of each language hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, func, insert, select, update

from corpus.catalog.entries import count_entries
from corpus.catalog.reading import batched
from corpus.catalog.schema import DF_COLUMNS, words
from corpus.language import LANGUAGES, Language

__all__ = [
    "Vocabulary",
    "change_frequencies",
    "load_vocabulary",
    "number_words",
]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that was ever stored.

    ``words[i]`` has the word id ``i``. ``df``, shape (words, languages), counts the
    entries that hold the word, by language in the order of ``LANGUAGES``; a row of
    zeros is a word that is held no more, its id waiting for another.
    ``entries_per_language`` counts all entries, in the same order.
    """

    words: tuple[str, ...]
    df: NDArray[np.int32]
    entries_per_language: tuple[int, ...]


def load_vocabulary(connection: Connection) -> Vocabulary:
    """Return all words with their statistics."""
    rows = connection.execute(select(words).order_by(words.c.word_id)).all()
    counts = np.array([row[2:] for row in rows], dtype=np.int32)
    return Vocabulary(
        words=tuple(row[1] for row in rows),
        df=counts.reshape(-1, len(LANGUAGES)),
        entries_per_language=tuple(count_entries(connection).values()),
    )


def number_words(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Return the id of each word; a new word gets the id of one held no more, or the next.

    Ids stay dense: they index the arrays made from the vocabulary.
    """
    asked = list(dict.fromkeys(wanted))
    numbers: dict[str, int] = {}
    for batch in batched(asked):
        known = select(words.c.word, words.c.word_id).where(words.c.word.in_(batch))
        numbers.update({row.word: row.word_id for row in connection.execute(known)})
    new = [word for word in asked if word not in numbers]
    if not new:
        return numbers
    taken = frozenset(numbers.values())
    free = [number for number in _unheld(connection) if number not in taken][: len(new)]
    size = connection.scalar(select(func.count()).select_from(words)) or 0
    ids = [*free, *range(size, size + len(new) - len(free))]
    rows = [{"number": number, "new": word} for number, word in zip(ids, new, strict=True)]
    if free:
        renamed = update(words).where(words.c.word_id == bindparam("number"))
        connection.execute(renamed.values(word=bindparam("new")), rows[: len(free)])
    unseen = dict.fromkeys(DF_COLUMNS.values(), 0)
    added = [{"word_id": row["number"], "word": row["new"], **unseen} for row in rows[len(free) :]]
    if added:
        connection.execute(insert(words), added)
    return {**numbers, **dict(zip(new, ids, strict=True))}


def _unheld(connection: Connection) -> list[int]:
    unheld = select(words.c.word_id).order_by(words.c.word_id)
    for column in DF_COLUMNS.values():
        unheld = unheld.where(words.c[column] == 0)
    return list(connection.scalars(unheld))


def change_frequencies(
    connection: Connection, changes: Iterable[tuple[Language, NDArray[np.int32], int]]
) -> None:
    """Add to the number of entries that hold each word.

    Args:
        connection: A connection that writes.
        changes: For each entry its language, its word ids, and +1 (new) or -1 (gone).
    """
    sums: Counter[tuple[int, str]] = Counter()
    for language, ids, step in changes:
        for word_id in dict.fromkeys(ids.tolist()):
            sums[word_id, language] += step
    columns = list(DF_COLUMNS.items())
    rows = [
        {"number": number, **{f"by_{name}": sums[number, name] for name, _ in columns}}
        for number in dict.fromkeys(word_id for (word_id, _), step in sums.items() if step)
    ]
    if rows:
        raised = {column: words.c[column] + bindparam(f"by_{name}") for name, column in columns}
        changed = update(words).where(words.c.word_id == bindparam("number"))
        connection.execute(changed.values(raised), rows)
