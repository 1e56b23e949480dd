"""A page of the thesis, small enough to know by heart: its passages, questions and versions."""

from __future__ import annotations

from dataclasses import replace

from assistant.records import Citation, QuoteVersion
from corpus.canonical import MappedText
from corpus.language import Language
from corpus.records import (
    CitedWork,
    Document,
    Metadata,
    Passage,
    Section,
    Sentence,
    SourceFile,
    Version,
)

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
    second = replace(
        passage_of((MOU,), 1, first.end + 1, 4),
        versions=(
            Version("en", MOU_EN, "project", 0),
            Version("su", MOU_SU, "project", 0),
        ),
    )
    filler = passage_of(tuple(f"{text} {BEFORE[0]}" for text in AFTER), 2, second.end + 1, 5)
    return first, second, filler


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


def document(passages: tuple[Passage, ...], title: str = TITLE) -> Document:
    """Return the document that the passages stand in; its file sets *sister city* in italics."""
    start = passages[0].start
    text = "x" * (start - 1) + " " + " ".join(item.text for item in passages)
    raw = text.replace("sister city", "*sister city*")
    mapped = MappedText.of(raw).cleaned()
    file = SourceFile("chapter-1.txt", 0, "", "utf-8", raw, 0, len(mapped.text), mapped.segments(0))
    return Document("jakarta-tokyo", Metadata(title), "1", mapped.text, (file,), (), passages)


def sections(passages: tuple[Passage, ...]) -> tuple[Section, ...]:
    """Return the section of the passages and one after it."""
    path = passages[0].path
    here = Section(
        "1.1", path[-1], 1, 1, "id", "chapter-1.txt", path, passages[0].start, passages[-1].end
    )
    end = passages[-1].end
    after = Section(
        "1.2", "1.2 Rumusan Masalah", 1, 2, "id", "chapter-1.txt", path, end + 1, end + 9
    )
    return here, after
