"""Small pieces of HTML. Everything that is not made here is escaped here.

The page's HTML is only ever built by these functions and by the two modules that use
them, ``render`` and ``source``; text from a question, a document or an answer enters
through ``text`` or ``attribute`` and cannot leave its place.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from corpus.language import Language, language_name
from ui.strings import label

__all__ = ["attribute", "element", "origin_label", "text"]


def text(value: str) -> str:
    """Return ``value`` as text of an element."""
    return html.escape(value, quote=True)


def attribute(name: str, value: str | int) -> str:
    """Return `` name="value"`` with its leading space."""
    return f' {name}="{html.escape(str(value), quote=True)}"'


def element(tag: str, inside: str | Iterable[str], **attributes: str | int | None) -> str:
    """Return ``<tag …>inside</tag>``; ``inside`` is HTML already.

    Attributes are written as Python names: a trailing underscore is dropped and the
    others become hyphens (``class_``, ``aria_label``); ``None`` leaves one out.
    """
    written = "".join(
        attribute(name.rstrip("_").replace("_", "-"), value)
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{inside if isinstance(inside, str) else ''.join(inside)}</{tag}>"


def origin_label(origin: str, language: Language, reader: Language) -> str:
    """Return who made a version in ``language``, said in ``reader``; plain text.

    An origin of an unknown kind is shown as a person's name, never as the author's.
    """
    kind, _, name = origin.partition(":")
    named = language_name(language, reader)
    if kind in {"author", "project"} and not name:
        return label(f"origin_{kind}", reader, language=named)
    key = "origin_model" if kind == "model" else "origin_person"
    return label(key, reader, name=name or origin, language=named)
