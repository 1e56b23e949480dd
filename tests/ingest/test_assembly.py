"""Whole documents: nothing is lost between the file and its passages, all reads back."""

from __future__ import annotations

import hashlib
import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.canonical import raw_span
from corpus.encoder import load_encoder, load_language_classifier
from corpus.records import Document, Metadata
from corpus.text import visible, words
from ingest.assembly import Source, assemble
from ingest.readers import RawFile

THESIS = (
    "BAB I\n\nPENDAHULUAN\n\n1.1 Latar Belakang\n\nPamaréntah Kota Jakarta ngajalin gawé bareng "
    "*sister city* sareng Kota Tokyo ti taun 1989. Éta gawé bareng dianggap éféktif. lamun "
    "ditilik tina sudut pandang kualitatif. (Mukti, 2013)\n\n1.2 Tujuan\n\nTujuanana nyaéta:\n"
    "1. ngaronjatkeun palayanan;\n2. ngabandingkeun kota – kota séjén.\n"
)

pieces = st.lists(
    st.sampled_from(
        [
            *("*", "**", "_", " ", "\t", "\n", "\n\n", "\r\n", "\f", "# Satu\n", "\n1.1 Latar\n"),
            *(
                "1. ",
                "- ",
                "kota ",
                "Kota ",
                "yang",
                "é",
                "e\u0301",
                ". ",
                ".\n",
                "? ",
                ":\n",
                "5 * 3 ",
            ),
            *(
                "(Mukti, 2013)",
                "\nABSTRAK\n",
                "\nABSTRACT\n",
                "\u00ad",
                "\u200b",
                "“",
                "”",
                "a*b*c",
            ),
            *("snake_case_name ", "et al. ", "17,3% ", "The city is large. ", "Kota téh ageung. "),
        ]
    ),
    max_size=30,
).map("".join)


def made(*raws: str) -> Document:
    files = tuple(
        RawFile(f"{n}.txt", hashlib.sha256(raw.encode()).hexdigest(), "utf-8", raw)
        for n, raw in enumerate(raws)
    )
    probabilities = load_language_classifier().probabilities
    return assemble(Source("naskah", Metadata("Naskah"), files), load_encoder(), probabilities)


def bare(text: str) -> str:
    return re.sub(r"[\s*_#=-]", "", visible(text))


@given(pieces, pieces)
@settings(deadline=None, max_examples=60)
def test_everything_reads_back(one: str, other: str) -> None:
    document = made(one, other)
    assert bare(document.text) == bare(one) + bare(other)
    files = {file.name: file for file in document.files}
    for passage in document.passages:
        file = files[passage.file]
        for part in (passage, *passage.sentences):
            assert document.text[part.start : part.end] == part.text != ""
            assert bare(file.text[part.raw_start : part.raw_end]) == bare(part.text)
            back = raw_span(file.segments, part.start, part.end)
            assert (back.start, back.end) == (part.raw_start, part.raw_end)
            assert file.start <= part.start <= part.end <= file.end


@given(pieces)
@settings(deadline=None, max_examples=60)
def test_sections_and_passages_lose_no_sentence(raw: str) -> None:
    document = made(raw)
    for section in document.sections:
        held = [p for p in document.passages if p.section == section.section_id]
        assert [p.ordinal for p in held] == list(range(1, len(held) + 1))
        text = bare("".join(s.text for p in held for s in p.sentences))
        assert text == bare(document.text[section.start : section.end])
        for passage in held:
            assert [s.ordinal for s in passage.sentences] == list(range(len(passage.sentences)))
            assert passage.passage_id == f"naskah/{section.section_id}/{passage.ordinal}"
    starts = [sentence.start for p in document.passages for sentence in p.sentences]
    assert starts == sorted(set(starts))


def test_each_file_has_its_share() -> None:
    document = made("- satu\n- dua", "- tiga\n- empat")
    assert document.text == "- satu\n- dua\n\n- tiga\n- empat"
    shares = [document.text[file.start : file.end] for file in document.files]
    assert shares == ["- satu\n- dua", "- tiga\n- empat"]
    assert [section.section_id for section in document.sections] == ["body", "body-2"]


@pytest.mark.parametrize(
    "other",
    [
        unicodedata.normalize("NFD", THESIS),
        THESIS.replace("\n", "\r\n"),
        THESIS.replace("a", "a\u200b"),
        re.sub(r"(?<=[a-z])(?=[a-z]{3})", "\u00ad", THESIS),
        THESIS.replace(" ", "\u00a0"),
        THESIS.replace(" ditilik", "\n\nditilik"),
        "\ufeff" + THESIS,
    ],
)
def test_spellings_of_one_text_make_the_same_passages(other: str) -> None:
    """B10."""
    one, found = made(THESIS), made(other)
    assert [s.section_id for s in found.sections] == ["1", "1.1", "1.2"]
    assert [p.passage_id for p in found.passages] == [p.passage_id for p in one.passages]
    for mine, theirs in zip(one.passages, found.passages, strict=True):
        assert words(mine.text) == words(theirs.text)
        assert len(mine.sentences) == len(theirs.sentences)
        assert [s.cited_works for s in mine.sentences] == [s.cited_works for s in theirs.sentences]


def test_the_condition_stays_with_its_statement() -> None:
    sentences = [s.text for p in made(THESIS).passages for s in p.sentences]
    assert sentences[1] == (
        "Éta gawé bareng dianggap éféktif. lamun ditilik tina sudut pandang kualitatif. "
        "(Mukti, 2013)"
    )
    assert len(sentences) == 5


def test_a_citation_may_cover_the_sentences_before_it_in_its_paragraph() -> None:
    raw = "Satu. Dua (A, 2001). Tiga. Empat (B, 2002; C, 2003). Lima.\n\nEnam. Tujuh (D, 2004)."
    cited = [
        [(work.work, work.scope) for work in sentence.cited_works]
        for passage in made(raw).passages
        for sentence in passage.sentences
    ]
    assert cited == [
        [("A, 2001", "possibly")],
        [("A, 2001", "this_sentence")],
        [("B, 2002", "possibly"), ("C, 2003", "possibly")],
        [("B, 2002", "this_sentence"), ("C, 2003", "this_sentence")],
        [],
        [("D, 2004", "possibly")],
        [("D, 2004", "this_sentence")],
    ]


def test_a_section_of_20_000_sentences_is_made_quickly() -> None:
    raw = "Kota Jakarta bekerja sama dengan Kota Tokyo sejak lama. " * 20_000
    started = time.perf_counter()
    document = made(raw)
    assert time.perf_counter() - started < 5
    assert sum(len(passage.sentences) for passage in document.passages) == 20_000
    assert all(60 <= len(passage.text.split()) <= 120 for passage in document.passages)
