"""Small pieces of HTML. Everything that is not made here is escaped here.

The page's HTML is only ever built by these functions and by the modules of ``ui.views``
that use them; text from a question, a document or an answer enters through ``text`` or
``attribute`` and cannot leave its place.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from corpus.language import Language, language_name
from ui.strings import label

__all__ = ["attribute", "button", "element", "icon", "origin_label", "text", "void"]


def text(value: str) -> str:
    """Return ``value`` as text of an element."""
    return html.escape(value, quote=True)


def attribute(name: str, value: str | int) -> str:
    """Return `` name="value"`` with its leading space."""
    return f' {name}="{html.escape(str(value), quote=True)}"'


def element(tag: str, inside: str | Iterable[str], **attributes: str | int | bool | None) -> str:
    """Return ``<tag …>inside</tag>``; ``inside`` is HTML already.

    Attributes are written as Python names: a trailing underscore is dropped and the
    others become hyphens (``class_``, ``aria_label``); ``None`` and ``False`` leave one
    out, ``True`` writes it bare.
    """
    within = inside if isinstance(inside, str) else "".join(inside)
    return f"<{tag}{_written(attributes)}>{within}</{tag}>"


def void(tag: str, **attributes: str | int | bool | None) -> str:
    """Return an element that holds nothing, e.g. ``input``; attributes as for ``element``."""
    return f"<{tag}{_written(attributes)}>"


def button(inside: str | Iterable[str], **attributes: str | int | bool | None) -> str:
    """Return a button that submits nothing."""
    return element("button", inside, type="button", **attributes)


def icon(name: str) -> str:
    """Return a picture of the style sheet's, which says nothing by itself."""
    return element("span", "", class_=f"icon icon-{name}", aria_hidden="true")


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


def _written(attributes: dict[str, str | int | bool | None]) -> str:
    parts = []
    for name, value in attributes.items():
        written = name.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(f" {written}")
        elif value is not None and value is not False:
            parts.append(attribute(written, value))
    return "".join(parts)
