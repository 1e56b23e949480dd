"""Every label of the page, in the three languages: ``STRINGS[key][language]``.

Sundanese keeps one polite register (*sareng, tiasa, kanggo, henteu acan, mangga*). Which
strings a native reader has reviewed is recorded in ``ui.strings.reviews``: none yet.
Braces are filled by ``label``; what fills them is plain text and is escaped later, with
the label, where it enters the page.
"""

from __future__ import annotations

from typing import Final

from corpus.language import Language
from ui.strings import (
    asking,
    briefing,
    checking,
    conversing,
    frame,
    library,
    reading,
    settings,
)

__all__ = ["STRINGS", "label"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
    **frame.STRINGS,
    **settings.STRINGS,
    **conversing.STRINGS,
    **asking.STRINGS,
    **reading.STRINGS,
    **checking.STRINGS,
    **library.STRINGS,
    **briefing.STRINGS,
}


def label(key: str, language: Language, /, **values: object) -> str:
    """Return the label ``key`` in ``language``, its braces filled with ``values``."""
    return STRINGS[key][language].format(**values)
