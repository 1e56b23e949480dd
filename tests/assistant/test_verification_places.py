"""Statements that hold the words of their source in other places."""

import pytest

from assistant.verification import SourceText, Verdict, verify_statement
from assistant.word_similarity import EncodedSimilarity
from corpus.encoder import load_bundled
from corpus.language import Language

SIMILARITY = EncodedSimilarity(load_bundled())
CITIES = (
    "Kota Bandung menjalin kerja sama dengan Kota Braunschweig, Jerman pada 24 Mei 1960. "
    "Pada tahun 1990 terdapat 47 kota yang tercatat pernah memiliki hubungan sister city."
)
SIGNED = (
    "Pada 12 Maret 1974, Bupati Garut Hasan Wiratmaja menandatangani piagam dengan Wali Kota "
    "Nagoya Kenji Morita. Piagam itu berlaku sejak 5 Juli 1976. "
    "Ekspor teh turun, sedangkan ekspor kopi naik hampir dua kali lipat. "
    "Kopi dijual ke Jepang dan Jerman."
)
BUILT = (
    "Pada tahun 2003 sungai dikeruk oleh PT Morita, dan pada tahun 2008 jembatan dibangun "
    "oleh PT Wiratmaja. Banjir disebabkan oleh pendangkalan sungai. "
    "Tidak semua warga setuju. Upah lebih menentukan daripada pujian."
)


def verdict(
    statement: str, source: str, language: Language = "id", source_language: Language = "id"
) -> Verdict:
    return verify_statement(statement, language, [SourceText(source_language, source)], SIMILARITY)


@pytest.mark.parametrize(
    ("statement", "source", "language"),
    [
        ("Bupati Nagoya Hasan Wiratmaja menandatangani piagam.", SIGNED, "id"),
        ("Hasan Wiratmaja, the Mayor of Nagoya, signed the charter.", SIGNED, "en"),
        ("Piagam itu berlaku sejak 12 Maret 1974.", SIGNED, "id"),
        ("Piagam itu berlaku hingga 5 Juli 1976.", SIGNED, "id"),
        ("Ekspor kopi turun hampir dua kali lipat.", SIGNED, "id"),
        ("Ekspor kopi naik dua kali lipat.", SIGNED, "id"),
        ("Teh dijual ke Jepang dan Jerman.", SIGNED, "id"),
        ("Jembatan dibangun pada tahun 2003.", BUILT, "id"),
        ("Jembatan dibangun pada tahun 2008 oleh PT Morita.", BUILT, "id"),
        ("Pendangkalan sungai disebabkan oleh banjir.", BUILT, "id"),
        ("Pujian lebih menentukan daripada upah.", BUILT, "id"),
        ("Semua warga setuju.", BUILT, "id"),
        ("Terdapat >47 kota yang tercatat pernah memiliki hubungan sister city.", CITIES, "id"),
        ("Terdapat 47a kota yang tercatat pernah memiliki hubungan sister city.", CITIES, "id"),
        (
            "Terdapat 4\u20e07 kota yang tercatat pernah memiliki hubungan sister city.",
            CITIES,
            "id",
        ),
    ],
)
def test_the_words_of_the_source_in_other_places_are_not_supported(
    statement: str, source: str, language: Language
) -> None:
    assert not verdict(statement, source, language).supported


@pytest.mark.parametrize(
    ("statement", "source", "language"),
    [
        ("Piagam ditandatangani pada 12 Maret 1974 dan berlaku sejak 5 Juli 1976.", SIGNED, "id"),
        ("Kenji Morita adalah Wali Kota Nagoya yang menandatangani piagam.", SIGNED, "id"),
        ("Kopi dijual ke Jerman dan Jepang.", SIGNED, "id"),
        ("The bridge was built in 2008 by PT Wiratmaja.", BUILT, "en"),
        ("Sungai dikeruk pada tahun 2003 oleh PT Morita.", BUILT, "id"),
        ("Banjir itu disebabkan pendangkalan sungai.", BUILT, "id"),
        ("Jembatan dibangun pada tahun 2008, dan tidak semua warga setuju.", BUILT, "id"),
    ],
)
def test_what_is_said_in_another_order_or_joined_is_supported(
    statement: str, source: str, language: Language
) -> None:
    assert verdict(statement, source, language).problems == ()
