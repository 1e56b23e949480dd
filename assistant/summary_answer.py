"""*Summarise this thesis*: a question that is answered by the points of a short briefing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.briefing.records import Briefing
from assistant.phrases import phrases
from assistant.question import Question
from assistant.records import Citation
from corpus.text import fold, words

__all__ = ["asks_summary", "summary_citations"]

_SUMMARY: Final = phrases(
    r"""
    ringkas(?:an(?:nya|na)?|kan|keun)?|ringkes(?:an(?:nya|na|ana)?|keun)?
    rangkum(?:an|kan|keun)?(?:nya|na)?|ikhtisar(?:nya|kan)?|inti ?sari(?:nya|na)?
    garis besar(?:nya)?|pokok-pokok(?:nya)?
    summar(?:y|ies|ise|ize|ised|ized)|sum(?:med)? up|overview|outline|gist|main points
    in (?:a|one) minute|brief me|nutshell
    """
)
_BESIDE: Final = frozenset(
    words(
        "give show short brief whole main point points minute page make write quick please want "
        "need meeting thesis skripsi tesis naskah penelitian panalungtikan research study paper "
        "berikan beri kasih buat buatkan singkat pendek seluruh utama isi isinya butuh perlu minta "
        "pasihan jieun jieunkeun pondok eusi eusina sakabeh peryogi menta nyuhunkeun damelkeun "
        "satu menit one hiji"
    )
)
"""What may stand beside the word in such a question without asking for anything else."""


def asks_summary(question: Question) -> bool:
    """Tell whether a question asks for the whole in short, and for nothing in particular."""
    folded = fold(question.text)
    if "result" in question.types or _SUMMARY.search(folded) is None:
        return False
    rest = frozenset(words(_SUMMARY.sub(" ", folded)))
    return not (frozenset(question.content) & rest) - _BESIDE


def summary_citations(briefing: Briefing) -> Sequence[Citation]:
    """Return what the points of a briefing rest on, in reading order, each once."""
    numbers = dict.fromkeys(n for bullet in briefing.bullets for n in bullet.citations)
    return tuple(
        replace(briefing.citation(number), number=place)
        for place, number in enumerate(numbers, start=1)
    )
