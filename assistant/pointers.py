"""Sentences that point back: *Hal ini …*, *Which then …*, *Hal éta …*.

Such a sentence cannot be quoted alone: what it points to is in the sentence before it.
"""

from __future__ import annotations

from typing import Final

from assistant.phrases import phrases
from corpus.catalog import Catalog
from corpus.records import Passage
from corpus.text import fold

__all__ = ["opens_with_pointer", "passage_before"]

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


def opens_with_pointer(sentence: str) -> bool:
    """Tell whether a sentence opens by pointing to the one before it."""
    return _POINTER.match(fold(sentence).lstrip("“\"'(- ")) is not None


def passage_before(catalog: Catalog, passage: Passage) -> Passage | None:
    """Return the passage before another in its section, ``None`` when it is the first."""
    earlier = f"{passage.document_id}/{passage.section}/{passage.ordinal - 1}"
    return catalog.passages([earlier]).get(earlier)
