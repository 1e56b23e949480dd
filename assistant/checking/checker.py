"""Checking a text that somebody wrote: its quotes, numbers and statements against the corpus.

The text is read, never stored. A quote is looked up word for word, then nearly; every other
sentence is held against the passages that it may rest on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import Final

from assistant.checking.citations import numbered
from assistant.checking.quoted import QuoteChecker
from assistant.checking.reading import Block, GivenSentence, read_blocks
from assistant.checking.records import CheckedSentence, CheckReport, Counts, Finding
from assistant.checking.scope import CheckScope, Given
from assistant.checking.stated import StatementChecker
from assistant.checking.strings import say_check
from assistant.question import LONGEST_QUESTION, question_language
from assistant.records import Notice
from assistant.retriever import Retriever
from corpus.errors import SitirError
from corpus.language import Language
from corpus.text import whole

__all__ = ["LONGEST_TEXT", "TextChecker"]

LONGEST_TEXT: Final = 200_000
"""A longer text, in characters, is refused."""
MOST_SENTENCES: Final = 1_000
"""Sentences behind these are not checked, with a notice."""
MOST_QUOTES: Final = 20
"""Quotes that are looked up in one sentence."""
_CLAUSE: Final = re.compile(r"[\s,.]*[^,;.]*(?:\.\d[^,;.]*)*")
_BRACKET_BEHIND: Final = re.compile(r"[\W_]{0,4}\s*[(\[][^()\[\]]{1,300}[)\]]")


class TextChecker:
    """Checks texts against what a store holds; for several threads."""

    def __init__(self, retriever: Retriever) -> None:
        """Check against the store that ``retriever`` searches."""
        self._catalog = retriever.store.catalog
        self._quotes = QuoteChecker(retriever)
        self._statements = StatementChecker(retriever)

    def check(
        self,
        text: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
    ) -> CheckReport:
        """Return what was found in ``text``.

        Args:
            text: One or more paragraphs, plain or Markdown.
            language: Of what the report says; by default the text's own.
            document_ids: Compare with these documents only, which are held.

        Raises:
            SitirError: The text is longer than ``LONGEST_TEXT``.
        """
        if len(text) > LONGEST_TEXT:
            raise SitirError(
                f"the text has {len(text):,} characters, more than {LONGEST_TEXT:,}: "
                "check it chapter by chapter"
            )
        started = perf_counter()
        blocks = read_blocks(whole(text))
        own = question_language(" ".join(block.text for block in blocks)[:LONGEST_QUESTION])
        ids = None if document_ids is None else tuple(document_ids)
        held = tuple(s for s in self._catalog.documents() if ids is None or s.document_id in ids)
        scope = CheckScope(held, ids, language or own)
        sentences = tuple(_sentences(blocks))
        found = tuple(self._findings(blocks, scope)) if held else ()
        texts = {s: self._catalog.canonical_text(s) for s in _documents(found)}
        findings = numbered(sorted(found, key=lambda f: (f.start, -f.end, f.kind)), texts)
        return CheckReport(
            language=scope.language,
            text_language=own,
            length=len(text),
            findings=findings,
            sentences=sentences,
            counts=Counts.of(findings),
            notices=_notices(findings, scope, cut=len(sentences) > MOST_SENTENCES),
            elapsed_ms=round((perf_counter() - started) * 1000, 3),
        )

    def _findings(self, blocks: Sequence[Block], scope: CheckScope) -> Iterator[Finding]:
        every = ((block, sentence) for block in blocks for sentence in block.sentences)
        for block, sentence in islice(every, MOST_SENTENCES):
            for place, quote in enumerate(sentence.quotes[:MOST_QUOTES]):
                given = Given(block, quote, sentence.language)
                yield self._quotes.check(given, _around(block, sentence, place), scope)
            given = Given(block, sentence.span, sentence.language)
            if block.kind == "block_quote" or given.text.endswith("?"):
                continue
            taken = None if sentence.quotes else self._quotes.verbatim(given, scope)
            if taken is not None:
                yield taken
            else:
                yield from self._statements.check(given, scope, sentence.quotes)


def _documents(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.document_id for f in findings for c in f.citations))


def _sentences(blocks: Sequence[Block]) -> Iterator[CheckedSentence]:
    for block in blocks:
        for sentence in block.sentences:
            at = block.given(sentence.span)
            yield CheckedSentence(at.start, at.end, sentence.language)


def _around(block: Block, sentence: GivenSentence, place: int) -> str:
    """Return the words that may say where a quote is from.

    A bracket right behind it; else what leads to it from the quote before, the clause that
    follows it, and what leads to the sentence's first quote.
    """
    if block.kind == "block_quote":
        return f"({block.source.strip('()—–-. ')})"
    text, quotes = block.text, sentence.quotes
    quote = quotes[place]
    if behind := _BRACKET_BEHIND.match(text, quote.end):
        return behind[0]
    start = quotes[place - 1].end if place else sentence.span.start
    end = quotes[place + 1].start if place + 1 < len(quotes) else sentence.span.end
    led = text[sentence.span.start : quotes[0].start]
    follows = _CLAUSE.match(text, quote.end + 1, max(end, quote.end + 1))
    told = "" if follows is None else follows[0]
    return " … ".join((led, text[start : quote.start], told))


def _notices(findings: Sequence[Finding], scope: CheckScope, *, cut: bool) -> tuple[Notice, ...]:
    language = scope.language
    codes: list[str] = []
    if not scope.documents:
        codes.append("empty_index")
    elif not findings:
        codes.append("nothing_found")
    else:
        codes.append("not_truth")
    if any(f.translation is not None and f.translation.origin != "author" for f in findings):
        codes.append("unofficial_translation")
    codes += ["sentences_cut"] if cut else []
    return tuple(Notice(c, say_check(c, language, limit=MOST_SENTENCES)) for c in codes)
