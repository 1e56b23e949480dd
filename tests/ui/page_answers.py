"""An honest stand-in for the assistant: a real page of the thesis, tiny rules."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from page_thesis import (
    FRAMES,
    MOU_EN,
    MOU_SU,
    OFF_CORPUS,
    QUESTIONS,
    SILENCE,
    VERSION_FRAMES,
    citation_of,
    language_of,
)

from assistant import (
    Answer,
    AnswerPart,
    CheckReport,
    Claim,
    Conflict,
    Difference,
    Evidence,
    Finding,
    Gloss,
    ModelState,
    Notice,
    WordPair,
)
from assistant.checking.records import Counts
from assistant.records import Rejected
from corpus.language import Language
from corpus.records import Passage

PAIRS = {"formalised": "meresmikan", "diresmikeun": "meresmikan"}
WORDED = {
    "en": ("The agreement is dated 23 October 1989.", "It is a Memorandum of Understanding."),
    "id": ("Perjanjian itu bertanggal 23 Oktober 1989.", "Bentuknya nota kesepahaman."),
    "su": ("Pasatujuan éta kaping 23 Oktober 1989.", "Wangunna Memorandum of Understanding."),
}


@dataclass
class FakeAnswerer:
    """Quotes the MoU passage for a question with ``mou`` in it, abstains from all others.

    One with ``kapan?`` in it too has sources that differ. ``model`` is the state of a
    language model, which words the answers while it is ready, ``pause`` seconds a piece.
    """

    passages: Callable[[], tuple[Passage, ...]]
    asked: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    scopes: list[tuple[str, ...] | None] = field(default_factory=list)
    fails_with: Exception | None = None
    model: ModelState = field(default_factory=lambda: ModelState("off"))
    pause: float = 0.0
    closed: int = 0

    @property
    def model_state(self) -> ModelState:
        return self.model

    def stream(
        self,
        question: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
        history: Sequence[tuple[str, str]] = (),
        use_model: bool = True,
    ) -> Iterator[AnswerPart]:
        self.asked.append((question, tuple(history)))
        self.scopes.append(None if document_ids is None else tuple(document_ids))
        if self.fails_with is not None:
            raise self.fails_with
        answer = self.answer(question, language)
        if answer.abstained or self.model.status != "ready" or not use_model:
            yield AnswerPart(answer, done=True)
            return
        try:
            yield from self._worded(answer)
        finally:
            self.closed += 1

    def _worded(self, answer: Answer) -> Iterator[AnswerPart]:
        claims = tuple(Claim(f"{words} [1]", (1,)) for words in WORDED[answer.language])
        for count in range(len(claims) + 1):
            text = " ".join(claim.text for claim in claims[:count])
            part = replace(
                answer,
                claims=claims[:count],
                text=text,
                generator=self.model.name,
                rejected=Rejected(claims=1),
                incomplete=count < len(claims),
            )
            yield AnswerPart(part, done=count == len(claims))
            time.sleep(self.pause)

    def answer(self, question: str, language: Language | None = None) -> Answer:
        """Return the whole answer."""
        spoken = language or language_of(question)
        passages = self.passages()
        cited = passages[1]
        evidence = tuple(
            Evidence(p.passage_id, p.document_id, p.section, p.heading, p.language, 0.4, p.text)
            for p in passages
        )
        if "mou" not in question.lower():
            return Answer(
                question=question,
                question_language=language_of(question),
                language=spoken,
                abstained=True,
                abstain_reason="off_topic",
                text=SILENCE[spoken],
                evidence=evidence,
            )
        claim = f"{FRAMES[spoken]} “{cited.text}” [1]"
        beside: dict[Language, str] = {"en": MOU_EN, "su": MOU_SU}
        if spoken in beside:
            claim += f"\n{VERSION_FRAMES[spoken]} “{beside[spoken]}”"
        differ = "kapan?" in question.lower()
        return Answer(
            question=question,
            question_language=language_of(question),
            language=spoken,
            text=claim,
            notices=(Notice("note", "…"),) if "!" in question else (),
            claims=(Claim(claim, (1,)),),
            citations=(citation_of(cited),),
            conflicts=(Conflict(("April 1958", "20 Januari 1958"), (1,)),) if differ else (),
            evidence=evidence,
        )

    def check(
        self,
        text: str,
        *,
        language: Language | None = None,
        document_ids: Sequence[str] | None = None,
    ) -> CheckReport:
        """Find one altered quote: the whole text."""
        del document_ids
        if self.fails_with is not None:
            raise self.fails_with
        spoken = language or language_of(text)
        finding = Finding(
            start=0,
            end=len(text),
            kind="quote",
            verdict="altered",
            language="id",
            text=text,
            said="…",
            citations=(citation_of(self.passages()[1]),),
            differences=(Difference("replaced", "24 Oktober", "23 Oktober"),),
            remarks=(Notice("goes_on", "…"),),
        )
        return CheckReport(
            language=spoken,
            text_language="id",
            length=len(text),
            findings=(finding,),
            counts=Counts.of([finding]),
        )

    def gloss(self, text: str, source: Language, reader: Language) -> tuple[Gloss, ...]:
        """Gloss every ``kota``."""
        del source
        meant = {"en": "city", "su": "dayeuh", "id": "kota"}[reader]
        found, at = [], text.lower().find("kota ")
        while at >= 0:
            found.append(Gloss(at, at + 4, text[at : at + 4], (meant,), "glossary", "kota"))
            at = text.lower().find("kota ", at + 1)
        return tuple(found)

    def matched_words(
        self, question: str, passage_id: str, start: int | None = None, end: int | None = None
    ) -> tuple[WordPair, ...]:
        """Pair the words that this test knows."""
        passage = next(item for item in self.passages() if item.passage_id == passage_id)
        del start, end
        return tuple(
            WordPair(asked, passage.start + at, passage.start + at + len(met), met)
            for asked, met in PAIRS.items()
            if asked in question.lower() and (at := passage.text.find(met)) >= 0
        )

    def starter_questions(self, language: Language) -> tuple[str, ...]:
        return (QUESTIONS[language], OFF_CORPUS[language])
