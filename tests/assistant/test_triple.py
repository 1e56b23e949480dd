"""Reading queries, qrels and a corpus, and holding the passages."""

from __future__ import annotations

from pathlib import Path

import pytest
from triple_files import PASSAGES, QUERIES, lines, written

from assistant.evaluating.evaluation import EvaluationError
from assistant.evaluating.temporary_corpus import GivenPassage, temporary_corpus
from assistant.evaluating.triple import load_triple
from corpus.settings import Settings

SETTINGS = Settings(data_dir=Path("/nonexistent/of/no/use"))


def test_every_problem_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    bad = written(
        tmp_path,
        '{"passage_id": "a", "text": "x", "language": "fr"}\n'
        '{"passage_id": "b", "text": "x", "language": "id"}\n'
        '\n["b"]\n{"passage_id": "b", "text": "y", "language": "id"}\n'
        '{"passage_id": "c", "text": "\\ud800", "language": "id"}\n',
        '{"query_id": "", "question": "x"}\n{"query_id": "q"}\n{oops\n',
        "q 0 b\nq 0 b 1.5\nq 0 b 1\nq 0 b 2\n",
    )
    with pytest.raises(EvaluationError) as raised:
        load_triple(bad.queries, bad.qrels, bad.corpus)
    told = str(raised.value)
    for path, line, problem in (
        (bad.corpus, 1, "unknown language 'fr': use one of id, en, su, or leave it out"),
        (bad.corpus, 4, "it is not a JSON object"),
        (bad.corpus, 5, "passage_id 'b' is that of line 2"),
        (bad.corpus, 6, "it has half a character"),
        (bad.queries, 1, "'query_id' is missing or no text"),
        (bad.queries, 2, "'question' is missing or no text"),
        (bad.queries, 3, "it is not JSON"),
        (bad.qrels, 1, "expected 'query_id 0 passage_id grade'"),
        (bad.qrels, 2, "expected 'query_id 0 passage_id grade' with a whole number"),
        (bad.qrels, 4, "'b' has the grade 2 for 'q', and 1 on a line before"),
    ):
        assert f"{path}:{line}: {problem}" in told
    assert len(told.split(f"; {tmp_path}")) == 10


def test_missing_empty_and_binary_files_are_told(tmp_path: Path) -> None:
    missing, empty, binary = tmp_path / "none", tmp_path / "empty", tmp_path / "binary"
    empty.write_text("\n\n")
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(EvaluationError) as raised:
        load_triple(missing, empty, binary)
    told = str(raised.value)
    assert f"cannot read {str(missing)!r}: No such file" in told
    assert f"{str(empty)!r} is empty" in told
    assert f"cannot read {str(binary)!r}: it is not UTF-8" in told


def test_many_problems_are_counted(tmp_path: Path) -> None:
    bad = written(tmp_path, "oops\n" * 50, "oops\n", "oops\n")
    with pytest.raises(EvaluationError, match="and 32 more"):
        load_triple(bad.queries, bad.qrels, bad.corpus)


@pytest.mark.parametrize(
    ("qrels", "problem"),
    [
        ("other 0 a 1", "no query of .* is judged in .*; the first are 'q' and 'other'"),
        ("q 0 other 1", "nothing that .* calls relevant .* 'other', say, is not there"),
        ("q 0 a 0", "no grade is above 0"),
    ],
)
def test_files_that_share_nothing_are_an_error(qrels: str, problem: str, tmp_path: Path) -> None:
    files = written(
        tmp_path, '{"passage_id": "a", "text": "x"}', '{"query_id": "q", "question": "x"}', qrels
    )
    with pytest.raises(EvaluationError, match=problem):
        load_triple(files.queries, files.qrels, files.corpus)


def test_a_language_left_out_is_told_from_the_text(tmp_path: Path) -> None:
    files = written(
        tmp_path,
        lines([{"passage_id": n, "text": text} for n, (_, text, _) in enumerate(PASSAGES[:6])]),
        lines([{"query_id": 1, "question": QUERIES[1][1], "language": None, "more": []}]),
        "1 Q0 0 1\r\n1 Q0 0 1\r\n",
    )
    triple = load_triple(files.queries, files.qrels, files.corpus)
    assert [p.language for p in triple.passages] == ["id", "en", "su"] * 2
    assert [p.passage_id for p in triple.passages][:2] == ["0", "1"]
    assert triple.queries[0].language == "id"
    assert triple.qrels == {"1": {"0": 1}}
    assert triple.told == 7


def test_passages_are_held_exactly_as_they_are_given() -> None:
    given = [GivenPassage(key, text, language) for key, text, language in PASSAGES]  # type: ignore[arg-type]
    steps: list[tuple[int, int]] = []
    with temporary_corpus(SETTINGS, given, progress=lambda *at: steps.append(at)) as corpus:
        folder = corpus.store.settings.data_dir
        catalog = corpus.store.catalog
        (summary,) = catalog.documents()
        document = catalog.document(summary.document_id)
        assert [passage.text for passage in document.passages] == [text for _, text, _ in PASSAGES]
        for passage in document.passages:
            assert document.text[passage.start : passage.end] == passage.text
            for sentence in passage.sentences:
                assert document.text[sentence.start : sentence.end] == sentence.text
        found = corpus.search("A new school opened for the children of fishermen.", language="en")
        assert [one.passage_id for one in found[:2]] == ["school-en", "twin"]
        assert found[0].score == found[1].score
        assert all(one.passage_id != "nothing" for one in corpus.search("béas", language="su"))
        assert corpus.search("") == ()
    assert steps == [(11, 11)]
    assert not folder.exists()
