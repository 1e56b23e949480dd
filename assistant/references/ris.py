"""RIS: one record, a tag to a line; what a value holds cannot begin a line."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.references.records import PersonName, Work
from assistant.references.works import one_line

__all__ = ["as_ris"]


def as_ris(work: Work, kind: str, annotation: str) -> str:
    """Return a work as a RIS record whose lines end as the format has it, with CR LF.

    The arguments are those of ``as_bibtex``.
    """
    tags = _tags(work, kind, annotation)
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in tags)


def _tags(work: Work, kind: str, annotation: str) -> Iterator[tuple[str, str]]:
    yield "TY", "THES"
    yield "ID", work.document_id
    for name in work.authors:
        yield "AU", _author(name)
    values = (
        ("TI", work.title),
        ("TT", work.translated_title),
        ("PY", "" if work.year is None else str(work.year)),
        ("PB", work.institution),
        ("CY", work.place),
        ("M3", kind[:1].upper() + kind[1:]),
        ("LA", work.language),
        ("UR", work.url),
        ("N1", annotation),
    )
    yield from ((tag, value) for tag, value in values if value)
    yield "ER", ""


def _author(name: PersonName) -> str:
    family = " ".join(part for part in (name.particle, name.family) if part)
    return f"{family}, {name.given}" if name.given else family
