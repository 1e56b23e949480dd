"""Sentences that lean on those before: *Hal ini …*, *Which then …*, *Kadua, …*.

A sentence that points back cannot be quoted alone: what it points to is in the sentence
before it. One that counts off is an item of a list told in sentences.
"""

from __future__ import annotations

from typing import Final

from assistant.phrases import phrases
from corpus.catalog import Catalog
from corpus.records import Passage
from corpus.text import fold

__all__ = ["counts_off", "opens_with_pointer", "passage_before"]

_SELF: Final = (
    r"(?:penelitian|skripsi|tesis|karya|studi|research|study|thesis|paper|chapter|panalungtikan)\b"
)
"""A thesis that speaks of itself (*penelitian ini*) points to no sentence."""

_POINTER: Final = phrases(
    r"""
    ^(?:berdasarkan |berangkat |melalui |dengan )?(?:pada |dari )?<other> (?:ini|itu|tersebut)
    ^selain <other> (?:ini|itu|tersebut)
    ^(?:ini|itu|tersebut|yang kemudian|yang mana|keduanya|mereka|ia)
    ^(?:oleh )?(?:karena|sebab) itu|^selain itu|^dengan demikian|^sebaliknya
    ^(?:this|that|these|those)(?! <self>)
    ^(?:which|it(?! <said>)|they|he|she|such|therefore|thus|however|in addition)
    ^the (?:latter|former)
    ^because of (?:this|that|these|the establishment of this)
    ^(?:sabab |ku |dumasar kana |tina |salian ti )?<other> (?:\w+ )?(?:eta|ieu)(?! <self>)
    ^(?:eta|ieu) (?!<self>)\w+
    ^(?:anu saterusna|anu saterasna|ku kituna|ku sabab kitu|aranjeunna|manehna|anjeunna)
    """,
    other=rf"(?!{_SELF})\w+",
    self=_SELF,
    said=r"(?:can|may|could|is|was) (?:be )?(?:concluded|hoped|expected|recommended|suggested)\b",
)


_COUNTING_OFF: Final = phrases(
    r"""
    ^(?:\w+ ){0,2}(?:yang |anu |nu )?(?:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir)
    ^(?:\w+ ){0,2}(?:anu |nu )?(?:kahiji|kadua|katilu|kaopat|kalima|kagenep|pamungkas)
    ^(?:the )?(?:first|second|third|fourth|fifth|sixth|last|final)(?:ly)?
    ^(?:selanjutnya|kemudian|lalu|terakhir|finally|next|saterusna|salajengna|panungtung),
    """
)


def counts_off(sentence: str) -> bool:
    """Tell whether a sentence opens as the next item of a list told in sentences."""
    return _COUNTING_OFF.match(fold(sentence).lstrip("“\"'(- ")) is not None


def opens_with_pointer(sentence: str) -> bool:
    """Tell whether a sentence opens by pointing to the one before it."""
    return _POINTER.match(fold(sentence).lstrip("“\"'(- ")) is not None


def passage_before(catalog: Catalog, passage: Passage) -> Passage | None:
    """Return the passage before another in its section, ``None`` when it is the first."""
    earlier = f"{passage.document_id}/{passage.section}/{passage.ordinal - 1}"
    return catalog.passages([earlier]).get(earlier)
