"""What may fill a cell: a method, a finding or a use, of this research and no other."""

from dataclasses import replace

import pytest

from assistant.comparing.kinds import fits
from assistant.comparing.records import Column
from corpus.records import Passage, Sentence
from corpus.sentences import cited_works, plain_sentences


def told(text: str, heading: str = "4.1 Pembahasan") -> tuple[Passage, tuple[Sentence, ...]]:
    """Return a passage of one paragraph under a heading, with its sentences."""
    sentences = tuple(
        replace(s, cited_works=cited_works(s.text)) for s in plain_sentences(text, 0, 1)
    )
    passage = Passage(
        *("x/4.1/1", "x", "4.1", 1, heading, ("BAB IV", heading), "id", "x.txt"),
        *(0, len(text), 0, len(text), text, sentences, "x/4.1/1"),
    )
    return passage, sentences


@pytest.mark.parametrize(
    ("column", "text", "heading"),
    [
        ("method", "Rahayu (2007) memakai metode kualitatif di Pontianak.", "4.1 Pembahasan"),
        ("method", "Penelitian itu memakai metode kualitatif.", "2.2 Penelitian Terdahulu"),
        ("method", "Tujuan penelitian ini adalah menguji metode belajar.", "4.1 Pembahasan"),
        ("findings", "Penelitian ini diharapkan menemukan jalan keluar.", "4.1 Pembahasan"),
        ("findings", "Hasil penelitian menunjukkan hal itu (Rosidi, 2010).", "4.1 Pembahasan"),
        ("findings", "Hasil penelitian ini dapat dipakai warga.", "1.4 Manfaat Praktis"),
        ("relevance", "Health benefits cannot be separated from wages.", "1.1 Background"),
    ],
)
def test_what_is_of_another_kind_or_work_fills_no_cell(
    column: Column, text: str, heading: str
) -> None:
    assert not fits(column, *told(text, heading))


@pytest.mark.parametrize(
    ("column", "text", "heading"),
    [
        ("method", "Penelitian ini memakai metode kualitatif (Sugiyono, 2013).", "3.1 Metode"),
        ("method", "Ieu panalungtikan ngagunakeun métode sajarah.", "3.1 Métode"),
        ("findings", "Hasil penelitian menunjukkan bahwa program itu efektif.", "4.1 Hasil"),
        ("relevance", "Hasil ieu panalungtikan bisa dipaké ku warga.", "4.1 Hasil"),
        ("relevance", "Warga memperbaiki layanan.", "1.4 Kegunaan Praktis"),
    ],
)
def test_what_is_of_the_kind_fills_a_cell(column: Column, text: str, heading: str) -> None:
    assert fits(column, *told(text, heading))
