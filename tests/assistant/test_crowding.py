"""Fifty thousand passages of one language do not hide those of the others."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.candidates import DENSE_CANDIDATES, LEXICAL_CANDIDATES
from assistant.question import read_question
from assistant.retriever import Retriever
from corpus.entries import document_entries
from corpus.language import LANGUAGES
from corpus.records import Document, Metadata, Passage, Section, Segment, Sentence, SourceFile
from corpus.settings import Settings
from corpus.store import Store
from ingest.splitting import SPLITTER

ADDED = 50_000
SWAPPED = 0.4
QUESTIONS = {
    "id": "Apa kesimpulan tentang program sister city Jakarta dan Tokyo?",
    "en": "What does the abstract conclude about the sister city program?",
    "su": "Naon kacindekan ngeunaan program sister city Jakarta sareng Tokyo?",
}


def indonesian_passages(thesis: Document) -> Document:
    """Return a document of sentences of chapter 1 in which many words changed places."""
    chance = random.Random(0)
    sentences = [
        sentence.text.rstrip(".").split()
        for passage in thesis.passages
        if passage.language == "id"
        for sentence in passage.sentences
        if len(sentence.text.split()) > 8
    ]
    words = sorted({word for sentence in sentences for word in sentence})
    texts: list[str] = []
    for _ in range(ADDED):
        chosen = chance.choice(sentences)[:25]
        mixed = [chance.choice(words) if chance.random() < SWAPPED else word for word in chosen]
        texts.append(" ".join(mixed) + ".")
    text, passages, start = "\n".join(texts), [], 0
    for number, line in enumerate(texts, start=1):
        end = start + len(line)
        place = (start, end, start, end)
        sentence = Sentence(0, *place, paragraph=number, text=line)
        passage_id = f"ramai/1/{number}"
        passages.append(
            Passage(
                *(passage_id, "ramai", "1", number, "Isi", ("Isi",), "id", "ramai.txt"),
                *place,
                text=line,
                sentences=(sentence,),
                group=passage_id,
            )
        )
        start = end + 1
    return Document(
        document_id="ramai",
        metadata=Metadata("Ramai"),
        content_hash="ramai",
        text=text,
        files=(
            SourceFile(
                *("ramai.txt", 0, "0" * 64, "utf-8", text, 0, len(text)),
                segments=(Segment(0, 0, len(text)),),
            ),
        ),
        sections=(Section("1", "Isi", 0, 0, "id", "ramai.txt", ("Isi",), 0, len(text)),),
        passages=tuple(passages),
    )


@pytest.fixture(scope="module")
def crowded(
    built_data_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Retriever, Retriever]]:
    """Return a retriever over the shipped thesis, and one over it and 50,000 passages."""
    data_dir = tmp_path_factory.mktemp("crowded") / "data"
    shutil.copytree(built_data_dir, data_dir)
    with (
        Store.open(Settings(built_data_dir)) as alone,
        Store.open(Settings(data_dir), splitter=SPLITTER) as store,
    ):
        added = indonesian_passages(store.catalog.document("jakarta-tokyo"))
        store.add(added, document_entries(added))
        store.refresh()
        assert store.catalog.count_entries()["id"] > ADDED
        yield Retriever(alone), Retriever(store)


@pytest.mark.parametrize("asked", LANGUAGES)
@pytest.mark.parametrize("language", ["en", "su"])
def test_the_other_languages_are_found_as_before(
    crowded: tuple[Retriever, Retriever], asked: str, language: str
) -> None:
    question = read_question(QUESTIONS[asked])
    alone, among = (
        [
            scored.passage.passage_id
            for scored in retriever.retrieve(question, k=5, languages=(language,)).passages
        ]
        for retriever in crowded
    )
    assert alone
    # What is rare among fifty thousand is not what is rare among fifty: the order may change.
    assert set(alone[:3]) <= set(among)


@pytest.mark.parametrize("asked", LANGUAGES)
def test_every_language_is_among_the_candidates_and_they_are_few(
    crowded: tuple[Retriever, Retriever], asked: str
) -> None:
    found = crowded[1].retrieve(read_question(QUESTIONS[asked]), k=100_000)
    held = [scored.passage for scored in found.passages]
    most = len(LANGUAGES) * (DENSE_CANDIDATES + LEXICAL_CANDIDATES)
    assert len(held) + sum(len(scored.parallels) for scored in found.passages) <= most
    groups = {passage.group for passage in held if passage.document_id == "jakarta-tokyo"}
    assert {"jakarta-tokyo/abstrak/3", "jakarta-tokyo/abstrak/4"} <= groups
    assert sum(passage.document_id == "ramai" for passage in held) >= DENSE_CANDIDATES / 2


def test_a_question_among_fifty_thousand_passages_is_quick(
    crowded: tuple[Retriever, Retriever],
) -> None:
    retriever = crowded[1]
    for question in QUESTIONS.values():
        retriever.retrieve(read_question(question))
    times = [
        found.retrieve_ms + found.rerank_ms
        for question in QUESTIONS.values()
        for found in (retriever.retrieve(read_question(question)),)
    ]
    assert min(times) < 500
