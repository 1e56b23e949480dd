"""CSL-JSON: one item in a list, as reference managers and citation processors read it."""

from __future__ import annotations

import json
from typing import Any

from assistant.references.records import PersonName, Work
from assistant.references.works import short_title

__all__ = ["as_csl_json"]


def as_csl_json(work: Work, kind: str, annotation: str) -> str:
    """Return a work as a list of one CSL-JSON item; the arguments are those of ``as_bibtex``."""
    texts = {
        "title": work.title,
        "title-short": "" if short_title(work.title) == work.title else short_title(work.title),
        "genre": kind[:1].upper() + kind[1:],
        "publisher": work.institution,
        "publisher-place": work.place,
        "URL": work.url,
        "language": work.language,
        "annote": annotation,
    }
    item: dict[str, Any] = {"id": work.document_id, "type": "thesis"}
    item |= {name: text for name, text in texts.items() if text}
    if work.authors:
        item["author"] = [_name(name) for name in work.authors]
    if work.year is not None:
        item["issued"] = {"date-parts": [[work.year]]}
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def _name(name: PersonName) -> dict[str, str]:
    if not name.given and " " in name.family:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "non-dropping-particle": name.particle}
    return {key: part for key, part in parts.items() if part}
