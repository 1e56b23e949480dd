"""Places: what a quote stands in, so that it can be cited there and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from assistant.citations import cite
from assistant.extractive import Quotation
from assistant.framing import version_for
from assistant.references.records import Pinpoint, Quoted
from assistant.references.requests import Cite
from corpus.catalog import Catalog
from corpus.errors import CitationError, UnmatchedQuoteError
from corpus.language import Language, language_name
from corpus.records import CitedWork, Passage, Sentence, Version

__all__ = ["Place", "find_place"]

_MARKS: Final = "“”‘’\"'«»"


@dataclass(frozen=True, slots=True)
class Place:
    """A quoted text with its passage, the sentences that it stands in and what they cite."""

    passage: Passage
    sentences: tuple[Sentence, ...]
    quoted: Quoted

    @property
    def pinpoint(self) -> Pinpoint:
        """Where in the document."""
        return Pinpoint(
            section=self.passage.section,
            heading=self.passage.heading,
            paragraph=self.sentences[0].paragraph,
            last_paragraph=self.sentences[-1].paragraph,
            page=self.passage.page,
        )

    @property
    def cited_works(self) -> tuple[CitedWork, ...]:
        """The works that the quoted sentences rest on."""
        return cite([Quotation(self.passage, self.sentences)])[0].cited_works


def find_place(catalog: Catalog, asked: Cite) -> Place:
    """Return what is to be cited, where it stands.

    What the author wrote in another language is cited where the author wrote it.

    Raises:
        UnknownPassageError: The passage is not held.
        UnmatchedQuoteError: The quote does not stand in it, nor in a version of it.
        CitationError: The span is outside of it, or it has no such version.
    """
    passage = catalog.passage(asked.passage_id)
    place = _asked_part(catalog, passage, asked)
    if asked.version is None or asked.version == place.quoted.language:
        return place
    return _in_version(catalog, place, asked.version)


def _asked_part(catalog: Catalog, passage: Passage, asked: Cite) -> Place:
    if asked.quote is not None:
        return _quoted_part(catalog, passage, asked.quote)
    if asked.start is None and asked.end is None:
        return _part(passage, passage.start, passage.end)
    start = passage.start if asked.start is None else asked.start
    end = passage.end if asked.end is None else asked.end
    if not passage.start <= start < end <= passage.end:
        raise CitationError(
            f"[{start}, {end}) is not in passage {passage.passage_id!r}, which is "
            f"[{passage.start}, {passage.end}): give a span inside of it"
        )
    return _part(passage, start, end)


def _part(passage: Passage, start: int, end: int) -> Place:
    """Return the place of a span of the canonical text that lies in a passage."""
    touched = tuple(s for s in passage.sentences if s.start < end and start < s.end)
    text = passage.text[start - passage.start : end - passage.start]
    quoted = Quoted(text, passage.language, passage.language)
    return Place(passage, touched or passage.sentences[:1], quoted)


def _quoted_part(catalog: Catalog, passage: Passage, quote: str) -> Place:
    """Return the place of a quote, also of one that came with quotation marks around it."""
    for given in dict.fromkeys((quote.strip(), quote.strip().strip(_MARKS))):
        pattern = _pattern(given)
        if pattern is None:
            continue
        if match := pattern.search(passage.text):
            return _part(passage, passage.start + match.start(), passage.start + match.end())
        for versions in _by_origin(passage.versions):
            if found := _quoted_versions(pattern, versions):
                return _of_versions(catalog, passage, found.versions, found.text)
    raise UnmatchedQuoteError(passage.passage_id, quote)


def _pattern(quote: str) -> re.Pattern[str] | None:
    """Return what finds a quote as whole words, whatever the spaces between them."""
    words = quote.split()
    if not any(char.isalnum() for char in quote):
        return None
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return re.compile(before + r"\s+".join(map(re.escape, words)) + after)


@dataclass(frozen=True, slots=True)
class _QuotedVersions:
    text: str
    versions: tuple[Version, ...]


def _quoted_versions(
    pattern: re.Pattern[str], versions: Sequence[Version]
) -> _QuotedVersions | None:
    """Return the versions of one origin that a quote stands in, across their borders too."""
    text, ends = "", list[int]()
    for place, version in enumerate(versions):
        # One version may render several sentences; it is read once.
        if not place or version.text != versions[place - 1].text:
            text = f"{text} {version.text}" if text else version.text
        ends.append(len(text))
    match = pattern.search(text)
    if match is None:
        return None
    first = next(place for place, end in enumerate(ends) if match.start() < end)
    last = next(place for place, end in enumerate(ends) if match.end() <= end)
    last += sum(end == ends[last] for end in ends[last + 1 :])
    return _QuotedVersions(match[0], tuple(versions[first : last + 1]))


def _in_version(catalog: Catalog, place: Place, language: Language) -> Place:
    """Return a place as it is shown in another language."""
    (citation,) = cite([Quotation(place.passage, place.sentences)])
    shown = version_for(citation, language)
    if shown is None:
        raise CitationError(
            f"passage {place.passage.passage_id!r} has no version in "
            f"{language_name(language, 'en')}: leave the version out to cite the original"
        )
    wanted = {sentence.ordinal for sentence in place.sentences}
    versions = [
        version
        for version in place.passage.versions
        if (version.language, version.origin) == (language, shown.origin)
        and version.sentence in wanted
    ]
    return _of_versions(catalog, place.passage, versions, shown.text)


def _of_versions(
    catalog: Catalog, passage: Passage, versions: Sequence[Version], text: str
) -> Place:
    """Return the place of versions of one origin that are shown as ``text``."""
    first = versions[0]
    if first.origin == "author" and first.passage_id is not None:
        written = catalog.passage(first.passage_id)
        starts = [version.start for version in versions if version.start is not None]
        ends = [version.end for version in versions if version.end is not None]
        part = _part(written, max(min(starts), written.start), min(max(ends), written.end))
        return Place(part.passage, part.sentences, Quoted(text, first.language, first.language))
    wanted = {version.sentence for version in versions}
    sentences = tuple(s for s in passage.sentences if s.ordinal in wanted)
    return Place(passage, sentences, Quoted(text, first.language, passage.language, first.origin))


def _by_origin(versions: Sequence[Version]) -> list[list[Version]]:
    """Return the versions of sentences, in their order, by language and origin."""
    of_text = sorted(
        (version for version in versions if version.sentence is not None),
        key=lambda v: (v.language, v.origin, v.sentence),
    )
    return [list(found) for _, found in groupby(of_text, key=lambda v: (v.language, v.origin))]
