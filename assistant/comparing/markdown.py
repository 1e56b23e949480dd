"""A comparison as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.comparing.records import Cell, Comparison
from assistant.comparing.wording import column_names, held_lines, said, version_label
from assistant.references.rich_text import RichText
from corpus.language import Language

__all__ = ["as_markdown"]


def as_markdown(comparison: Comparison) -> str:
    """Return a comparison as a Markdown document that ends with a line break."""
    language = comparison.language
    table = [_line(map(_plain, column_names(comparison))), _line(["---"] * 7)]
    for number, row in enumerate(comparison.rows, start=1):
        cells = (_cell(cell, language) for cell in row.cells)
        table.append(_line([str(number), *cells]))
    parts = [f"# {said('heading', language)}", "\n".join(table), said("about", language)]
    parts += [_plain(line) for line in held_lines(comparison)]
    parts.append(f"## {said('references', language)}")
    parts += [entry.markdown for entry in comparison.entries]
    return "\n\n".join(parts) + "\n"


def _cell(cell: Cell, language: Language) -> str:
    if cell.quote is None:
        where = f" {_code(cell.passage_id)}" if cell.passage_id else ""
        return _plain(cell.text or cell.missing) + where
    quote = cell.quote
    parts = [f"“{_plain(quote.quote)}” {quote.in_text.markdown} {_code(quote.passage_id)}"]
    if quote.version is not None:
        label = version_label(quote.version, language)
        parts.append(f"{_plain(label)}: “{_plain(quote.version.text)}”")
    return "<br>".join(parts)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Return a text in one line of a table, nothing in it markup."""
    return RichText.of(re.sub(r"\s+", " ", text)).markdown


def _code(passage_id: str) -> str:
    """Return a passage id as code; what could end the code, or the cell, is dropped."""
    inside = re.sub(r"[`|\s]+", "", passage_id)
    return f"`{inside}`"
