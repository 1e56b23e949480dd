"""How a check reads a text, folds quotes, aligns them and reads what is said of their place."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.alignment import align
from assistant.checking.bare import without_references
from assistant.checking.folding import fold_quoted
from assistant.checking.places import read_claims
from assistant.checking.quotes import find_quotes, split_parts
from assistant.checking.reading import read_blocks

WORKS = ("Mukti, 2013", "Situmorang, 2018")
CLAIMS = [
    ("(BAB I, 1.4.2)", [("section", "1.4.2"), ("chapter", "1")]),
    ("in the abstract, the author says", [("abstract", "")]),
    ("numutkeun ringkesan", [("abstract", "")]),
    ("menurut Situmorang (2018),", [("work", "Situmorang, 2018")]),
    ("dalam bagian 1.2, paragraf 3,", [("section", "1.2"), ("paragraph", "3")]),
    ("(1.2; Mukti, 2013)", [("section", "1.2"), ("work", "Mukti, 2013")]),
    ("in chapter two", [("chapter", "2")]),
    ("(hlm. 14)", [("page", "14")]),
    ("pada 17.5 persen", []),
    ("(2.5 juta orang)", []),
    ("an abstract idea", []),
    ("menurut Keohane (1984)", []),
]
BARE = [
    ("Menurut Situmorang (2018), negara berubah.", "negara berubah."),
    ("Negara berubah (Situmorang, 2018).", "Negara berubah ."),
    ("Dalam bagian 1.3, program dibahas.", "program dibahas."),
    ("In chapter one, 21 cities are named.", "21 cities are named."),
    ("Bagian 1.1 menyebut bahwa 21 kota ada.", "21 kota ada."),
    ("Program ini (tahun 1990) berjalan.", "Program ini (tahun 1990) berjalan."),
]


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_what_is_said_of_a_place(text: str, claims: list[tuple[str, str]]) -> None:
    assert [(claim.kind, claim.value) for claim in read_claims(text, (), WORKS)] == claims


@pytest.mark.parametrize(("text", "bare"), BARE)
def test_a_statement_without_its_references(text: str, bare: str) -> None:
    left = without_references(text, ())
    assert len(left) == len(text)
    assert " ".join(left.split()) == bare


def test_apostrophes_are_no_quotes() -> None:
    assert find_quotes("Jum'at ini students' work and the cities' plans, rock 'n' roll too") == ()


def test_a_mark_that_is_never_closed_hides_no_other_quote() -> None:
    text = 'Ia berkata "tanpa penutup. Lalu “satu dua tiga empat” ada.'
    assert [text[q.start : q.end] for q in find_quotes(text)] == ["satu dua tiga empat"]


def test_parts_lie_between_ellipses() -> None:
    assert [part.text for part in split_parts("satu dua … tiga [...] empat lima. …")] == [
        *("satu dua", "tiga", "empat lima."),
    ]


def test_lines_items_and_quotes_are_blocks() -> None:
    text = "Satu baris\ndilanjutkan.\n\n- butir satu\n- butir dua\n> kutipan\n\n# Judul\n"
    text += "\n1.4.2 Judul bagian\n"
    blocks = read_blocks(text)
    assert [(block.kind, block.text) for block in blocks] == [
        ("prose", "Satu baris dilanjutkan."),
        ("prose", "butir satu"),
        ("prose", "butir dua"),
        ("block_quote", "kutipan"),
    ]


def test_a_sentence_is_not_cut_within_a_quote() -> None:
    (block,) = read_blocks("Ia menulis “Satu dua. Tiga empat.” di sana. Lalu selesai.")
    sentences = [block.text[s.span.start : s.span.end] for s in block.sentences]
    assert sentences == ["Ia menulis “Satu dua. Tiga empat.” di sana.", "Lalu selesai."]


@given(st.text(max_size=200))
def test_folding_reads_back(text: str) -> None:
    folded = fold_quoted(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= s < e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))
    assert fold_quoted(folded.text).text == folded.text


@given(st.text(max_size=300))
def test_blocks_read_back(text: str) -> None:
    for block in read_blocks(text):
        for sentence in block.sentences:
            assert block.text[sentence.span.start : sentence.span.end].strip()
            at = block.given(sentence.span)
            assert 0 <= at.start < at.end <= len(text)


words = st.lists(
    st.sampled_from(["kota", "dua", "Tokyo,", "21", "dan", "–"]), min_size=1, max_size=12
)


@given(words, words, words)
def test_a_part_of_a_text_aligns_with_no_edits(
    before: list[str], quote: list[str], behind: list[str]
) -> None:
    text = " ".join((*before, *quote, *behind))
    found = align(" ".join(quote), text)
    assert found is not None
    assert found.edits == ()
    assert found.score == 1.0


@given(words, words)
def test_edits_turn_the_quote_into_the_text(quote: list[str], text: list[str]) -> None:
    given_text, held = " ".join(quote), " ".join(text)
    found = align(given_text, held)
    if found is None:
        return
    made, at = [], 0
    for edit in found.edits:
        made.append(given_text[at : edit.given.start])
        made.append(f" {held[edit.original.start : edit.original.end]} ")
        at = edit.given.end
    made.append(given_text[at:])
    turned = "".join(made).split()
    # Punctuation at the edges may be the quoting sentence's own.
    wanted = held[found.start : found.end].split()
    assert [w.strip(",–") for w in turned if w != "–"] == [
        w.strip(",–") for w in wanted if w != "–"
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"a ' * 30_000,
        "“a b c ” " * 10_000,
        "((((" * 20_000,
        "> " * 40_000,
        "* " * 40_000,
        "a" * 150_000,
        "… " * 60_000,
        "1.1." * 30_000,
    ],
)
def test_reading_is_quick_whatever_it_is_given(text: str) -> None:
    started = perf_counter()
    for block in read_blocks(text):
        for sentence in block.sentences:
            for quote in sentence.quotes:
                split_parts(block.text[quote.start : quote.end])
    assert perf_counter() - started < 15
