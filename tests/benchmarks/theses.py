"""Theses made up for measuring: any number, in three languages, with all that they say known.

``draw_theses`` draws what each is about, by whom, where and how; ``write_theses`` writes
them as files that ``ingest`` reads, short or long, with the boilerplate that real theses
share. The same seed gives the same theses. People and universities are invented.

``python -m tests.benchmarks.theses FOLDER [--count 200] [--pages 5 [300]] [--seed 1]``
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.benchmarks.results import say
from tests.benchmarks.thesis_facts import Thesis, draw_theses
from tests.benchmarks.thesis_tables import headings
from tests.benchmarks.thesis_text import Line, Part, Writer

__all__ = ["Thesis", "draw_lengths", "draw_theses", "write_theses"]


def draw_lengths(count: int, shortest: int = 5, longest: int = 300, seed: int = 1) -> list[int]:
    """Return ``count`` numbers of pages: as many from 5 to 10 as from 10 to 20, and so on."""
    random = Random(seed)
    return [round(shortest * (longest / shortest) ** random.random()) for _ in range(count)]


def write_theses(
    folder: Path, theses: Sequence[Thesis], pages: int | Sequence[int] = 5
) -> tuple[Path, ...]:
    """Write theses under ``folder``; return what ``ingest`` is to be given.

    Args:
        folder: Made when it is not there.
        theses: What to write.
        pages: How long each is, in pages of 250 words, or how long all are; from 5 up.
    """
    lengths = [pages] * len(theses) if isinstance(pages, int) else pages
    return tuple(
        _write(folder, thesis, length) for thesis, length in zip(theses, lengths, strict=True)
    )


def _write(folder: Path, thesis: Thesis, pages: int) -> Path:
    writer = Writer(thesis)
    abstracts = list(_abstracts(writer))
    body = list(writer.body(pages))
    if thesis.plain:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{thesis.document_id}.md"
        lines = [*_front(thesis), *abstracts, *_sections(writer, body)]
        path.write_text(_markdown(lines), encoding="utf-8")
        return path
    path = folder / thesis.document_id
    path.mkdir(parents=True, exist_ok=True)
    files = {"abstract.txt": abstracts}
    for part in body:
        name = f"chapter-{part.number[0]}.txt"
        files.setdefault(name, []).extend(_sections(writer, [part]))
    for name, lines in files.items():
        (path / name).write_text("\n\n".join(text for _, text in lines) + "\n", encoding="utf-8")
    (path / "thesis.toml").write_text(_manifest(thesis, tuple(files)), encoding="utf-8")
    return path


Styled = tuple[int, str]
"""The level of a heading, 0 for other text, and the text."""


def _abstracts(writer: Writer) -> Iterator[Styled]:
    paragraphs = writer.abstract()
    for language in writer.thesis.abstracts:
        yield 2, headings()["abstract"][language]
        for paragraph in paragraphs:
            yield 0, " ".join(writer.say(line, language) for line in paragraph)


def _sections(writer: Writer, parts: Sequence[Part]) -> Iterator[Styled]:
    for part in parts:
        depth = part.number.count(".") + 2
        if depth == 2:
            yield depth, part.heading.replace("/", "\n\n" if not writer.thesis.plain else " ")
        else:
            yield depth, f"{part.number} {part.heading}"
        for paragraph in part.paragraphs:
            yield 0, _said(writer, paragraph, listed=part.listed)


def _said(writer: Writer, lines: Sequence[Line], *, listed: bool) -> str:
    said = [writer.say(line, writer.thesis.language) for line in lines]
    if not listed:
        return " ".join(said)
    items = (f"{number}. {item}" for number, item in enumerate(said[1:], start=1))
    return "\n".join((said[0] + "\n", *items))


def _front(thesis: Thesis) -> Iterator[Styled]:
    yield 1, thesis.title
    yield 0, f"**{headings()['by'][thesis.language]}:** {thesis.author}"
    yield 0, f"**{headings()['year'][thesis.language]}:** {thesis.year}"
    yield 0, thesis.institution


def _markdown(lines: Sequence[Styled]) -> str:
    return "\n\n".join(f"{'#' * level} {text}".strip() for level, text in lines) + "\n"


def _manifest(thesis: Thesis, files: Sequence[str]) -> str:
    lines = [
        f"title = {json.dumps(thesis.title, ensure_ascii=False)}",
        f"authors = [{json.dumps(thesis.author)}]",
        f"year = {thesis.year}",
        f"institution = {json.dumps(thesis.institution)}",
        f"files = {json.dumps(list(files))}",
        "",
        "[title_versions]",
        *(
            f"{language} = {json.dumps(thesis.titles[language], ensure_ascii=False)}"
            for language in thesis.abstracts[1:]
        ),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write theses into the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--pages", type=int, nargs="+", default=[5], metavar="PAGES")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lengths = draw_lengths(given.count, given.pages[0], given.pages[-1], given.seed)
    paths = write_theses(given.folder, draw_theses(given.count, given.seed), lengths)
    say(f"{len(paths)} theses in {given.folder}")


if __name__ == "__main__":
    main()
