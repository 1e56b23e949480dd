"""The text of a section, paragraph by paragraph: as it stands, or in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from assistant import Gloss
from corpus.language import Language
from corpus.records import Passage, Sentence, Span, Version
from ui.markup import element, text
from ui.strings import label
from ui.views.marking import Annotation, annotated

__all__ = ["NOWHERE", "Glosses", "Reading", "original_text", "version_of", "version_text"]

NOWHERE: Final = Span(0, 0)

Glosses = Callable[[str, Language, Language], Sequence[Gloss]]
"""Glosses a text of the first language for a reader of the second."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A section to be read: its passages in order, and what is to be seen in them.

    ``quote`` is the span that was quoted, empty when none was. ``annotations`` are further
    ones: italics, matched words, notes.
    """

    passages: Sequence[Passage]
    quote: Span = NOWHERE
    annotations: Sequence[Annotation] = ()

    @property
    def language(self) -> Language | None:
        """The language of the text."""
        return self.passages[0].language if self.passages else None


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with the version of it that is shown, if any."""

    sentence: Sentence
    version: Version | None = None


def original_text(reading: Reading, note: str = "") -> str:
    """Return the paragraphs as they stand, ``note`` under the one where the quote ends."""
    marks = [*reading.annotations, Annotation(reading.quote, "quote")]
    lines = [_Line(sentence) for passage in reading.passages for sentence in passage.sentences]

    def run(sentences: Sequence[_Line]) -> str:
        return _marked([line.sentence for line in sentences], marks)

    return _section(lines, reading, run, note)


def version_text(reading: Reading, language: Language, glosses: Glosses, note: str = "") -> str:
    """Return the paragraphs in ``language``; a sentence without a version stands as it is.

    Its words are then glossed. The versions of what was quoted are marked.
    """
    lines = [
        _Line(sentence, version_of(passage, sentence, language))
        for passage in reading.passages
        for sentence in passage.sentences
    ]
    source = reading.language or language

    def run(sentences: Sequence[_Line]) -> str:
        return " ".join(_rendered(line, reading, (source, language), glosses) for line in sentences)

    return _section(lines, reading, run, note)


def version_of(passage: Passage, sentence: Sentence, language: Language) -> Version | None:
    """Return the version of a sentence in ``language``, the author's own before others."""
    fitting = [
        version
        for version in passage.versions
        if version.language == language and version.sentence == sentence.ordinal
    ]
    return min(fitting, key=lambda version: version.origin != "author", default=None)


def _section(
    lines: Sequence[_Line], reading: Reading, run: Callable[[Sequence[_Line]], str], note: str
) -> str:
    parts: list[str] = []
    for _, group in groupby(lines, key=lambda line: line.sentence.paragraph):
        paragraph = list(group)
        parts.append(element("div", _paragraph(paragraph, run), class_="paragraph"))
        first, last = paragraph[0].sentence, paragraph[-1].sentence
        if reading.quote != NOWHERE and first.start < reading.quote.end <= last.end:
            parts.append(note)
    return element("div", parts, class_="section", lang=reading.language, dir="auto")


def _paragraph(lines: Sequence[_Line], run: Callable[[Sequence[_Line]], str]) -> Iterator[str]:
    """Yield a paragraph's sentences as HTML, each list item on a line of its own."""
    runs: list[list[_Line]] = []
    for line in lines:
        if runs and {runs[-1][-1].sentence.kind, line.sentence.kind} == {"prose"}:
            runs[-1].append(line)
        else:
            runs.append([line])
    for together in runs:
        kind = together[0].sentence.kind
        yield element("p", run(together), class_=None if kind == "prose" else kind)


def _marked(sentences: Sequence[Sentence], marks: Sequence[Annotation]) -> str:
    """Return neighbouring sentences with what is to be seen in them."""
    first, last = sentences[0], sentences[-1]
    words = sentences[0].text
    for before, sentence in pairwise(sentences):
        words += " " * (sentence.start - before.end) + sentence.text
    return annotated(words, first.start, [mark for mark in marks if mark.span.start < last.end])


def _rendered(
    line: _Line, reading: Reading, languages: tuple[Language, Language], glosses: Glosses
) -> str:
    """Return the version of a sentence, or the sentence itself with its words glossed."""
    sentence, version = line.sentence, line.version
    quoted = reading.quote.start < sentence.end and sentence.start < reading.quote.end
    if version is None:
        marks = [note for note in reading.annotations if note.kind == "italic"]
        marks += [
            Annotation(
                Span(sentence.start + gloss.start, sentence.start + gloss.end),
                "gloss",
                said=_meant(gloss, languages[1]),
            )
            for gloss in glosses(sentence.text, *languages)
            if gloss.glosses != (gloss.word,)
        ]
        if quoted:
            marks.append(Annotation(reading.quote, "quote"))
        words = annotated(sentence.text, sentence.start, marks)
        return element("span", words, class_="unversioned", lang=languages[0])
    words = text(version.text)
    inside = element("mark", words) if quoted else words
    return element("span", inside, lang=version.language)


def _meant(gloss: Gloss, reader: Language) -> str:
    """Return what a word means, and where that is only near, that."""
    meant = ", ".join(gloss.glosses)
    return label("gloss_encoder", reader, words=meant) if gloss.source == "encoder" else meant
