"""BibTeX: one entry, in ASCII where LaTeX has a command for it, and inert whatever it holds."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from assistant.references.records import PersonName, Work
from corpus.language import language_name

if TYPE_CHECKING:
    from pylatexenc.latexencode import UnicodeToLatexEncoder

__all__ = ["as_bibtex", "bibtex_key"]

_BRACES: Final = {ord("{"): r"{\textbraceleft}", ord("}"): r"{\textbraceright}", ord("@"): "{@}"}
"""Braces count in BibTeX even when they are escaped, and ``@`` may begin an entry."""
_PARTS_NAMES: Final = re.compile(r"\band\b|\bothers\b|,", re.IGNORECASE)
"""What parts names in BibTeX, or stands for more of them."""


def as_bibtex(work: Work, kind: str, annotation: str) -> str:
    """Return a work as a BibTeX entry that ends with a line break.

    A thesis of an unknown institution is ``@misc``, which needs no school.

    Args:
        work: What is cited.
        kind: What kind of thesis it is, in words.
        annotation: Where in it the quote stands and what it rests on; not printed by styles.
    """
    entry = _entry_type(work)
    fields = {
        "author": " and ".join(_author(name) for name in work.authors),
        "title": f"{{{_latex(work.title)}}}",
        "year": "" if work.year is None else str(work.year),
        "howpublished" if entry == "misc" else "type": _latex(kind[:1].upper() + kind[1:]),
        "school": _latex(work.institution),
        "address": _latex(work.place),
        "language": language_name(work.language, "en"),
        "url": work.url,
        "annote": _latex(annotation),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@{entry}{{{bibtex_key(work)},", *lines, "}", ""))


def bibtex_key(work: Work) -> str:
    """Return the key of a work's entry: its document id in letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", work.document_id).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-") or "thesis"


def _entry_type(work: Work) -> str:
    if not work.institution:
        return "misc"
    return "phdthesis" if work.degree == "doctor" else "mastersthesis"


def _author(name: PersonName) -> str:
    whole = " ".join(part for part in (name.given, name.particle, name.family) if part)
    if _PARTS_NAMES.search(whole) or (" " in whole and not name.given and not name.particle):
        return f"{{{_latex(whole)}}}"
    family = " ".join(part for part in (name.particle, name.family) if part)
    return f"{_latex(family)}, {_latex(name.given)}" if name.given else _latex(family)


def _latex(text: str) -> str:
    return str(_encoder().unicode_to_latex(unicodedata.normalize("NFC", text)))


@cache
def _encoder() -> UnicodeToLatexEncoder:
    from pylatexenc.latexencode import (
        RULE_DICT,
        UnicodeToLatexConversionRule,
        UnicodeToLatexEncoder,
    )

    braces = UnicodeToLatexConversionRule(RULE_DICT, _BRACES, replacement_latex_protection="none")
    return UnicodeToLatexEncoder(
        conversion_rules=[braces, "defaults"],
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )
