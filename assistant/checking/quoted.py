"""A quote of the given text: whether it stands so, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.checking.citations import (
    Source,
    origin_name,
    place_name,
    sources_of,
    withheld_condition,
)
from assistant.checking.evidence import Evidence, find_evidence, neighbours
from assistant.checking.folding import fold_quoted
from assistant.checking.library import QuoteLibrary
from assistant.checking.places import Claim, misplaced, read_claims
from assistant.checking.quotes import count_words
from assistant.checking.records import Finding, FindingVerdict
from assistant.checking.scope import CheckScope, Given
from assistant.checking.search import FoundQuote, HeldText, find_exact, find_near
from assistant.checking.strings import say_check
from assistant.checking.versions import version_texts
from assistant.records import Notice
from assistant.retriever import Retriever
from assistant.which_documents.thesis_record import chapter_label
from corpus.text import fold

__all__ = ["QuoteChecker"]

MOST_SEARCHED: Final = 40
"""Up to so many documents are searched whole; of more, those with passages like the quote."""
LEAST_VERBATIM: Final = 6
"""So many words that are the text's own are taken over, and not met by chance."""
_BEHIND: Final = re.compile(r"\s*(?:[(\[][^()\[\]]{1,300}[)\]]\s*)+[.]?$")
"""The source that closes a sentence."""
_NEAR_PASSAGES: Final = 10
_CITED_PLACES: Final = 3


@dataclass(frozen=True, slots=True)
class _Placed:
    """A quote found, with its source and what the given text says wrongly of its place."""

    found: FoundQuote
    source: Source
    wrong: tuple[Claim, ...]
    withheld: str


class QuoteChecker:
    """Looks quotes up in what a store holds; for several threads."""

    def __init__(self, retriever: Retriever) -> None:
        """Look in the store that ``retriever`` searches."""
        self._retriever = retriever
        self._library = QuoteLibrary(retriever.store)

    def check(self, given: Given, around: str, scope: CheckScope) -> Finding:
        """Return what was found of a quote.

        Args:
            given: The quote, without its marks.
            around: The words around it, which may say where it is from.
            scope: What to look in, and the language to say it in.
        """
        texts = self._originals(given.text, scope)
        hits = find_exact(given.text, texts)
        evidence = None
        if not hits:
            if document_id := _titled(given.text, scope):
                said = say_check("exact_title", scope.language, document=document_id)
                return given.finding("quote", "exact", said)
            evidence = find_evidence(self._retriever, given.text, scope.ids)
            hits = self._near(given.text, evidence)
        placed = [p for hit in hits if (p := self._placed(hit, around, scope)) is not None]
        if placed:
            return _found(given, sorted(placed, key=lambda p: len(p.wrong)), scope)
        about = evidence is None or evidence.about
        verdict: FindingVerdict = "unsupported" if about else "off_corpus"
        return given.finding("quote", verdict, say_check(verdict, scope.language))

    def verbatim(self, given: Given, scope: CheckScope) -> Finding | None:
        """Return the finding of a statement that stands so in the text, without marks."""
        text = _BEHIND.sub("", given.text)
        if count_words(text) < LEAST_VERBATIM:
            return None
        hits = find_exact(text, self._originals(text, scope))
        placed = [p for hit in hits if (p := self._placed(hit, given.text, scope)) is not None]
        if not placed:
            return None
        best = min(placed, key=lambda p: len(p.wrong))
        verdict: FindingVerdict = "misattributed" if best.wrong else "matches"
        claimed = ", ".join(dict.fromkeys(claim.text for claim in best.wrong))
        place = place_name(best.source.standings[0], scope.language) if best.wrong else ""
        return given.finding(
            "statement",
            verdict,
            say_check(verdict, scope.language, place=place, claimed=claimed),
            citations=tuple(dict.fromkeys(best.source.citations)),
            claimed=claimed,
            stands_in=place,
            remarks=(Notice("word_for_word", say_check("remark_word_for_word", scope.language)),),
        )

    def _originals(self, quote: str, scope: CheckScope) -> list[HeldText]:
        ids: Sequence[str] = [summary.document_id for summary in scope.documents]
        if len(ids) > MOST_SEARCHED:
            evidence = find_evidence(self._retriever, quote, scope.ids, MOST_SEARCHED)
            ids = list(dict.fromkeys(passage.document_id for passage in evidence.passages))
        return [held for i in ids if (held := self._library.text(i)) is not None]

    def _near(self, quote: str, evidence: Evidence) -> tuple[FoundQuote, ...]:
        """Return where a quote stands in a translation, or with changes."""
        passages = neighbours(self._retriever, evidence.passages[:_NEAR_PASSAGES])
        ids = dict.fromkeys(passage.document_id for passage in passages)
        originals = [held for i in ids if (held := self._library.text(i)) is not None]
        versions = [
            HeldText(i, fold_quoted(version.text), version.text, version)
            for i in ids
            for version in version_texts([p for p in passages if p.document_id == i])
        ]
        exact = find_exact(quote, versions)
        if exact:
            return exact
        near = find_near(quote, [*originals, *versions], evidence.passages[:_NEAR_PASSAGES])
        return () if near is None else (near,)

    def _placed(self, hit: FoundQuote, around: str, scope: CheckScope) -> _Placed | None:
        held = self._library.document(hit.held.document_id)
        if held is None:
            return None
        source = sources_of(hit, held)
        claims = read_claims(around, scope.documents, held.works)
        wrong = misplaced(claims, source.standings)
        return _Placed(hit, source, wrong, withheld_condition(hit, held))


