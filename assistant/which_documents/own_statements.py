"""What a thesis says of itself, told from what it reports of the work of others."""

from __future__ import annotations

import re
from typing import Final

from assistant.phrases import phrases
from corpus.records import Passage, Sentence
from corpus.text import fold

__all__ = ["is_of_others", "own_texts"]

_OF_OTHERS: Final = phrases(
    r"""
    (?:penelitian|studi|kajian|riset|skripsi) (?:terdahulu|sebelumnya|relevan|yang relevan)
    (?:previous|prior|related|earlier) (?:research|stud(?:y|ies)|works?)
    panalungtikan (?:samemehna|anu geus aya|saheulaeun)
    (?:daftar|daptar) pustaka|pustaka acuan|references|bibliography
    """
)
"""Headings of sections that report the work of others."""
_UNDER_A_NAME: Final = re.compile(r"\w[’'\w.]*\s*\((?:1[89]|20)\d\d[a-z]?\)")
"""*Gunawan (2006) used …*: the year behind the name of who did it."""


def is_of_others(sentence: Sentence, *, uses: bool) -> bool:
    """Tell whether a sentence reports the work of others.

    With ``uses``, whatever rests on a cited work does.
    """
    if _UNDER_A_NAME.search(sentence.text):
        return True
    return uses and any(cited.scope == "this_sentence" for cited in sentence.cited_works)


def own_texts(passage: Passage, *, uses: bool) -> tuple[str, ...]:
    """Return the sentences of a passage that are the thesis's own, and their versions.

    None in a section that reports earlier research, or lists works.
    """
    if _OF_OTHERS.search(fold(" › ".join(passage.path))):
        return ()
    return tuple(
        text
        for sentence in passage.sentences
        if not is_of_others(sentence, uses=uses)
        for text in (
            sentence.text,
            *(v.text for v in passage.versions if v.sentence == sentence.ordinal),
        )
    )
