"""What a text says about where a quote is from: a section, a chapter, a document, a work.

Only what can be told for sure is read: a number with its keyword (or alone in brackets), a
held document's title, id or author, a work that the corpus cites. All else says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.phrases import phrases
from assistant.which_documents.thesis_record import asked_chapters
from corpus.records import DocumentSummary, Passage, Sentence
from corpus.sentences import cited_works
from corpus.text import fold, words

__all__ = ["Claim", "ClaimKind", "Standing", "misplaced", "read_claims", "surname"]

ClaimKind = Literal["abstract", "chapter", "document", "page", "paragraph", "section", "work"]

LEAST_TITLE_WORDS: Final = 4
_SECTION: Final = re.compile(
    r"(?:\b(?:sub-?\s?bab|bab|sub-?\s?bagian|bagian|seksi|section|sections|subsection|chapter|"
    r"sec\.|butir|poin|bagean)\s+|§\s*)(?P<number>\d{1,2}(?:\.\d{1,2})+)(?!\d|%|,\d)",
    re.IGNORECASE,
)
_BARE_SECTION: Final = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})+)\s*")
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]{1,300}[)\]]")
_PARAGRAPH: Final = re.compile(
    r"(?:\b(?:paragraf|paragraph|alinea|para\.)\s+(?:ke-?\s?)?|¶\s*)(?P<number>\d{1,3})\b",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(
    r"\b(?:halaman|hlm\.?|hal\.|page|pp?\.|kaca)\s*(?P<number>\d{1,4})\b", re.IGNORECASE
)
_ABSTRACTS: Final = ("abstrak", "abstraksi", "abstract", "ringkesan", "ringkasan", "intisari")
_ABSTRACT: Final = phrases(
    r"""
    (?:dalam|pada|di|dina|tina|ti|menurut|numutkeun|nurutkeun|saur|dari) <bagian><name>(?:nya|na)?
    (?:in|from|of|to|by) (?:the|its|this) (?:<language> )?<name>
    the (?:<language> )?<name> (?:says|states|notes|reports|of)
    """,
    bagian="(?:bagian )?",
    language="(?:indonesian|english|sundanese|author's)",
    name=f"(?:{'|'.join(_ABSTRACTS)})",
)
_BRACKETED_ABSTRACT: Final = phrases(rf"(?:{'|'.join(_ABSTRACTS)})")
_CHAPTER_WORDS: Final = re.compile(r"\b(?:bab|chapter)\s+\w+|\b\w+\s+chapter\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?P<number>\d+(?:\.\d+)*)")
_YEAR: Final = re.compile(r"(?:1[89]|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that is said about a quote's place; ``text`` as it was said, or nearly.

    ``value`` is a section's or a chapter's number, a document's id, or a work as
    ``corpus.sentences`` reads it.
    """

    kind: ClaimKind
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A place where a quote stands: sentences of a passage."""

    passage: Passage
    sentences: tuple[Sentence, ...]


def read_claims(
    text: str, documents: Sequence[DocumentSummary], works: Iterable[str]
) -> tuple[Claim, ...]:
    """Return what ``text``, the words around a quote, says about where the quote is from.

    Args:
        text: Without the quote itself.
        documents: Those held.
        works: Those that the corpus cites; others are not known well enough to judge.
    """
    known = {surname(work) for work in works}
    found = [*_of_sections(text), *_of_documents(text, documents)]
    found.extend(
        Claim("work", cited.work, cited.work)
        for cited in cited_works(text)
        if surname(cited.work) in known
    )
    return tuple(dict.fromkeys(found))


def misplaced(claims: Sequence[Claim], standings: Sequence[Standing]) -> tuple[Claim, ...]:
    """Return the claims that no place fulfils, of the place that fulfils the most.

    None when nothing is claimed, or when it cannot be told. Of several sections that are
    named, one is enough.
    """
    by_kind: dict[ClaimKind, list[Claim]] = {}
    for claim in claims:
        by_kind.setdefault(claim.kind, []).append(claim)
    wrong: tuple[Claim, ...] | None = None
    for standing in standings:
        here = tuple(
            claim
            for kind, of_kind in by_kind.items()
            if not any(_fits(claim, standing) for claim in of_kind)
            for claim in of_kind
        )
        if wrong is None or len(here) < len(wrong):
            wrong = here
    return wrong or ()


def surname(work: str) -> str:
    """Return the first folded word of a work, its author's name or its site."""
    return next(iter(words(work)), "")


