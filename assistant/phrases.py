"""Tables of phrases as patterns over folded text."""

from __future__ import annotations

import re

__all__ = ["phrases"]


def phrases(table: str, **parts: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases of ``table`` as whole words.

    Args:
        table: One regular expression a line, for folded text (see ``corpus.text.fold``);
            indentation and blank lines do not count.
        parts: What ``<name>`` stands for in the table.
    """
    for name, part in parts.items():
        table = table.replace(f"<{name}>", part)
    lines = (line.strip() for line in table.splitlines())
    return re.compile(rf"(?<!\w)(?:{'|'.join(line for line in lines if line)})(?!\w)")
