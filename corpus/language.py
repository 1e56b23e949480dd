"""The three languages of the corpus, and their names in each other.

Languages are written as ISO 639-1 codes everywhere: ``id`` Indonesian, ``en``
English, ``su`` Sundanese.
"""

from __future__ import annotations

from typing import Final, Literal, TypeGuard, get_args

from corpus.errors import UnknownLanguageError

__all__ = ["LANGUAGES", "Language", "is_language", "language_name", "parse_language"]

Language = Literal["id", "en", "su"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

_NAMES: Final[dict[Language, dict[Language, str]]] = {
    "id": {"id": "Indonesia", "en": "Indonesian", "su": "Indonésia"},
    "en": {"id": "Inggris", "en": "English", "su": "Inggris"},
    "su": {"id": "Sunda", "en": "Sundanese", "su": "Sunda"},
}
"""What a reader of the inner language calls the outer one."""


def language_name(language: Language, reader: Language) -> str:
    """Return what a reader of ``reader`` calls ``language``."""
    return _NAMES[language][reader]


def is_language(value: str) -> TypeGuard[Language]:
    """Tell whether ``value`` is one of the three language codes."""
    return value in LANGUAGES


def parse_language(value: str) -> Language:
    """Return ``value`` as a language code.

    Raises:
        UnknownLanguageError: ``value`` is none of ``id``, ``en``, ``su``.
    """
    folded = value.strip().lower()
    if not is_language(folded):
        raise UnknownLanguageError(value, LANGUAGES)
    return folded