def _of_sections(text: str) -> Iterator[Claim]:
    bracketed = [match[0][1:-1] for match in _BRACKETS.finditer(text)]
    numbers = {match["number"]: match[0].strip() for match in _SECTION.finditer(text)}
    for part in (part for bracket in bracketed for part in re.split("[,;:]", bracket)):
        if bare := _BARE_SECTION.fullmatch(part):
            numbers.setdefault(bare["number"], bare["number"])
    for number, said in numbers.items():
        yield Claim("section", number, said)
    without = _SECTION.sub(" ", text)
    for chapter in asked_chapters(without):
        named = next((m[0] for m in _CHAPTER_WORDS.finditer(without)), f"{chapter}")
        yield Claim("chapter", f"{chapter}", named)
    for found in (
        _ABSTRACT.search(fold(text)),
        _BRACKETED_ABSTRACT.search(fold("; ".join(bracketed))),
    ):
        if found is not None:
            yield Claim("abstract", "", found[0].split()[-1])
            break
    for match in _PARAGRAPH.finditer(text):
        yield Claim("paragraph", match["number"], match[0].strip())
    for match in _PAGE.finditer(text):
        yield Claim("page", match["number"], match[0].strip())


def _of_documents(text: str, documents: Sequence[DocumentSummary]) -> Iterator[Claim]:
    folded = f" {' '.join(words(text))} "
    years = frozenset(_YEAR.findall(text))
    for summary in documents:
        metadata = summary.metadata
        titles = (metadata.title, *metadata.title_versions.values())
        spelled = [_spelled(title) for title in titles]
        said = any(
            title.count(" ") >= LEAST_TITLE_WORDS and f" {title} " in folded for title in spelled
        )
        named = re.search(rf"(?<![\w-]){re.escape(summary.document_id)}(?![\w-])", text)
        by_author = str(metadata.year) in years and any(
            f" {words(author)[-1]} " in folded for author in metadata.authors if words(author)
        )
        if said or by_author or (named and not summary.document_id.isalpha()):
            yield Claim("document", summary.document_id, metadata.title)


@lru_cache(maxsize=8_192)
def _spelled(title: str) -> str:
    return " ".join(words(title))


def _fits(claim: Claim, standing: Standing) -> bool:
    return _FITS[claim.kind](claim.value, standing)


def _in_section(number: str, standing: Standing) -> bool:
    own = _section_number(standing.passage)
    return own is None or own == number or own.startswith(f"{number}.")


def _in_chapter(number: str, standing: Standing) -> bool:
    passage = standing.passage
    chapters = asked_chapters(passage.path[0]) if passage.path else ()
    section = _section_number(passage)
    if not chapters and section:
        chapters = (int(section.partition(".")[0]),)
    return int(number) in chapters if chapters or _is_abstract(passage) else True


def _section_number(passage: Passage) -> str | None:
    """Return the number of a passage's section: empty where sections have none."""
    match = _NUMBER.fullmatch(passage.section) or _NUMBER.match(passage.heading)
    if match is not None:
        return match["number"]
    return "" if _is_abstract(passage) else None


def _is_abstract(passage: Passage) -> bool:
    heading = passage.path[0] if passage.path else passage.heading
    return bool({fold(passage.section), *words(heading)[:1]} & set(_ABSTRACTS))


def _in_paragraph(number: str, standing: Standing) -> bool:
    return any(sentence.paragraph == int(number) for sentence in standing.sentences)


def _on_page(number: str, standing: Standing) -> bool:
    page = standing.passage.page
    return page is None or page == int(number)


def _of_work(work: str, standing: Standing) -> bool:
    cited = [c.work for sentence in standing.sentences for c in sentence.cited_works]
    years = set(_YEAR.findall(work))
    return any(
        surname(one) == surname(work)
        and (not years or not _YEAR.search(one) or bool(years & set(_YEAR.findall(one))))
        for one in cited
    )


_FITS: Final[Mapping[ClaimKind, Callable[[str, Standing], bool]]] = {
    "abstract": lambda _, standing: _is_abstract(standing.passage),
    "chapter": _in_chapter,
    "document": lambda value, standing: standing.passage.document_id == value,
    "page": _on_page,
    "paragraph": _in_paragraph,
    "section": _in_section,
    "work": _of_work,
}
