"""A briefing in a language model's words, where they pass; the extractive one stands behind.

The model sums up section by section; what passes the verifier is given back to it to be
merged; and what it merges must pass again. Each statement then takes the place of the bullet
that rests on the same sentence. What fails is dropped and counted, and the bullet stays as
it was: points, order, coverage and limit are those of the extractive briefing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Final

from langchain_core.messages import BaseMessage

from assistant.briefing.counting import count_words, read_texts
from assistant.briefing.records import Briefing, BriefingPart, Bullet
from assistant.briefing.renumbering import renumber
from assistant.briefing.strings import say_brief
from assistant.generator import Generator
from assistant.records import Citation, Notice, Rejected
from assistant.word_similarity import WordSimilarity
from assistant.wording.brief_prompting import merging_prompt, part_prompt
from assistant.wording.claim_checking import CheckedClaim, ClaimChecker, Dropped
from assistant.wording.claim_reading import ClaimReader
from assistant.wording.failures import ModelFailure
from assistant.wording.orders import carries_order
from assistant.wording.plain_claims import Draft as Stated
from assistant.wording.prompting import answer_format, draw_keys
from assistant.wording.strings import say_of_model
from corpus.catalog import Catalog
from corpus.records import Passage

__all__ = ["WordedBriefings"]

_MOST_PARTS: Final = 12
"""Calls for parts; what further sections say stays quoted."""
_MOST_PASSAGES: Final = 6
_MOST_CHARACTERS: Final = 8_000
_STATEMENTS: Final = 5
_WORDS: Final = 30


@dataclass(slots=True)
class _Draft:
    """What passed and what did not, so far."""

    claims: list[CheckedClaim] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    failure: ModelFailure | None = None

    def take(self, stated: Iterator[Stated], checker: ClaimChecker) -> int:
        """Keep what passes of what was stated; return how many statements there were."""
        taken = 0
        for taken, one in enumerate(stated, start=1):  # noqa: B007 - it is counted
            checked = checker.check(one)
            if isinstance(checked, Dropped):
                self.dropped.append(checked)
            elif checked.text:
                self.claims.append(checked)
        return taken


class WordedBriefings:
    """Has a generator word briefings; for several threads at once."""

    def __init__(self, generator: Generator, similarity: WordSimilarity, catalog: Catalog) -> None:
        """Word by ``generator`` what stands in ``catalog``."""
        self._generator = generator
        self._similarity = similarity
        self._catalog = catalog

    def word(self, quoted: Briefing) -> Briefing:
        """Return a briefing with those bullets worded of which a wording passes."""
        if not quoted.bullets:
            return quoted
        deadline = monotonic() + self._generator.limits.total
        draft = _Draft()
        for passages in self._parts_of(quoted):
            if draft.failure is not None or monotonic() > deadline:
                break
            self._sum_up(passages, quoted, draft)
        merged = _Draft(dropped=draft.dropped, failure=draft.failure)
        if len(draft.claims) > 1 and draft.failure is None and monotonic() < deadline:
            self._merge(draft.claims, quoted, merged)
        return self._placed(quoted, [*merged.claims, *draft.claims], merged)

    def _parts_of(self, quoted: Briefing) -> Iterator[tuple[Passage, ...]]:
        """Yield the passages of each section that is quoted, those that are quoted first."""
        cited: dict[tuple[str, str], list[str]] = {}
        for bullet in quoted.bullets:
            for number in bullet.citations:
                one = quoted.citation(number)
                cited.setdefault((one.document_id, one.section), []).append(one.passage_id)
        for (document_id, section), ids in list(cited.items())[:_MOST_PARTS]:
            of_section = self._catalog.section_passages(document_id, section)
            ordered = sorted(of_section, key=lambda p: (p.passage_id not in ids, p.ordinal))
            passages = tuple(_bounded(p for p in ordered if not carries_order(p.text)))
            if passages:
                yield passages

    def _sum_up(self, passages: Sequence[Passage], quoted: Briefing, draft: _Draft) -> None:
        evidence = draw_keys(passages, "")
        form = answer_format(self._generator.name)
        messages = part_prompt(evidence, quoted.language, form, count=_STATEMENTS, words=_WORDS)
        checker = ClaimChecker(evidence, quoted.language, self._similarity, addresses=False)
        self._ask(messages, checker, draft)

    def _merge(self, claims: Sequence[CheckedClaim], quoted: Briefing, draft: _Draft) -> None:
        ids = dict.fromkeys(c.passage_id for claim in claims for c in claim.citations)
        passages = tuple(_bounded(self._catalog.passages(list(ids)).values(), most=2))
        evidence = draw_keys(passages, "\n".join(claim.text for claim in claims))
        form = answer_format(self._generator.name)
        messages = merging_prompt(
            [claim.text for claim in claims if claim.text],
            evidence,
            quoted.language,
            form,
            count=len(quoted.bullets),
            words=_WORDS,
        )
        checker = ClaimChecker(evidence, quoted.language, self._similarity, addresses=False)
        self._ask(messages, checker, draft)

    def _ask(self, messages: Sequence[BaseMessage], checker: ClaimChecker, draft: _Draft) -> None:
        """Ask once, and keep what passes."""
        reader = ClaimReader()
        stated = 0
        try:
            for text in self._generator.stream(messages):
                stated += draft.take(reader.feed(text), checker)
                if stated >= self._generator.limits.most_claims:
                    break
            else:
                stated += draft.take(reader.close(), checker)
        except ModelFailure as failure:
            draft.failure = failure
            return
        if stated or reader.said_nothing:
            self._generator.accept()
        else:
            draft.failure = ModelFailure("malformed", "nothing of its briefing can be read")
            self._generator.reject(draft.failure)

    def _placed(self, quoted: Briefing, claims: Sequence[CheckedClaim], draft: _Draft) -> Briefing:
        """Put each statement in the place of the bullet that rests on its sentence."""
        made = quoted
        name = self._generator.name
        for at, part in enumerate(quoted.parts):
            for place, bullet in enumerate(part.bullets):
                claim = next((c for c in claims if _rests_on(c, quoted, bullet)), None)
                if claim is None:
                    continue
                worded = _replaced(made, at, place, claim, f"generator:{name}")
                if made.limit is None or _words(worded) <= made.limit:
                    made = worded
        made = renumber(made)
        return replace(
            made,
            notices=(*made.notices, *self._told(made, draft)),
            generator=name if _is_worded(made) else quoted.generator,
            rejected=Rejected(
                quoted.rejected.claims + len(draft.dropped),
                quoted.rejected.quotes + sum(one.quotes for one in draft.dropped),
            ),
        )

    def _told(self, made: Briefing, draft: _Draft) -> Iterator[Notice]:
        """Yield what a reader should know about the model's share."""
        language, model = made.language, self._generator.name
        if not model and self._generator.finds_itself:
            return  # there is none on this machine, and none was promised
        if not _is_worded(made):
            code = "nothing_left" if draft.failure is None else "model_failed"
            yield Notice(code, say_brief(code, language, model=model))
            return
        yield Notice("worded_by", say_of_model("worded_by", language, model=model))
        if draft.failure is not None:
            yield Notice("broken_off", say_brief("broken_off", language, model=model))
        if draft.dropped:
            code = "statements_removed"
            told = say_of_model(code, language, count=len(draft.dropped))
            yield Notice(code, told)


