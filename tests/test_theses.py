"""The theses that tests and benchmarks make up."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.language import LANGUAGES
from ingest.sources import find_sources, read_source
from tests.benchmarks.theses import draw_lengths, draw_theses, write_theses


def test_the_same_seed_gives_the_same_theses(tmp_path: Path) -> None:
    assert draw_theses(30, 3) == draw_theses(30, 3)
    assert draw_theses(30, 3) != draw_theses(30, 4)
    theses = draw_theses(3, 3)
    first, again = (write_theses(tmp_path / name, theses) for name in ("a", "b"))
    for path, same in zip(first, again, strict=True):
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        others = sorted(same.rglob("*")) if same.is_dir() else [same]
        assert [f.read_bytes() for f in files] == [f.read_bytes() for f in others]


def test_theses_are_as_long_as_asked_and_say_what_they_are_about(tmp_path: Path) -> None:
    theses = draw_theses(200, 1)
    assert {thesis.language for thesis in theses} == set(LANGUAGES)
    assert len({thesis.topic.field for thesis in theses}) >= 12
    assert len({thesis.document_id for thesis in theses}) == 200
    few = (*[t for t in theses if not t.plain][:4], next(t for t in theses if t.plain))
    for pages in (5, 40):
        folder = tmp_path / str(pages)
        sources = find_sources(write_theses(folder, few, pages))
        for thesis, source in zip(few, sources, strict=True):
            assert source.document_id == thesis.document_id
            read = read_source(source)
            text = "\n".join(file.text for file in read.files)
            assert read.metadata.title == thesis.title
            assert 0.8 * pages <= len(text.split()) / 250 <= 1.5 * pages
            assert thesis.method.names[thesis.language] in text
            assert thesis.place.names[thesis.language] in text
            assert str(thesis.studied) in text
            assert not re.search(r"[{}]", text)


def test_lengths_are_drawn_from_short_to_long() -> None:
    lengths = draw_lengths(200)
    assert lengths == draw_lengths(200)
    assert 5 <= min(lengths) < 10
    assert 250 < max(lengths) <= 300
    assert draw_lengths(3, 5, 5) == [5, 5, 5]
