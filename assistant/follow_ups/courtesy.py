"""Greetings, thanks and the like: they ask nothing, alone or before a question."""

from __future__ import annotations

from typing import Final

from assistant.phrases import phrases
from corpus.text import fold

__all__ = ["is_courtesy", "without_courtesy"]

_GREETING: Final = (
    r"(?:halo|hallo|hai|hi|hello|hey|selamat (?:pagi|siang|sore|malam|datang)|apa kabar|"
    r"good (?:morning|afternoon|evening|day|night)|how are you|"
    r"ass?alamu?'? ?alaikum(?: wr wb| warahmatullahi? wabarakatuh)?|wa ?alaikum ?salam|"
    r"sampurasun|rampes|wilujeng(?: (?:enjing|siang|sonten|wengi|tepang|sumping))?|kumaha damang)"
)
_THANKS: Final = (
    r"(?:te?rima ?kasih(?! (?:kepada|pada))|makasih|trims|thanks?(?: you)?(?! to)|thx|"
    r"(?:hatur |haturan )?nuhun(?! ka )|matur nuhun|sama-sama|you're welcome|sawangsulna)"
)
_HEARD: Final = (
    r"(?:ok(?:ay|e)?|baik(?:lah)?|sip|siap|mantap|great|good|nice|perfect|alright|got it|i see|"
    r"that helps|understood|mengerti|paham|ya|iya|yes|yeah|mangga|muhun|enya|sae|leres|hade|"
    r"ngartos|bye|goodbye|see you|sampai jumpa|dadah|pileuleuyan|wassalam)"
)
_FILLER: Final = (
    r"(?:banyak|sekali|ya|yah|saya|kami|pak|bu|bapak|ibu|kak|min|sir|madam|all|semua|again|lagi|"
    r"very much|so much|a lot|for (?:that|this|your help|the help)|atas (?:bantuan|jawaban)nya|"
    r"infonya|jawabannya|bantuannya|kana bantosanana|walerana|pisan|nya|atuh|kang|teh|then|dulu)"
)

_ALONE: Final = phrases(
    r"""
    ^\W*(?:<greeting>|<thanks>|<heard>)(?:\W+(?:<greeting>|<thanks>|<heard>|<filler>))*\W*$
    """,
    greeting=_GREETING,
    thanks=_THANKS,
    heard=_HEARD,
    filler=_FILLER,
)
_BEFORE: Final = phrases(
    r"""
    ^\W*(?:<greeting>|<thanks>|<heard>)(?:\s+<filler>)*\s*[,.;:!]+(?=\s)
    """,
    greeting=_GREETING,
    thanks=_THANKS,
    heard=_HEARD,
    filler=_FILLER,
)


def is_courtesy(text: str) -> bool:
    """Tell whether ``text`` is a greeting, thanks or a word of assent and nothing else."""
    return _ALONE.match(fold(text).strip()) is not None


def without_courtesy(text: str) -> str:
    """Return ``text`` without the greetings and thanks that it opens with.

    They are told apart by a mark behind them: *Terima kasih, lalu kapan?*.
    """
    left = text.strip()
    while not is_courtesy(left):
        folded = fold(left)
        found = _BEFORE.match(folded) if len(folded) == len(left) else None
        if found is None:
            break
        left = left[found.end() :].strip()
    return left