def _bounded(passages: Iterable[Passage], most: int = 1) -> Iterator[Passage]:
    """Yield what a small model holds; ``most`` times that at most."""
    characters = 0
    for count, passage in enumerate(passages):
        characters += len(passage.text)
        if count and (count >= most * _MOST_PASSAGES or characters > _MOST_CHARACTERS):
            return
        yield passage


def _rests_on(claim: CheckedClaim, quoted: Briefing, bullet: Bullet) -> bool:
    """Tell whether a statement rests on the sentence of a bullet, and on no other section."""
    cited = [quoted.citation(number) for number in bullet.citations]
    return all(
        any(
            one.document_id == own.document_id and one.start < own.end and own.start < one.end
            for own in cited
        )
        for one in claim.citations
    )


def _replaced(made: Briefing, at: int, place: int, claim: CheckedClaim, origin: str) -> Briefing:
    citations: list[Citation] = list(made.citations)
    numbers: list[int] = []
    for citation in claim.citations:
        citations.append(replace(citation, number=len(citations) + 1))
        numbers.append(len(citations))
    part: BriefingPart = made.parts[at]
    bullet = Bullet(
        text=claim.text,
        language=made.language,
        origin=origin,
        kind="worded",
        role=part.bullets[place].role,
        citations=tuple(numbers),
    )
    bullets = (*part.bullets[:place], bullet, *part.bullets[place + 1 :])
    parts = (*made.parts[:at], replace(part, bullets=bullets), *made.parts[at + 1 :])
    return replace(made, parts=parts, citations=tuple(citations))


def _words(made: Briefing) -> int:
    return sum(count_words(text) for text in read_texts(made))


def _is_worded(made: Briefing) -> bool:
    return any(bullet.kind == "worded" for bullet in made.bullets)
