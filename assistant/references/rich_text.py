"""Text with italics, as plain text, HTML or Markdown, whatever characters it holds."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final, Self

__all__ = ["RichText", "Run"]

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_AT_START: Final = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))(?=\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is italic or not."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class RichText:
    """Runs of text, in order."""

    runs: tuple[Run, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Return text without italics."""
        return cls((Run(text),) if text else ())

    def __add__(self, other: RichText) -> RichText:
        return RichText((*self.runs, *other.runs))

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(run.text for run in self.runs)

    @property
    def html(self) -> str:
        """The text escaped, italics as ``<i>``."""
        return "".join(
            f"<i>{html.escape(run.text)}</i>" if run.italic else html.escape(run.text)
            for run in self.runs
        )

    @property
    def markdown(self) -> str:
        """The text escaped, italics as ``*…*``; spaces stay outside of the asterisks."""
        marked = "".join(_marked(run) for run in self.runs)
        return _AT_START.sub(
            lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", marked
        )

    def to_json(self) -> dict[str, str]:
        """Return the three forms."""
        return {"plain": self.plain, "html": self.html, "markdown": self.markdown}


def _marked(run: Run) -> str:
    text = _MARKDOWN.sub(r"\\\1", run.text)
    if not run.italic or not text.strip():
        return text
    before, after = text[: -len(text.lstrip())] if text[0].isspace() else "", ""
    if text[-1].isspace():
        after = text[len(text.rstrip()) :]
    return f"{before}*{text.strip()}*{after}"
