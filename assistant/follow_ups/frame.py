"""A turn as it was understood: its own words, and what was carried into them."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.interrogatives import AnswerType

__all__ = ["Frame"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A turn as it was understood.

    ``own`` are its own words, ``carried`` what it took from before. What the next turn
    may take: ``topic``, what the last question that stood alone was about; ``focus``, the
    names spoken of since; ``detail``, what the turn itself asked about these; ``age``, how
    many turns have leaned on the topic. ``types`` is what it asks for; ``bare`` tells that
    nothing but the asking is its own, ``item`` that it is about an item of a list.
    """

    own: str
    topic: str
    carried: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    detail: str = ""
    age: int = 0
    types: frozenset[AnswerType] = frozenset()
    bare: bool = False
    item: bool = False

    @property
    def text(self) -> str:
        """The turn made to stand alone."""
        return f"{self.own} ({', '.join(self.carried)})" if self.carried else self.own
