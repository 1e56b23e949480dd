"""The answer in a language model's words, sentence by sentence as each passes.

The extractive answer is made before and stands behind it: it is given when the model fails,
or when nothing of what it says matches the text. What has passed stays; a call that broke
off is never started again unseen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from assistant.citations import quoted_texts
from assistant.extractive import quoted_reading
from assistant.generator import Generator
from assistant.question import Question
from assistant.records import Answer, AnswerPart, Notice
from assistant.retriever import PassageReading
from assistant.verification import verify_quotes
from assistant.word_similarity import WordSimilarity
from assistant.wording.claim_checking import ClaimChecker
from assistant.wording.claim_reading import ClaimReader
from assistant.wording.failures import ModelFailure
from assistant.wording.growing_answer import GrowingAnswer
from assistant.wording.orders import carries_order
from assistant.wording.prompting import KeyedPassage, answer_format, draw_keys, prompt
from assistant.wording.strings import say_of_model
from corpus.catalog import Catalog
from corpus.language import Language
from corpus.records import Passage

__all__ = ["WordedAnswers"]

_MOST_PASSAGES: Final = 6
_DOCUMENT_SHARE: Final = 4
"""Passages of one document at most, where others were found as well."""
_MOST_CHARACTERS: Final = 8_000
"""Of evidence: about two thousand tokens, which small models hold."""


class WordedAnswers:
    """Has a generator word answers; for several threads at once."""

    def __init__(self, generator: Generator, similarity: WordSimilarity, catalog: Catalog) -> None:
        """Word by ``generator`` what stands in ``catalog``."""
        self.generator = generator
        self._similarity = similarity
        self._catalog = catalog

    def write(
        self, question: Question, groups: Sequence[Sequence[PassageReading]], quoted: Answer
    ) -> Iterator[AnswerPart]:
        """Yield the answer as it grows, and last the answer that is done.

        A part comes at every beat, grown or not, so that who reads can leave.

        Args:
            question: The question as read.
            groups: The passages read, best first, each with its parallels.
            quoted: The extractive answer, not one that abstains.
        """
        passages = _evidence(groups)
        if not passages:
            yield AnswerPart(quoted, done=True)
            return
        evidence = draw_keys(passages, question.text)
        form = answer_format(self.generator.name)
        messages = prompt(question.text, evidence, quoted.language, form)
        draft = GrowingAnswer(quoted, self._checker(question, evidence, quoted))
        reader = ClaimReader()
        failure: ModelFailure | None = None
        part = AnswerPart(draft.answer(self.generator.name, incomplete=True), done=False)
        try:
            for text in self.generator.stream(messages):
                passed = len(draft.claims)
                for stated in reader.feed(text):
                    draft.take(stated)
                if len(draft.claims) > passed:
                    grown = draft.answer(self.generator.name, incomplete=True)
                    part = AnswerPart(grown, done=False)
                yield part
                if len(draft.claims) >= self.generator.limits.most_claims:
                    break
            else:
                for stated in reader.close():
                    draft.take(stated)
        except ModelFailure as error:
            failure = error
        if failure is None:
            failure = self._judge(draft, reader)
        yield AnswerPart(self._finished(draft, failure), done=True)

    def _checker(
        self, question: Question, evidence: Sequence[KeyedPassage], quoted: Answer
    ) -> ClaimChecker:
        addresses = "website" in question.types
        return ClaimChecker(evidence, quoted.language, self._similarity, addresses=addresses)

    def _judge(self, draft: GrowingAnswer, reader: ClaimReader) -> ModelFailure | None:
        """Tell the generator whether what it said could be read at all."""
        if draft.stated or reader.said_nothing:
            self.generator.accept()
            return None
        failure = ModelFailure("malformed", "nothing of its answer can be read")
        self.generator.reject(failure)
        return failure

    def _finished(self, draft: GrowingAnswer, failure: ModelFailure | None) -> Answer:
        quoted, name = draft.quoted, self.generator.name
        language = quoted.language
        if draft.claims:
            draft.keep_what_answers()
            made = draft.answer(name, incomplete=failure is not None)
            if failure is not None:
                said = say_of_model("broken_off", language, model=name)
                made = replace(made, notices=(Notice("broken_off", said), *made.notices))
            return self._read_back(made, quoted)
        if failure is None:
            notices = [_nothing_left(draft, name)]
        elif self.generator.finds_itself and not name:
            notices = []  # there is none on this machine, and none was promised
        else:
            notices = [_failed(failure, name, language)]
        return replace(quoted, notices=(*quoted.notices, *notices), rejected=draft.rejected)

    def _read_back(self, made: Answer, quoted: Answer) -> Answer:
        """Return the quoted answer instead if the text was changed in the meantime."""
        texts = quoted_texts(self._catalog, made.citations)
        return quoted if verify_quotes(made.citations, texts).removed else made


def _evidence(groups: Sequence[Sequence[PassageReading]]) -> tuple[Passage, ...]:
    """Return the best passages, in the language in which they are quoted.

    Where several documents were found, no one of them gives more than its share.
    """
    quoted = [quoted_reading(group).passage for group in groups]
    found = [passage for passage in quoted if not carries_order(passage.text)]
    several = len({passage.document_id for passage in found}) > 1
    of_document: Counter[str] = Counter()
    chosen: list[Passage] = []
    characters = 0
    for passage in found:
        of_document[passage.document_id] += 1
        if several and of_document[passage.document_id] > _DOCUMENT_SHARE:
            continue
        characters += len(passage.text)
        if len(chosen) == _MOST_PASSAGES or (chosen and characters > _MOST_CHARACTERS):
            break
        chosen.append(passage)
    return tuple(chosen)


def _failed(failure: ModelFailure, name: str, language: Language) -> Notice:
    said = say_of_model(f"model_{failure.kind}", language, model=name or "auto")
    return Notice("model_failed", said)


def _nothing_left(growing: GrowingAnswer, name: str) -> Notice:
    language, count = growing.quoted.language, growing.dropped
    return Notice("nothing_left", say_of_model("nothing_left", language, model=name, count=count))