def _titled(quote: str, scope: CheckScope) -> str:
    """Return the id of the document whose title is quoted, whatever its case."""
    wanted = fold(fold_quoted(quote).text).strip(" .,")
    for summary in scope.documents:
        titles = (summary.metadata.title, *summary.metadata.title_versions.values())
        if any(fold(fold_quoted(title).text).strip(" .,") == wanted for title in titles):
            return summary.document_id
    return ""


def _found(given: Given, placed: Sequence[_Placed], scope: CheckScope) -> Finding:
    best = placed[0]
    language = scope.language
    claimed = ", ".join(dict.fromkeys(claim.text for claim in best.wrong))
    place = place_name(best.source.standings[0], language) if best.wrong else ""
    altered = bool(best.found.differences) or not best.found.in_order
    verdict: FindingVerdict = "altered" if altered else "exact"
    key: str = verdict
    version = best.source.translation
    origin = "" if version is None else origin_name(version, language)
    if version is not None:
        key = f"{verdict}_translation"
    if best.wrong and not altered:
        verdict = key = "misattributed"
    shown = placed[:1] if best.wrong or altered else placed[:_CITED_PLACES]
    return given.finding(
        "quote",
        verdict,
        say_check(key, language, origin=origin, place=place, claimed=claimed),
        citations=tuple(dict.fromkeys(c for p in shown for c in p.source.citations)),
        differences=best.found.differences,
        claimed=claimed,
        stands_in=place,
        translation=version,
        remarks=_remarks(best, claimed, place, scope, altered=altered),
    )


def _remarks(
    placed: _Placed, claimed: str, place: str, scope: CheckScope, *, altered: bool
) -> tuple[Notice, ...]:
    language = scope.language
    remarks: list[Notice] = []
    if not placed.found.in_order:
        remarks.append(Notice("order", say_check("remark_order", language)))
    if altered and claimed:
        text = say_check("remark_elsewhere", language, place=place, claimed=claimed)
        remarks.append(Notice("elsewhere", text))
    if part := _part_not_held(placed, scope):
        text = say_check("remark_part_not_held", language, part=part)
        remarks.append(Notice("part_not_held", text))
    if placed.withheld:
        text = say_check("remark_goes_on", language, rest=placed.withheld)
        remarks.append(Notice("goes_on", text))
    return tuple(remarks)


def _part_not_held(placed: _Placed, scope: CheckScope) -> str:
    """Return the chapter that is claimed and not held, where that is known."""
    document_id = placed.found.held.document_id
    held = [s.metadata.chapters for s in scope.documents if s.document_id == document_id]
    chapters = held[0] if held else None
    for claim in placed.wrong:
        if chapters is not None and claim.kind in {"chapter", "section"}:
            number = int(claim.value.partition(".")[0])
            if number not in chapters:
                return chapter_label(number, scope.language)
    return ""
