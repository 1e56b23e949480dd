"""An honest stand-in for the assistant and the shelf: a real page of the thesis, tiny rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.records import Answer, Citation, Claim, Evidence, Notice, QuoteVersion
from corpus.errors import SitirError
from corpus.language import Language
from corpus.records import CitedWork, Metadata, Passage, Sentence
from ui.room import Room

if TYPE_CHECKING:
    pass

TITLE = "IMPLEMENTASI PROGRAM PERTUKARAN TENAGA KERJA LINGKUP PEMERINTAHAN KOTA JAKARTA DAN TOKYO"
MOU = (
    "Pada tanggal 23 Oktober 1989, Gubernur Jakarta Wiyogo Atmodarminto bersama dengan Ketua DPR "
    "Tokyo Shunichi Suzuki meresmikan perjanjian kerja sama sister city melalui dokumen pernyataan "
    "bersama atau Memorandum of Understanding. (Parama, 2021)"
)
MOU_EN = (
    "On 23 October 1989, the Governor of Jakarta, Wiyogo Atmodarminto, together with Shunichi "
    "Suzuki formalised the sister city agreement through a Memorandum of Understanding."
)
MOU_SU = (
    "Dina tanggal 23 Oktober 1989, Gubernur Jakarta Wiyogo Atmodarminto sareng Shunichi Suzuki "
    "ngaresmikeun pasatujuan gawé bareng sister city ngalangkungan Memorandum of Understanding."
)
MOST = (
    "Kota Jakarta masih menjadi kota yang melakukan penerapan kerja sama sister city terbanyak di "
    "Indonesia, dimana Jakarta berhasil menjalin kerja sama dengan 21 kota lainnya di dunia dan "
    "salah satunya adalah dengan Kota Tokyo, Jepang."
)
TREATY = (
    "Negara Indonesia dan Jepang secara resmi menjalin hubungan diplomatik pasca penandatanganan "
    "traktat damai dan perampasan perang pada 20 Januari 1958."
)
BEFORE = (MOST, TREATY)
AFTER = (
    "Salah satu bentuk program kerja sama yang dirumuskan adalah program pertukaran staff:",
    "(1) Kota Jakarta dan Kota Tokyo merupakan kota metropolitan besar;",
    "(2) Kota Jakarta dan Kota Tokyo merupakan pusat ekonomi, bisnis, dan budaya.",
)
QUESTIONS: dict[Language, str] = {
    "id": "Kapan MoU sister city Jakarta dan Tokyo diresmikan dan oleh siapa?",
    "en": "When was the sister city MoU formalised, and by whom?",
    "su": "Iraha MoU sister city Jakarta sareng Tokyo diresmikeun sareng ku saha?",
}
OFF_CORPUS: dict[Language, str] = {
    "id": "Bagaimana cara memasak rendang?",
    "en": "What is the weather today?",
    "su": "Saha présidén ayeuna?",
}
FRAMES: dict[Language, str] = {
    "id": "Naskah menyatakan:",
    "en": "The thesis says (in Indonesian):",
    "su": "Numutkeun naskah (dina basa Indonésia):",
}
VERSION_FRAMES: dict[Language, str] = {
    "en": "Unofficial English translation:",
    "su": "Tarjamahan teu resmi kana basa Sunda:",
}
SILENCE: dict[Language, str] = {
    "id": "Naskah ini tidak membahas hal itu.",
    "en": "The thesis does not speak of that.",
    "su": "Ieu naskah henteu nyarioskeun perkawis éta.",
}


def passage_of(texts: tuple[str, ...], ordinal: int, start: int, paragraph: int) -> Passage:
    """Make a passage of section 1.1 whose sentences are ``texts``."""
    sentences = []
    at = start
    for index, text in enumerate(texts):
        kind = "list_item" if text.startswith("(") else "prose"
        sentences.append(
            Sentence(index, at, at + len(text), at, at + len(text), paragraph, text, kind)
        )
        at += len(text) + 1
    whole = " ".join(texts)
    passage_id = f"jakarta-tokyo/1.1/{ordinal}"
    return Passage(
        passage_id=passage_id,
        document_id="jakarta-tokyo",
        section="1.1",
        ordinal=ordinal,
        heading="1.1 Latar Belakang",
        path=("BAB I PENDAHULUAN", "1.1 Latar Belakang"),
        language="id",
        file="chapter-1.txt",
        start=start,
        end=start + len(whole),
        raw_start=start,
        raw_end=start + len(whole),
        text=whole,
        sentences=tuple(sentences),
        group=passage_id,
    )


def section() -> tuple[Passage, ...]:
    """Return a section of three passages in two paragraphs."""
    first = passage_of(BEFORE, 0, 100, 4)
    second = passage_of((MOU,), 1, first.end + 1, 4)
    filler = passage_of(tuple(f"{text} {BEFORE[0]}" for text in AFTER), 2, second.end + 1, 5)
    return first, second, filler


@dataclass(frozen=True)
class FakeHeld:
    document_id: str
    metadata: Metadata


@dataclass(frozen=True)
class FakeTurn:
    question: str
    answer_json: dict[str, Any]


@dataclass
class FakeShelf:
    """Keeps conversations in memory, and refuses a visitor another's."""

    passages: tuple[Passage, ...] = field(default_factory=section)
    title: str = TITLE
    kept: dict[str, tuple[str, list[FakeTurn]]] = field(default_factory=dict)

    def documents(self) -> tuple[FakeHeld, ...]:
        held: dict[Language, tuple[str, ...]] = {
            "id": ("abstrak", "BAB I"),
            "en": ("abstract", "Chapter I"),
            "su": ("ringkesan", "BAB I"),
        }
        return (FakeHeld("jakarta-tokyo", Metadata(title=self.title, held=held, chapters=(1,))),)

    def section_passages(self, document_id: str, section_id: str) -> tuple[Passage, ...]:
        return tuple(
            item
            for item in self.passages
            if (item.document_id, item.section) == (document_id, section_id)
        )

    def start_conversation(self, visitor_id: str) -> str:
        conversation_id = f"conversation-{len(self.kept)}"
        self.kept[conversation_id] = (visitor_id, [])
        return conversation_id

    def add_turn(
        self,
        conversation_id: str,
        visitor_id: str,
        question: str,
        answer_json: Mapping[str, Any],
    ) -> None:
        self._of(conversation_id, visitor_id).append(
            FakeTurn(question, json.loads(json.dumps(answer_json)))
        )

    def turns(self, conversation_id: str, visitor_id: str) -> tuple[FakeTurn, ...]:
        return tuple(self._of(conversation_id, visitor_id))

    def _of(self, conversation_id: str, visitor_id: str) -> list[FakeTurn]:
        owner, turns = self.kept.get(conversation_id, ("", []))
        if owner != visitor_id:
            raise SitirError(f"no conversation {conversation_id!r}")
        return turns


