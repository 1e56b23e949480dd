"""The catalog gives back what it was given, and counts words rightly."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from store_fakes import HashEncoder, Nursery, entries_of, make_document

from corpus.catalog import Catalog
from corpus.errors import UnknownConversationError, UnknownDocumentError, UnknownPassageError
from corpus.language import LANGUAGES
from corpus.records import Document


@pytest.fixture
def catalog(tmp_path: Path) -> object:
    made = Catalog.open(tmp_path, create=True)
    yield made
    made.close()


def put(catalog: Catalog, document: Document) -> None:
    encoder = HashEncoder()
    entries = entries_of(document)
    catalog.replace_document(
        document,
        entries,
        encoder.encode_passages([entry.text for entry in entries]),
        encoder=encoder.name,
        digest=encoder.digest,
    )


def test_a_document_comes_back_equal(catalog: Catalog) -> None:
    first, second = make_document("b", 5), make_document("a", 3)
    put(catalog, first)
    put(catalog, second)
    assert catalog.document("b") == first
    assert catalog.canonical_text("b") == first.text
    assert catalog.content_hash("b") == first.content_hash
    assert catalog.content_hash("none") is None
    assert catalog.sections("b") == first.sections
    assert catalog.document_passages("b") == first.passages
    assert catalog.section_passages("b", "1.1") == first.passages
    assert catalog.section_passages("b", "9") == ()
    summaries = catalog.documents()
    assert [one.document_id for one in summaries] == ["a", "b"]
    assert summaries[1].metadata == first.metadata
    assert (summaries[1].sections, summaries[1].passages) == (1, 5)
    assert summaries[1].words == len(first.text.split()) > 0
    assert summaries[1].languages == ("id",)
    assert summaries[1].added_at.utcoffset() is not None


def test_a_document_of_nothing_comes_back_equal(catalog: Catalog) -> None:
    empty = make_document("a", 0)
    put(catalog, empty)
    assert catalog.document("a") == empty


def test_passages_come_in_the_order_asked(catalog: Catalog) -> None:
    document = make_document("a", 5)
    put(catalog, document)
    ids = ["a/1.1/3", "none", "a/1.1/0", "a/1.1/3"]
    found = catalog.passages(ids)
    assert list(found) == ["a/1.1/3", "a/1.1/0"]
    assert found["a/1.1/3"] == document.passages[3]
    assert catalog.passage("a/1.1/2") == document.passages[2]
    with pytest.raises(UnknownPassageError, match="'none'"):
        catalog.passage("none")
    with pytest.raises(UnknownDocumentError, match="held: a"):
        catalog.document("b")
    with pytest.raises(UnknownDocumentError):
        catalog.canonical_text("b")


def test_entries_come_back_equal_with_vectors_and_words(catalog: Catalog) -> None:
    document = make_document("a", 700)
    put(catalog, document)
    entries = entries_of(document)
    found = catalog.entries([entry.entry_id for entry in reversed(entries)])
    assert list(found.values()) == list(reversed(entries))
    words = catalog.vocabulary().words
    numbers = catalog.entry_words([entries[0].entry_id, "none"])
    assert [words[number] for number in numbers[entries[0].entry_id]] == list(entries[0].words)
    assert list(numbers) == [entries[0].entry_id]
    encoder = HashEncoder()
    parts = list(catalog.vectors(encoder.digest, "en", batch=300))
    assert [len(part.entry_ids) for part in parts] == [300, 300, 100]
    texts = [found[entry_id].text for part in parts for entry_id in part.entry_ids]
    vectors = np.concatenate([part.vectors for part in parts])
    assert np.array_equal(vectors, encoder.encode_passages(texts))
    assert list(catalog.vectors("another", "en")) == []


def assert_counted(catalog: Catalog, *documents: Document) -> None:
    """Compare the word statistics with a count over the documents."""
    vocabulary = catalog.vocabulary()
    assert vocabulary.df.shape == (len(vocabulary.words), len(LANGUAGES))
    held = [entry for document in documents for entry in entries_of(document)]
    wanted = Counter((word, e.language) for e in held for word in dict.fromkeys(e.words))
    found = {
        (word, language): int(count)
        for word, row in zip(vocabulary.words, vocabulary.df, strict=True)
        for language, count in zip(LANGUAGES, row, strict=True)
        if count
    }
    assert found == wanted
    by_language = Counter(entry.language for entry in held)
    assert vocabulary.entries_per_language == tuple(by_language[one] for one in LANGUAGES)
    number = {word: place for place, word in enumerate(vocabulary.words)}
    for word in dict.fromkeys(word for word, _ in wanted):
        hits = catalog.postings({key: [number[word]] for key in LANGUAGES}, limit=10_000)
        assert sorted(hit.entry_id for hit in hits) == sorted(
            entry.entry_id for entry in held if word in entry.words
        )


def test_word_statistics_follow_every_change(catalog: Catalog) -> None:
    first, second = make_document("a", 4), make_document("b", 6, " lain")
    put(catalog, first)
    assert_counted(catalog, first)
    put(catalog, second)
    assert_counted(catalog, first, second)
    size = len(catalog.vocabulary().words)
    for number in range(5):
        first = make_document("a", 3, f" edisi x{number}y")
        put(catalog, first)
        assert_counted(catalog, first, second)
    assert len(catalog.vocabulary().words) <= size + 6
    catalog.remove_document("b")
    assert_counted(catalog, first)


def test_postings_are_bounded_and_filtered(catalog: Catalog) -> None:
    put(catalog, make_document("a", 4))
    put(catalog, make_document("b", 4))
    words = catalog.vocabulary().words
    common, rare = words.index("jakarta"), words.index("b")
    found = catalog.postings({"id": [rare, common]}, limit=6)
    assert [hit.word_id for hit in found] == [rare] * 4 + [common] * 2
    assert {hit.language for hit in found} == {"id"}
    both = catalog.postings({"en": [common], "id": [rare, common]}, limit=1)
    assert [(hit.language, hit.word_id) for hit in both] == [("en", common), ("id", rare)]
    only = catalog.postings({"id": [common]}, document_ids=["b"], limit=99)
    assert [hit.passage_id for hit in only] == [f"b/1.1/{number}" for number in range(4)]
    assert catalog.postings({"id": [common]}, limit=0) == ()
    assert catalog.postings({"id": [10**6]}, limit=5) == ()
    assert catalog.postings({}, limit=5) == ()


def test_generation_rises_with_each_change_of_documents(catalog: Catalog) -> None:
    assert catalog.generation() == 0
    put(catalog, make_document("a"))
    assert catalog.generation() == 1
    catalog.start_conversation("visitor")
    assert catalog.generation() == 1
    catalog.remove_document("a")
    assert catalog.generation() == 2


def test_entries_that_do_not_fit_are_refused(catalog: Catalog) -> None:
    document = make_document("a", 2)
    entries = entries_of(document)
    vectors = np.zeros((4, 8), dtype=np.float32)
    with pytest.raises(ValueError, match="as many vectors"):
        catalog.replace_document(document, entries, vectors[:3], encoder="e", digest="d")
    with pytest.raises(ValueError, match="not finite"):
        catalog.replace_document(document, entries, vectors + np.nan, encoder="e", digest="d")
    with pytest.raises(ValueError, match="without a passage"):
        catalog.replace_document(
            document, entries_of(make_document("b", 2)), vectors, encoder="e", digest="d"
        )
    assert catalog.documents() == ()


def test_conversations_belong_to_their_visitor(catalog: Catalog) -> None:
    mine = catalog.start_conversation("me")
    question = "Kapan MoU sister city\n Jakarta dan Tokyo diresmikan dan oleh siapa, " * 3
    first = catalog.add_turn(mine, "me", question, {"text": "1958", "claims": [{"n": 1}]})
    second = catalog.add_turn(mine, "me", "lalu?", {})
    assert catalog.turns(mine, "me") == (first, second)
    assert (first.ordinal, second.ordinal) == (0, 1)
    (summary,) = catalog.conversations("me")
    assert summary.title.startswith("Kapan MoU sister city Jakarta")
    assert summary.title.endswith("…")
    assert len(summary.title) <= 80
    assert summary.turns == 2
    assert catalog.conversations("you") == ()
    for attempt in (
        lambda: catalog.turns(mine, "you"),
        lambda: catalog.add_turn(mine, "you", "?", {}),
        lambda: catalog.turns("none", "me"),
    ):
        with pytest.raises(UnknownConversationError, match="start a new one"):
            attempt()


def test_turns_of_many_threads_and_another_process_are_all_kept(
    catalog: Catalog, tmp_path: Path
) -> None:
    mine = catalog.start_conversation("me")

    def talk() -> None:
        for _ in range(10):
            catalog.add_turn(mine, "me", "q", {"text": "a"})

    with Nursery(tmp_path / "log") as nursery:
        nursery.start("talking", tmp_path)
        threads = [threading.Thread(target=talk) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert nursery.wait() == 0
    assert [turn.ordinal for turn in catalog.turns(mine, "me")] == list(range(60))
    assert [one.turns for one in catalog.conversations("child")] == [20]
