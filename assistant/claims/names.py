"""Whether the proper names of a statement stand in its source, in any of their forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.claims.coverage import MET, Alignment
from assistant.claims.name_writing import (
    has_form,
    has_word,
    in_title,
    in_value,
    is_name,
    name_forms_at,
    ordinary_words,
    stand_apart,
)
from assistant.claims.verdicts import Problem
from assistant.claims.words import Reading
from corpus.sentences import cited_works
from corpus.text import words as folded_words

__all__ = ["name_problems"]

_INFLECTED: Final = re.compile(
    r"\w{4,}(?:ing|ed|ly|tions?|kan|keun|ness|ments?)"
    r"|di\w{3,}(?:kan|keun|na|an)|(?:meny|meng|mem|men|ber|nga|nge|ngi|ngo|ngu|nya|nye|nyo|nyu)\w{5,}"
)
"""The form of a word that is no name."""
_BEFORE_PLACE: Final = frozenset(
    {
        *("kota", "kabupaten", "provinsi", "propinsi", "kecamatan", "desa", "pulau", "sungai"),
        *("gunung", "city", "province", "regency", "district", "village", "island", "river"),
    }
)
"""What follows one of these with a capital is a place, also where it is a word besides."""
_LEAST_MET: Final = 0.2


def name_problems(aligned: Alignment, context: Sequence[Reading]) -> tuple[Problem, ...]:
    """Return the names of a statement that its source lacks.

    Args:
        aligned: The statement beside a unit of the source.
        context: What the unit's pointers may mean: the sentence itself, and the passage
            around it where the unit points back.
    """
    missing: list[str] = []
    place = 0
    statement = aligned.statement
    while place < len(statement.tokens):
        taken, stands = _stands(aligned, context, place)
        if not stands:
            missing.extend(token.raw for token in statement.tokens[place : place + taken])
        place += taken
    missing.extend(_broken_names(aligned, context))
    missing.extend(_miscited(aligned))
    return (Problem("name", " ".join(missing)),) if missing else ()


def _stands(aligned: Alignment, context: Sequence[Reading], place: int) -> tuple[int, bool]:
    """Return how many tokens were looked at, and whether they are borne out."""
    token = aligned.statement.tokens[place]
    if not token.capital or token.word[0].isdigit() or in_value(aligned.statement, place):
        return 1, True
    forms = name_forms_at(aligned.statement, place)
    for group, taken in forms:
        if any(has_form(reading, group) for reading in context):
            return taken, True
    if any(has_word(reading, token.word, abroad=not aligned.same_language) for reading in context):
        return 1, True
    if forms:
        return max(taken for _, taken in forms), False
    return 1, not token.content or _is_no_name(aligned, place)


def _is_no_name(aligned: Alignment, place: int) -> bool:
    """Tell whether a capital is only that of a title or of a sentence's first word."""
    token = aligned.statement.tokens[place]
    if in_title(aligned.statement, place):
        return True
    if token.word not in _BEFORE_PLACE and _names_place(aligned.statement, place):
        return False
    if token.word in ordinary_words() and (token.opens or aligned.met(place) >= _LEAST_MET):
        return True
    if any(
        aligned.near[place, at] >= MET and not is_name(aligned.unit, at)
        for at in range(len(aligned.unit.tokens))
    ):
        return True
    if not token.opens or _starts_name(aligned, place):
        return False
    return _INFLECTED.fullmatch(token.word) is not None or not _loses_name(aligned)


def _names_place(statement: Reading, place: int) -> bool:
    """Tell whether *city of*, *kota* or the like stands right before a token."""
    before = [token.word for token in statement.tokens[max(0, place - 2) : place]]
    if before[-1:] == ["of"]:
        before.pop()
    return bool(_BEFORE_PLACE.intersection(before[-1:]))


def _miscited(aligned: Alignment) -> list[str]:
    """Return works that the unit cites with another year, or another author."""
    known = {_work(one.work) for one in cited_works(aligned.unit.text)}
    return (
        [one.work for one in cited_works(aligned.statement.text) if _work(one.work) not in known]
        if known
        else []
    )


def _work(name: str) -> tuple[str, str]:
    """Return a work's first author and its year, or what there is of them."""
    found = folded_words(name)
    years = [word for word in found if word[0].isdigit()]
    return (found[0] if found else "", years[-1] if years else "")


def _starts_name(aligned: Alignment, place: int) -> bool:
    """Tell whether a name that the unit lacks follows."""
    following = place + 1
    if following >= len(aligned.statement.tokens):
        return False
    return is_name(aligned.statement, following) and aligned.met(following) < 1.0


def _loses_name(aligned: Alignment) -> bool:
    """Tell whether the unit names something that the statement does not."""
    unit = aligned.unit
    return any(
        aligned.unit_met(at) < MET and (is_name(unit, at) or _may_be_name(unit, at))
        for at in range(len(unit.tokens))
    )


def _may_be_name(unit: Reading, place: int) -> bool:
    token = unit.tokens[place]
    if not token.opens or not token.capital or not token.content:
        return False
    return token.word not in ordinary_words() and _INFLECTED.fullmatch(token.word) is None


def _broken_names(aligned: Alignment, context: Sequence[Reading]) -> list[str]:
    """Return pairs of words that make one name here and stand apart in the source."""
    statement = aligned.statement
    broken: list[str] = []
    for place in range(len(statement.tokens) - 1):
        pair = statement.tokens[place : place + 2]
        if pair[0].clause != pair[1].clause or not all(
            is_name(statement, at) and token.word not in ordinary_words()
            for at, token in enumerate(pair, start=place)
        ):
            continue
        if not name_forms_at(statement, place) and any(
            stand_apart(reading, pair[0].word, pair[1].word) for reading in context[:1]
        ):
            broken.append(f"{pair[0].raw} {pair[1].raw}")
    return broken
