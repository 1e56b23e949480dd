"""How a sentence is shown to a reader: in the asked language where there is a version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citations import cite
from assistant.extractive import Quotation
from assistant.framing import version_for
from assistant.records import Citation
from corpus.language import Language
from corpus.records import Passage, Sentence

__all__ = ["Shown", "show"]


@dataclass(frozen=True, slots=True)
class Shown:
    """Sentences as they are shown, with the citation that quotes them.

    ``origin`` is ``source`` where the original is shown, else that of the version.
    """

    text: str
    language: Language
    origin: str
    citation: Citation

    @property
    def translated(self) -> bool:
        """Whether what is shown is an unofficial translation."""
        return self.origin not in {"source", "author"}


def show(passage: Passage, sentences: Sequence[Sentence], language: Language) -> Shown:
    """Return sentences of a passage as a reader of ``language`` sees them.

    The author's version comes before any other; without one, the original is shown.
    """
    (citation,) = cite([Quotation(passage, tuple(sentences))])
    version = version_for(citation, language)
    if version is None:
        return Shown(citation.quote, citation.language, "source", citation)
    return Shown(version.text, version.language, version.origin, citation)