def language_of(question: str) -> Language:
    """Tell the language as far as these tests need it."""
    first = question.lower().split()[:1]
    if first and first[0] in {"iraha", "saha", "naon"}:
        return "su"
    return "en" if first and first[0] in {"when", "what", "which", "how"} else "id"


def citation_of(passage: Passage, number: int = 1) -> Citation:
    """Cite the whole passage."""
    return Citation(
        number=number,
        passage_id=passage.passage_id,
        document_id=passage.document_id,
        section=passage.section,
        heading=passage.heading,
        paragraph=passage.sentences[0].paragraph,
        language=passage.language,
        quote=passage.text,
        file=passage.file,
        start=passage.start,
        end=passage.end,
        raw_start=passage.raw_start,
        raw_end=passage.raw_end,
        versions=(QuoteVersion("en", MOU_EN, "project"), QuoteVersion("su", MOU_SU, "project")),
        cited_works=(
            CitedWork("Parama, 2021", "this_sentence"),
            CitedWork("Situmorang, 2018", "possibly"),
        ),
    )


@dataclass
class FakeAnswerer:
    """Quotes the MoU passage for a question with ``mou`` in it, abstains from all others."""

    shelf: FakeShelf
    asked: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    fails_with: Exception | None = None

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        history: tuple[tuple[str, str], ...] = (),
    ) -> Answer:
        self.asked.append((question, tuple(history)))
        if self.fails_with is not None:
            raise self.fails_with
        spoken = language or language_of(question)
        cited = self.shelf.passages[1]
        evidence = tuple(
            Evidence(p.passage_id, p.document_id, p.section, p.heading, p.language, 0.4, p.text)
            for p in self.shelf.passages
        )
        if "mou" not in question.lower():
            return Answer(
                question=question,
                question_language=spoken,
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
        return Answer(
            question=question,
            question_language=spoken,
            language=spoken,
            text=claim,
            notices=(Notice("note", "…"),) if "!" in question else (),
            claims=(Claim(claim, (1,)),),
            citations=(citation_of(cited),),
            evidence=evidence,
        )

    def starter_questions(self, language: Language) -> tuple[str, ...]:
        return (QUESTIONS[language], OFF_CORPUS[language])


def fake_room() -> tuple[Room, FakeAnswerer, FakeShelf]:
    """Return a room with its two inhabitants."""
    shelf = FakeShelf()
    answerer = FakeAnswerer(shelf)
    return Room(answerer, shelf), answerer, shelf
