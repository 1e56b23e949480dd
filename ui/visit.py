"""Who is using the page, and how they like it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, cast, get_args

from assistant import STYLES, Style
from corpus.language import LANGUAGES, Language, is_language

__all__ = ["SIZES", "THEMES", "Preferences", "Size", "Theme", "Visit", "choose_language"]

Size = Literal["small", "medium", "large", "largest"]
SIZES: Final[tuple[Size, ...]] = get_args(Size)

Theme = Literal["system", "light", "dark"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a visitor has chosen; the browser keeps it, so anything may come back.

    ``language`` is the page's, ``None`` until it is chosen; ``answers`` is the language of
    answers, ``None`` for that of each question; ``use_model`` lets a language model, where
    one is set up, word the answers; ``style`` is that of copied references.
    """

    language: Language | None = None
    answers: Language | None = None
    use_model: bool = True
    size: Size = "medium"
    theme: Theme = "system"
    style: Style = "apa"

    @classmethod
    def of(cls, kept: object) -> Preferences:
        """Read what the browser kept; what is no preference is left at its default."""
        if not isinstance(kept, Mapping):
            return cls()
        size, theme, style = kept.get("size"), kept.get("theme"), kept.get("style")
        return cls(
            language=_language(kept.get("language")),
            answers=_language(kept.get("answers")),
            use_model=kept.get("use_model") is not False,
            size=cast("Size", size) if size in SIZES else "medium",
            theme=cast("Theme", theme) if theme in THEMES else "system",
            style=cast("Style", style) if style in STYLES else "apa",
        )

    def to_json(self) -> dict[str, Any]:
        """Return what the browser is to keep."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visitor at one moment: who it is, what they prefer, the page's language.

    ``offset`` is how many minutes their clock is ahead of UTC.
    """

    visitor_id: str
    preferences: Preferences = Preferences()
    language: Language = LANGUAGES[0]
    offset: int = 0


def choose_language(preferred: object, accepted: str) -> Language:
    """Return the page's language: the visitor's choice, else the browser's, else Indonesian.

    ``accepted`` is an ``Accept-Language`` header. Browsers know Indonesian as ``id``
    or, of old, ``in``.
    """
    chosen = _language(preferred)
    if chosen is not None:
        return chosen
    for item in accepted.split(","):
        code = item.partition(";")[0].strip().lower().partition("-")[0]
        known = "id" if code == "in" else code
        if is_language(known):
            return known
    return LANGUAGES[0]


def _language(value: object) -> Language | None:
    return value if isinstance(value, str) and is_language(value) else None
