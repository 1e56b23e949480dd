"""A briefing as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.briefing.layout import BriefingLayout, LaidBullet, LaidPart, LaidSource, numbers_text

__all__ = ["markdown_text"]

_MARKS: Final = re.compile(r"([\\`*_\[\]<>#|~!(){}$])")
_OPENING_MARK: Final = re.compile(r"^(\s*)([-+=:])")
_OPENING_NUMBER: Final = re.compile(r"^(\s*\d+)([.)])")
_ADDRESS: Final = re.compile(r"(?<=\w)(://|@)|(?<=www)(\.)", re.IGNORECASE)


def markdown_text(layout: BriefingLayout) -> str:
    """Return a briefing as Markdown that shows all of its text as it is."""
    parts = [f"# {_plain(layout.title)}", f"*{_plain(layout.coverage)}*"]
    for part in layout.parts:
        parts.extend(_inline(part) if layout.inline else _headed(part))
    if layout.facts:
        parts += [f"## {_plain(layout.facts_heading)}", _table(layout)]
    if layout.notes:
        parts.append(f"## {_plain(layout.notes_heading)}")
        parts.append("\n".join(_item(note) for note in layout.notes))
    parts += [_plain(legend) for legend in layout.legends]
    if layout.sources:
        parts.append(f"## {_plain(layout.sources_heading)}")
        parts += [_plain(work) for work in layout.works]
        parts.append(_plain(layout.sources_intro))
        parts += [_source(source) for source in layout.sources]
        parts.append(_plain(layout.matches))
    parts += [_plain(remark) for remark in layout.remarks]
    parts.append(f"*{_plain(layout.made)}*")
    return "\n\n".join(parts) + "\n"


def _inline(part: LaidPart) -> Iterator[str]:
    if len(part.bullets) == 1:
        yield f"**{_plain(part.heading)}:** {_told(part.bullets[0])}"
    else:
        yield f"**{_plain(part.heading)}**"
        yield "\n".join(_item(bullet) for bullet in part.bullets)


def _headed(part: LaidPart) -> Iterator[str]:
    yield f"{'#' * min(6, part.level + 2)} {_plain(part.heading)}"
    if part.bullets:
        yield "\n".join(_item(bullet) for bullet in part.bullets)


def _item(bullet: LaidBullet) -> str:
    return f"- {_told(bullet)}"


def _told(bullet: LaidBullet) -> str:
    return _plain(bullet.text) + _escaped(numbers_text(bullet))


def _table(layout: BriefingLayout) -> str:
    rows = [" | ".join(_plain(column) for column in layout.fact_columns)]
    rows.append(" | ".join("---" for _ in layout.fact_columns))
    for fact in layout.facts:
        cells = (fact.label, f"{fact.value}[{fact.number}]{fact.mark}", fact.context)
        rows.append(" | ".join(_escaped(cell) for cell in cells))
    return "\n".join(f"| {row} |" for row in rows)


def _source(source: LaidSource) -> str:
    lines = [f"{_escaped(f'[{source.number}]')} {_plain(source.place)}"]
    lines.append(f"> {_plain(source.quote)}")
    if source.version:
        lines.append(f"{_plain(source.version_label)}: {_plain(source.version)}")
    if source.rests_on:
        lines.append(_plain(source.rests_on))
    return "\n\n".join(lines)


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is: nothing in it is a link, a tag or a heading."""
    opened = _OPENING_NUMBER.sub(r"\1\\\2", _OPENING_MARK.sub(r"\1\\\2", text))
    return _escaped(opened) if opened == text else _escaped(text, opening=True)


def _escaped(text: str, *, opening: bool = False) -> str:
    escaped = _MARKS.sub(r"\\\1", text.replace("&", "&amp;"))
    # A bare address would be made a link by many readers.
    escaped = _ADDRESS.sub(lambda match: f"&#{ord(match[0][0])};{match[0][1:]}", escaped)
    if opening:
        escaped = _OPENING_NUMBER.sub(r"\1\\\2", _OPENING_MARK.sub(r"\1\\\2", escaped))
    return escaped
