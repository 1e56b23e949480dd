"""Whether two sentences speak of one event or thing, told from their words.

Nearness in words is late interaction both ways, as in ``assistant.matching``; what sets
two sentences apart is looked for as well: other dates, other names, other ranks, and
one of them denied, planned or expected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assistant.disagreement.proper_names import ProperName
from assistant.disagreement.stated_values import AskedKind, Stated
from assistant.disagreement.statements import CLAUSE_END, Statement, ranks
from assistant.interrogatives import FUNCTION_WORDS
from assistant.values.agreement import agree
from assistant.values.reading import Value
from assistant.word_similarity import WordSimilarity
from corpus.encoder import WordEncoder

__all__ = ["Likeness", "WordWeights", "differ_in_kind", "likeness", "names_more"]

MOST_KEPT: Final = 32_768
"""Words whose vectors are kept; then all are forgotten, and memory stays bounded."""
MATCHED: Final = 0.5
"""Words at least this near count as one word."""
_JOIN: Final = re.compile(r"\s(?:and|dan|jeung|sareng|sarta|serta|tetapi|but|while)\s(?=[a-z])")
"""What joins clauses; before a capital it joins names."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two statements say the same, values and shared names apart.

    ``left`` and ``right``: the share of the words of each, by weight, that the other
    meets, in [0, 1]; ``meaning``: the cosine of their summed word vectors.
    """

    left: float
    right: float
    meaning: float

    @property
    def total(self) -> float:
        """The mean of the shares and the cosine, summed: in [-1, 2]."""
        return (self.left + self.right) / 2 + self.meaning


class WordWeights:
    """What words weigh in a text, and texts as a whole, by the vectors of an encoder."""

    def __init__(self, encoder: WordEncoder) -> None:
        """Weigh by the vectors of ``encoder``."""
        self._encoder = encoder
        self._kept: dict[str, NDArray[np.float32]] = {}

    def share(self, told: Sequence[str], met: NDArray[np.float32]) -> float:
        """Return the weighted mean of ``met``, shape (words,); 0 for no words."""
        if not told:
            return 0.0
        weights = np.linalg.norm(self._vectors(told), axis=1)
        total = float(weights.sum())
        return float(weights @ met) / total if total else 0.0

    def cosine(self, left: Sequence[str], right: Sequence[str]) -> float:
        """Return the cosine of the summed vectors of two texts, 0 for none."""
        if not left or not right:
            return 0.0
        one, other = (self._vectors(told).sum(axis=0) for told in (left, right))
        norms = float(np.linalg.norm(one) * np.linalg.norm(other))
        return float(one @ other) / norms if norms else 0.0

    def _vectors(self, told: Sequence[str]) -> NDArray[np.float32]:
        kept = self._kept
        missing = [word for word in dict.fromkeys(told) if word not in kept]
        if missing:
            if len(kept) + len(missing) > MOST_KEPT:
                kept = self._kept = {}
                missing = list(dict.fromkeys(told))
            kept.update(zip(missing, self._encoder.encode_words(missing), strict=True))
        return np.stack([kept[word] for word in told])


def likeness(
    left: Statement, right: Statement, similarity: WordSimilarity, weights: WordWeights
) -> Likeness:
    """Compare two statements in the languages that both stand in, else as they stand."""
    common = [language for language in left.texts if language in right.texts]
    pairs = [(left.texts[language], right.texts[language]) for language in common]
    if not pairs:
        pairs = [(left.texts[left.passage.language], right.texts[right.passage.language])]
    names = left.name_words & right.name_words
    bare = [
        tuple(tuple(word for word in text if word not in names) for text in pair) for pair in pairs
    ]
    found = [_compare(one, other, similarity, weights) for one, other in bare]
    return max(found, key=lambda alike: alike.total)


def differ_in_kind(
    left: Statement, right: Statement, kind: AskedKind, similarity: WordSimilarity
) -> bool:
    """Tell whether something sets two statements apart, however near their words are."""
    if left.cues != right.cues:
        return True
    if kind != "date" and _exclude(_dates(left), _dates(right)):
        return True
    if _exclude(_ranks(left), _ranks(right)):
        return True
    # A number is of one place or party, a date of an event that names more than one.
    near = kind == "number"
    unshared = [
        _unshared(one, other, similarity, near=near)
        for one, other in ((left, right), (right, left))
    ]
    return any(unshared) if near else all(unshared)


def _compare(
    left: Sequence[str], right: Sequence[str], similarity: WordSimilarity, weights: WordWeights
) -> Likeness:
    if not left or not right:
        return Likeness(0.0, 0.0, 0.0)
    near = similarity.similarity(left, right)
    of_left, of_right = near.max(axis=1), near.max(axis=0)
    shares = weights.share(left, of_left), weights.share(right, of_right)
    return Likeness(*shares, weights.cosine(left, right))


def _dates(statement: Statement) -> tuple[Value, ...]:
    return tuple(v for v in statement.values if v.kind == "date" and not v.key.startswith("T"))


def _ranks(statement: Statement) -> tuple[Value, ...]:
    return ranks(statement.sentence.text, statement.values)


def _exclude(left: Sequence[Value], right: Sequence[Value]) -> bool:
    """Tell whether there are values on both sides, and no two of them agree."""
    if not left or not right:
        return False
    return not any(agree(one, other) for one in left for other in right)


def names_more(statement: Statement, than: Statement, similarity: WordSimilarity) -> bool:
    """Tell whether a statement names something that another, with its context, does not."""
    return _unshared(statement, than, similarity, near=False)


def _unshared(left: Statement, right: Statement, similarity: WordSimilarity, *, near: bool) -> bool:
    """Tell whether ``left`` names something that ``right``, with its passage, does not.

    With ``near``, only names in the clause of what is stated count.
    """
    around = tuple(sorted(right.context))
    for name in left.names:
        told = [word for word in name.words if word not in FUNCTION_WORDS]
        if name.opens and len(told) == 1 and not _is_name(told[0], left, right):
            continue
        if near and not any(_together(left.sentence.text, name, one) for one in left.stated):
            continue
        abbreviated = "".join(word[0] for word in name.words)
        if abbreviated in right.context or not told:
            continue
        if similarity.similarity(told, around).max(axis=1).max(initial=0.0) < MATCHED:
            return True
    return False


def _together(text: str, name: ProperName, told: Stated) -> bool:
    """Tell whether a name stands before what is stated, as its subject may, or in its clause."""
    if name.end <= told.start:
        return ";" not in text[name.end : told.start]
    between = text[told.end : name.start]
    return CLAUSE_END.search(between) is None and _JOIN.search(between) is None


def _is_name(word: str, *statements: Statement) -> bool:
    """Tell whether a word that opens a sentence is written with a capital elsewhere too."""
    capital = re.compile(rf"(?<=[\w,;]\s){re.escape(word)}(?!\w)", re.IGNORECASE)
    texts = [text for s in statements for text in (s.passage.text, " ".join(s.passage.path))]
    return any(m[0][0].isupper() for text in texts for m in capital.finditer(text))
