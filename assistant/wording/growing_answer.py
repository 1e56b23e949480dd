"""The answer while a language model is wording it: what has passed, and what has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant.framing import frame_claims, frame_notices
from assistant.records import Answer, Citation, Claim, Conflict, Notice, Rejected
from assistant.wording.claim_checking import CheckedClaim, ClaimChecker, Dropped
from assistant.wording.plain_claims import Draft
from assistant.wording.strings import say_of_model
from corpus.language import Language
from corpus.text import fold

__all__ = ["GrowingAnswer"]

_OF_QUOTES: Final = frozenset({"unofficial_translation", "no_version", "quote_removed"})
"""Notices of the quoted answer that are made anew for what is shown instead."""


class GrowingAnswer:
    """What has passed of one answer, and what has not.

    ``quoted`` is the extractive answer behind it, ``claims`` what passed, ``stated`` how
    many statements the model made.
    """

    def __init__(self, quoted: Answer, checker: ClaimChecker) -> None:
        """Grow an answer to the question of ``quoted`` from what ``checker`` lets pass."""
        self.quoted = quoted
        self.claims: list[CheckedClaim] = []
        self.stated = 0
        self._checker = checker
        self._known: set[str] = set()
        self._dropped: list[Dropped] = []

    @property
    def rejected(self) -> Rejected:
        """How much was dropped, the extractive answer's own included."""
        before = self.quoted.rejected
        astray = sum(dropped.quotes for dropped in self._dropped)
        return Rejected(before.claims + len(self._dropped), before.quotes + astray)

    @property
    def dropped(self) -> int:
        """How many statements of the model did not pass."""
        return len(self._dropped)

    def take(self, stated: Draft) -> None:
        """Check a statement, and keep it if it passes and is not there yet."""
        self.stated += 1
        if fold(stated.text) in self._known:
            return
        checked = self._checker.check(stated)
        if isinstance(checked, Dropped):
            self._dropped.append(checked)
        else:
            self._known.add(fold(stated.text))
            self.claims.append(checked)

    def keep_what_answers(self) -> None:
        """Add the quoted answer unless a claim rests on a sentence of it.

        What a weak model says may match the text and be beside the question; where the
        sources differ, all that they say must stand.
        """
        if self.quoted.conflicts:
            self.claims.append(CheckedClaim("", self.quoted.citations))
            return
        spans = [(c.passage_id, c.start, c.end) for claim in self.claims for c in claim.citations]
        for citation in self.quoted.citations:
            for passage_id, start, end in spans:
                same = passage_id == citation.passage_id
                if same and start < citation.end and citation.start < end:
                    return
        self.claims.append(CheckedClaim("", self.quoted.citations))

    def answer(self, name: str, *, incomplete: bool) -> Answer:
        """Return the answer that the claims make, each ending with its marks."""
        numbered: dict[tuple[str, int, int], Citation] = {}
        claims: list[Claim] = []
        for checked in self.claims:
            shown: list[Citation] = []
            for citation in checked.citations:
                place = (citation.passage_id, citation.start, citation.end)
                new = replace(citation, number=len(numbered) + 1)
                shown.append(numbered.setdefault(place, new))
            claims.append(_claim(checked.text, shown, self.quoted.language))
        citations = tuple(numbered.values())
        return replace(
            self.quoted,
            text="\n\n".join(claim.text for claim in claims),
            incomplete=incomplete,
            notices=(
                *_about(self, name),
                *(notice for notice in self.quoted.notices if notice.code not in _OF_QUOTES),
                *frame_notices(citations, self.rejected.quotes, self.quoted.language),
            ),
            claims=tuple(claims),
            citations=citations,
            conflicts=_renumbered(self.quoted, numbered),
            rejected=self.rejected,
            generator=name,
        )


def _claim(text: str, citations: Sequence[Citation], language: Language) -> Claim:
    numbers = tuple(citation.number for citation in citations)
    if not text:
        framed = frame_claims(citations, language)
        return Claim("\n".join(claim.text for claim in framed), numbers)
    marks = "".join(f"[{number}]" for number in numbers)
    return Claim(f"{text} {marks}", numbers)


def _renumbered(
    quoted: Answer, numbered: Mapping[tuple[str, int, int], Citation]
) -> tuple[Conflict, ...]:
    """Return the conflicts of the quoted answer whose citations are shown, as numbered now."""
    now = {
        citation.number: numbered[place].number
        for citation in quoted.citations
        if (place := (citation.passage_id, citation.start, citation.end)) in numbered
    }
    return tuple(
        replace(conflict, citations=tuple(now[number] for number in conflict.citations))
        for conflict in quoted.conflicts
        if all(number in now for number in conflict.citations)
    )


def _about(growing: GrowingAnswer, name: str) -> tuple[Notice, ...]:
    language = growing.quoted.language
    notices = [Notice("worded_by", say_of_model("worded_by", language, model=name))]
    if growing.dropped:
        code = "statements_removed"
        notices.append(Notice(code, say_of_model(code, language, count=growing.dropped)))
    return tuple(notices)
