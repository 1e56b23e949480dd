"""Follow-ups that want the answer in another language: *in English please*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assistant.phrases import phrases
from corpus.language import Language
from corpus.text import fold

__all__ = ["LanguageAsked", "asked_language"]

_NAME: Final = (
    r"(?P<{0}>(?:bahasa|basa) (?:english|inggris|indonesian?|sundan?(?:ese)?)|english|inggris|"
    r"indonesian|sunda(?:nese)?)(?:nya|na)?(?: language)?"
)
_POLITE: Final = (
    r"(?:,? (?:please|dong|ya|atuh|tolong|punten|saja|aja|bisa|tiasa|instead|version))*"
)
_SAY: Final = (
    r"(?:(?:and|dan|lalu|terus|jeung|sareng|tolong|mohon|punten|please|bisa|bisakah|boleh|coba|"
    r"tiasa|hoyong|now|sekarang|ayeuna|can|could|would|will|you|i|we|have|get|saya|mau|minta|"
    r"jelaskan|jelaskeun|jawab|jawablah|waler|walerkeun|answer|reply|say|tell|me|give|explain|"
    r"translate|terjemahkan|artikan|tarjamahkeun|ulangi|ulangan|ulang|repeat|again|tulis|write|"
    r"sebutkan|sampaikan|sebatkeun|it|that|this|the|same|yang|sama|nu|itu|tadi|eta|"
    r"jawabannya|walerana|pertanyaan|question|deui|lagi|versi|an)[ ,]+)*"
)
_IN: Final = r"(?:in|dalam|dengan|pakai|pake|memakai|ke|kana|ka|dina|ku|nganggo|into|to)"

_ALONE: Final = phrases(
    r"""
    ^\W*<say><in> <first><polite>\W*$
    ^\W*<say>(?:versi |an |the )?(?=bahasa|basa|\w+ version|\w+,? please)<second><polite>\W*$
    """,
    **{
        "say": _SAY,
        "in": _IN,
        "first": _NAME.format("first"),
        "second": _NAME.format("second"),
        "polite": _POLITE,
    },
)
_AT_THE_END: Final = phrases(
    r"""
    (?:in|dalam|dina|pakai|nganggo|kana|ke) <name><polite>\W*$
    """,
    name=_NAME.format("name"),
    polite=_POLITE,
)


@dataclass(frozen=True, slots=True)
class LanguageAsked:
    """A language that is wanted; ``rest`` is what is asked besides, as typed, or nothing."""

    language: Language
    rest: str = ""


def asked_language(text: str) -> LanguageAsked | None:
    """Return the language that a follow-up wants its answer in, ``None`` when it names none."""
    folded = fold(text)
    if found := _ALONE.match(folded.strip()):
        return LanguageAsked(_language(found["first"] or found["second"]))
    found = _AT_THE_END.search(folded) if len(folded) == len(text) else None
    if found is None:
        return None
    return LanguageAsked(_language(found["name"]), text[: found.start()].strip(" ,"))


def _language(name: str) -> Language:
    if "indo" in name:
        return "id"
    return "su" if "sunda" in name else "en"
