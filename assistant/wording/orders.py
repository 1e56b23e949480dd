"""Orders to a language model that stand in a document.

A statement that repeats such an order matches the text, so the verifier cannot drop it.
Passages that carry one are therefore kept from the model; they can still be found, and be
quoted, as what they are. The list is a second wall, not the first: whatever a model is told,
only what the evidence bears out is shown.
"""

from __future__ import annotations

from typing import Final

from assistant.phrases import phrases
from corpus.text import fold

__all__ = ["carries_order"]

_ORDER: Final = phrases(
    r"""
    <ignore>\W(?:[^.!?\n]{0,60}\W)?<rules>
    <do_not> <follow>\W(?:[^.!?\n]{0,60}\W)?<rules>
    <answer> (?:with |dengan |ku |nganggo )?<only>
    <only> <answer>
    (?:system|sistem) prompt|prompt (?:system|sistem)
    you are now|(?:kamu|anda) sekarang adalah|anjeun ayeuna (?:teh )?(?:nyaeta )?asisten
    (?:as|sebagai|salaku) (?:an? )?(?:ai|asisten ai|chatbot|language model|model ba(?:ha)?sa)
    <\|(?:im_start|im_end|system|user|assistant|endoftext)\|>\w*|\[/?inst\]\w*
    """,
    ignore=r"(?:ignore|disregard|forget|override|bypass|abaikan(?:lah)?|lupakan(?:lah)?|hiraukan|"
    r"kesampingkan|(?:mo)?pohokeun|lalikeun|lalaikeun|poho keun)",
    do_not=r"(?:do not|don't|jangan(?:lah)?|ulah|tong)",
    follow=r"(?:follow|obey|heed|ikuti|turuti|patuhi|hiraukan|tuturkeun|turutan|nurut|nuturkeun|"
    r"merhatikeun|merhatoskeun)",
    rules=r"(?:instructions?|prompts?|orders?|rules|instruksi|perintah|petunjuk|aturan|arahan|"
    r"parentah|pituduh|papagon)",
    answer=r"(?:reply|answer|respond|say|write|output|print|jawab(?:lah)?|balas(?:lah)?|"
    r"tulis(?:kan|lah|keun)?|katakan(?:lah)?|waler(?:keun)?|jawabkeun|sebutkeun)",
    only=r"(?:only|just|exactly|hanya|cukup|mung|ngan(?:ukur)?|wungkul)",
)


def carries_order(text: str) -> bool:
    """Tell whether ``text`` holds what reads as an order to a language model."""
    return _ORDER.search(fold(text)) is not None
