"""What a single file is called: as its text says, where it does, else as its name says.

A thesis opens with a cover, in plain text as elsewhere: its title stands above or below
the line that says what kind of work it is. Nothing is guessed from other lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from corpus.canonical import MappedText
from corpus.text import printable, visible
from ingest.readers import RawFile
from ingest.structure import read_blocks

__all__ = ["title_of"]

_LOOKED_AT: Final = 4_000
"""Characters of a file in which its cover is looked for."""
_MOST_LINES: Final = 7
_SHORTEST, _LONGEST = 12, 300
_KIND: Final = re.compile(
    r"(?:proposal\s+)?(?:skripsi|tesis|disertasi|tugas akhir|laporan akhir|karya tulis ilmiah|"
    r"(?:undergraduate |bachelor'?s? |master'?s? |doctoral )?(?:thesis|dissertation)|"
    r"final project)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:judul|title)(?:\s+(?:skripsi|tesis|disertasi|penelitian|of thesis))?\s*:\s*"
    r"(?P<title>\S.*)",
    re.IGNORECASE,
)
_NO_TITLE: Final = re.compile(
    r"(?:universitas|institut|sekolah tinggi|politeknik|fakultas|program studi|prodi|jurusan|"
    r"departemen|university|faculty|department|school of|oleh|disusun|diajukan|ditulis|penulis|"
    r"untuk memenuhi|sebagai salah satu|by|submitted|written by|nama|nim|npm|nrp|abstrak|abstract|"
    r"ringkesan|bab|chapter|ku|disusun ku)\b|\d{4}$",
    re.IGNORECASE,
)


def title_of(raw: RawFile) -> str:
    """Return the title of a file: of its Markdown heading, label or cover, else of its name."""
    name = Path(raw.name)
    if name.suffix.lower() == ".md" and (heading := _only_heading(raw.text)):
        return heading
    lines = [_shown(line) for line in raw.text[:_LOOKED_AT].splitlines()]
    told = next(_labelled(lines), "") or _on_cover(lines)
    return told or re.sub(r"[-_\s]+", " ", visible(name.stem)).strip() or raw.name


def _shown(line: str) -> str:
    return printable(MappedText.of(line).cleaned().text)


def _only_heading(text: str) -> str:
    headings = [block.text.text for block in read_blocks(text) if block.level == 1]
    return visible(headings[0]) if len(headings) == 1 else ""


def _labelled(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        match = _LABEL.fullmatch(line)
        title = match["title"].strip("\"'“”") if match else ""
        if _SHORTEST <= len(title) <= _LONGEST:
            yield title


def _on_cover(lines: Sequence[str]) -> str:
    """Return the title around the first line that names the kind of work, or nothing."""
    for place, line in enumerate(lines):
        if _KIND.fullmatch(line):
            above = _joined(lines[:place][::-1])
            return " ".join(above[::-1]) or " ".join(_joined(lines[place + 1 :]))
    return ""


def _joined(lines: Sequence[str]) -> list[str]:
    """Return the lines of the title that the first of ``lines`` begins, as far as it goes."""
    found: list[str] = []
    for line in lines:
        if _NO_TITLE.match(line):
            break
        if line:
            found.append(line)
        elif found:
            break
    title = " ".join(found)
    fits = _SHORTEST <= len(title) <= _LONGEST and len(title.split()) > 1
    return found if fits and len(found) <= _MOST_LINES and not title.endswith((".", ":")) else []
