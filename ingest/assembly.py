"""From files to a document: canonical text, sections, sentences, passages, versions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.encoder import Encoder
from corpus.language import Language
from corpus.records import (
    CitedWork,
    Document,
    Metadata,
    Passage,
    Section,
    Segment,
    Sentence,
    SourceFile,
)
from corpus.sentences import cited_works, split_sentences
from ingest.metadata import VersionsFile
from ingest.outline import Outline, Paragraph, outline
from ingest.parallels import Parallels, find_parallels, with_author_versions
from ingest.readers import RawFile
from ingest.splitting import Unit, list_units, split_units
from ingest.structure import Block, read_blocks
from ingest.translations import with_versions
from ingest.watching import Step

__all__ = ["Source", "assemble"]


@dataclass(frozen=True, slots=True)
class Source:
    """All that one document is made from."""

    document_id: str
    metadata: Metadata
    files: tuple[RawFile, ...]
    versions: tuple[VersionsFile, ...] = ()

    @property
    def content_hash(self) -> str:
        """SHA-256 over everything that the document is made from."""
        digest = hashlib.sha256(repr(self.metadata).encode())
        for file in self.files:
            digest.update(f"\0{file.name}\0{file.sha256}".encode())
        for versions in self.versions:
            digest.update(repr((versions.of, versions.origin, versions.rows)).encode())
        return digest.hexdigest()


def assemble(
    source: Source,
    encoder: Encoder,
    probabilities: Callable[[str], Mapping[Language, float]],
    begin: Callable[[Step], None] = lambda _: None,
) -> Document:
    """Make a document of its files.

    Args:
        source: The files with their metadata and versions.
        encoder: Compares sentences when parallel texts are aligned.
        probabilities: The language classifier.
        begin: Told of each step; what it raises ends the work.

    Raises:
        MetadataError: A row of a versions file matches nothing in its source file.
    """
    begin("structure")
    writer = _Writer()
    taken: set[str] = set()
    files: list[SourceFile] = []
    drafts: list[_Draft] = []
    for raw in source.files:
        outlines = outline(read_blocks(raw.text), source.metadata.title, probabilities, taken)
        writer.begin_file()
        for found in outlines:
            drafts.append(_write(writer, found, raw.name, len(drafts)))
        files.append(writer.end_file(raw, len(files)))
    begin("splitting")
    parallels = find_parallels({d.section.section_id: d.units for d in drafts}, encoder)
    text = writer.text
    passages = [p for d in drafts for p in _passages(source.document_id, d, parallels, text)]
    document = Document(
        document_id=source.document_id,
        metadata=source.metadata,
        content_hash=source.content_hash,
        text=text,
        files=tuple(files),
        sections=tuple(draft.section for draft in drafts),
        passages=tuple(passages),
    )
    return with_versions(with_author_versions(document, parallels), source.versions)


@dataclass(frozen=True, slots=True)
class _Draft:
    section: Section
    units: tuple[Unit, ...]


class _Writer:
    """Collects the canonical text and the segments that lead back to each file."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._start: int | None = None
        self.position = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def begin_file(self) -> None:
        """Start the next file's share of the text."""
        self._segments = []
        self._start = None

    def end_file(self, raw: RawFile, ordinal: int) -> SourceFile:
        """Return the file with its share of the text."""
        return SourceFile(
            name=raw.name,
            ordinal=ordinal,
            sha256=raw.sha256,
            encoding=raw.encoding,
            text=raw.text,
            start=self.position if self._start is None else self._start,
            end=self.position,
            segments=tuple(self._segments),
        )

    def write(self, block: Block) -> int:
        """Append a block; return where it starts."""
        if self._parts:
            follows = self._start is not None and block.kind == "list_item"
            separator = "\n" if follows else "\n\n"
            self._parts.append(separator)
            self.position += len(separator)
        start = self.position
        if self._start is None:
            self._start = start
        self._segments.extend(block.text.segments(start))
        self._parts.append(block.text.text)
        self.position += len(block.text.text)
        return start


def _write(writer: _Writer, found: Outline, file: str, ordinal: int) -> _Draft:
    if found.heading is not None:
        writer.write(found.heading)
    units: list[Unit] = []
    start = end = writer.position
    for paragraph in found.paragraphs:
        sentences = _sentences(writer, paragraph)
        units.extend(list_units(sentences, paragraph.language))
        end = writer.position
    if units:
        start = units[0].sentences[0].start
    section = Section(
        section_id=found.section_id,
        heading=found.path[-1],
        level=found.level,
        ordinal=ordinal,
        language=found.language,
        file=file,
        path=found.path,
        start=start,
        end=end,
    )
    return _Draft(section, tuple(units))


def _sentences(writer: _Writer, paragraph: Paragraph) -> list[Sentence]:
    found: list[Sentence] = []
    for block in paragraph.blocks:
        start = writer.write(block)
        text, offsets = block.text.text, block.text.offsets
        is_item = block.kind == "list_item"
        spans = split_sentences(text)
        # An item is read whole: its marker and its sentences belong together.
        bounds = [(spans[0].start, spans[-1].end)] if is_item else [(s.start, s.end) for s in spans]
        found.extend(
            Sentence(
                ordinal=0,
                start=start + a,
                end=start + b,
                raw_start=offsets[a],
                raw_end=offsets[b - 1] + 1,
                paragraph=paragraph.ordinal,
                text=text[a:b],
                kind="list_item" if is_item else "prose",
                cited_works=cited_works(text[a:b]),
            )
            for a, b in bounds
        )
    return _possibly_cited(found)


def _possibly_cited(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Give sentences without a citation the next one of their paragraph, as ``possibly``."""
    found: list[Sentence] = []
    following: tuple[CitedWork, ...] = ()
    for sentence in reversed(sentences):
        if sentence.cited_works:
            following = tuple(CitedWork(cited.work, "possibly") for cited in sentence.cited_works)
            found.append(sentence)
        else:
            found.append(replace(sentence, cited_works=following))
    return found[::-1]


def _passages(document_id: str, draft: _Draft, parallels: Parallels, text: str) -> list[Passage]:
    section = draft.section
    made_together = parallels.units_of(section.section_id)
    units = draft.units if made_together is None else made_together
    if made_together is None:
        cuts = [(span.start, span.end) for span in split_units(units)]
    else:
        cuts = [(place, place + 1) for place in range(len(units))]
    made: list[Passage] = []
    for ordinal, (first, last) in enumerate(cuts, start=1):
        chosen = [sentence for unit in units[first:last] for sentence in unit.sentences]
        passage_id = f"{document_id}/{section.section_id}/{ordinal}"
        made.append(
            Passage(
                passage_id=passage_id,
                document_id=document_id,
                section=section.section_id,
                ordinal=ordinal,
                heading=section.heading,
                path=section.path,
                language=units[first].language,
                file=section.file,
                start=chosen[0].start,
                end=chosen[-1].end,
                raw_start=chosen[0].raw_start,
                raw_end=chosen[-1].raw_end,
                text=text[chosen[0].start : chosen[-1].end],
                sentences=tuple(
                    replace(sentence, ordinal=place) for place, sentence in enumerate(chosen)
                ),
                group=passage_id,
            )
        )
    return made
