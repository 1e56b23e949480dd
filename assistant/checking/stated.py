"""A statement of the given text: whether the passages that it may rest on bear it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from assistant.checking.bare import without_references
from assistant.checking.citations import cite_sentences, place_name
from assistant.checking.differences import differences_of, number_findings
from assistant.checking.evidence import find_evidence
from assistant.checking.places import Standing, misplaced, read_claims
from assistant.checking.records import Finding
from assistant.checking.scope import CheckScope, Given
from assistant.checking.statement_readings import StatementReader, StatementReading
from assistant.checking.strings import say_check
from assistant.interrogatives import FUNCTION_WORDS
from assistant.records import Notice
from assistant.retriever import Retriever
from corpus.records import Span
from corpus.text import words

__all__ = ["StatementChecker"]

LEAST_CONTENT: Final = 2
"""What has fewer words that say anything states nothing (*Berikut ini.*)."""
LEAST_BESIDE: Final = 6
"""So many beside a quote, and the sentence states something of its own."""
LONGEST_STATEMENT: Final = 4_000
"""Of a longer sentence only so many characters are read."""
_MOST_PROBLEMS: Final = 3
"""With more that differs, a statement is no altered form of what the text says."""


class StatementChecker:
    """Holds statements against what a store holds; for several threads."""

    def __init__(self, retriever: Retriever) -> None:
        """Look in the store that ``retriever`` searches."""
        self._retriever = retriever
        self._reader = StatementReader(retriever)

    def check(
        self, given: Given, scope: CheckScope, quotes: Sequence[Span] = ()
    ) -> tuple[Finding, ...]:
        """Return what was found of a statement, then of each number in it that differs.

        Args:
            given: The sentence.
            scope: What to look in, and the language to say it in.
            quotes: Those in it, which are no part of what it states itself.
        """
        given = given.part(0, min(len(given.text), LONGEST_STATEMENT))
        bare = without_references(_outside(given, quotes), scope.documents)
        content = [word for word in words(bare) if word not in FUNCTION_WORDS]
        if len(content) < (LEAST_BESIDE if quotes else LEAST_CONTENT):
            return ()
        evidence = find_evidence(self._retriever, bare, scope.ids)
        read = self._reader.read(bare, given.language, evidence, everywhere=bare != given.text)
        if read and read[0].verdict.supported:
            return (_placed(given, read, scope, attributed=not quotes),)
        if not read or (not evidence.about and "uncovered" in read[0].codes):
            said = say_check("off_corpus", scope.language)
            return (given.finding("statement", "off_corpus", said),)
        return tuple(_departing(given, bare, read[0], scope))


def _outside(given: Given, quotes: Sequence[Span]) -> str:
    """Return the text of a sentence with spaces for its quotes."""
    text, at = given.text, given.span.start
    for quote in quotes:
        start, end = quote.start - at, min(quote.end - at, len(text))
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _placed(
    given: Given, read: Sequence[StatementReading], scope: CheckScope, *, attributed: bool
) -> Finding:
    """Return the finding of a statement that is borne out, there or elsewhere than said."""
    borne_out = [reading for reading in read if reading.verdict.supported]
    standings = [Standing(r.passage, r.sentences) for r in borne_out]
    works = {c.work for s in standings for one in s.passage.sentences for c in one.cited_works}
    claims = read_claims(given.text, scope.documents, works) if attributed else ()
    wrong = misplaced(claims, standings)
    best = borne_out[0]
    citations = (cite_sentences(best.passage, best.sentences),)
    if not wrong:
        said = say_check("matches", scope.language)
        return given.finding("statement", "matches", said, citations=citations)
    claimed = ", ".join(dict.fromkeys(claim.text for claim in wrong))
    place = place_name(standings[0], scope.language)
    return given.finding(
        "statement",
        "misattributed",
        say_check("misattributed", scope.language, place=place, claimed=claimed),
        citations=citations,
        claimed=claimed,
        stands_in=place,
    )


def _departing(
    given: Given, bare: str, read: StatementReading, scope: CheckScope
) -> Iterator[Finding]:
    """Yield the finding of a statement that differs, and those of its numbers."""
    problems = read.verdict.problems
    codes = read.codes
    citation = cite_sentences(read.passage, read.sentences)
    altered = "uncovered" not in codes and len(problems) <= _MOST_PROBLEMS
    language = scope.language
    key = "altered_statement" if altered else "unsupported_statement"
    yield given.finding(
        "statement",
        "altered" if altered else "unsupported",
        say_check(key, language),
        citations=(citation,),
        differences=differences_of(bare, given.language, problems, citation) if altered else (),
        remarks=tuple(
            Notice(
                f"problem_{problem.code}",
                say_check(f"problem_{problem.code}", language, detail=problem.detail),
            )
            for problem in problems
        ),
    )
    if altered and "number" in codes:
        yield from number_findings(given, bare, citation, scope)
