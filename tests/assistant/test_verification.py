"""Statements against their sources: what is borne out, and what is altered."""

import pytest

from assistant.records import QuoteVersion
from assistant.verification import SourceText, Verdict, verify_statement
from assistant.word_similarity import EncodedSimilarity
from corpus.encoder import load_bundled
from corpus.language import Language

SIMILARITY = EncodedSimilarity(load_bundled())
CITIES = (
    "Kota Bandung menjalin kerja sama dengan Kota Braunschweig, Jerman pada 24 Mei 1960. "
    "Pada tahun 1990 terdapat 47 kota yang tercatat pernah memiliki hubungan sister city."
)
SHARE = (
    "Program ini menyumbang 17,3 persen dari anggaran sebesar 5 juta rupiah sejak 2014 hingga 2018."
)
AIM = "Penelitian ini bertujuan untuk meningkatkan pelayanan publik di Kota Semarang."
FLOOD = "Banjir dapat menurunkan pendapatan petani jika tanggul tidak diperbaiki."
VIEW = (
    "Menurut Pluijm (2007), diplomasi kota merupakan proses keterlibatan kota dalam hubungan "
    "luar negeri."
)
HOPE = "Temuan penelitian ini diharapkan dapat membantu pemerintah daerah."
ROLES = "Gubernur Jakarta Wiyogo Atmodarminto menerima Wali Kota Tokyo Shunichi Suzuki di Jakarta."


def verdict(
    statement: str, source: str, language: Language = "id", source_language: Language = "id"
) -> Verdict:
    return verify_statement(statement, language, [SourceText(source_language, source)], SIMILARITY)


def codes(
    statement: str, source: str, language: Language = "id", source_language: Language = "id"
) -> set[str]:
    return {
        problem.code for problem in verdict(statement, source, language, source_language).problems
    }


@pytest.mark.parametrize(
    ("statement", "source", "language"),
    [
        (
            "Bandung established cooperation with Braunschweig, Germany, on May 24, 1960.",
            CITIES,
            "en",
        ),
        (
            "Dina 24 Méi 1960, Kota Bandung ngajalin gawé bareng jeung Kota Braunschweig, Jérman.",
            CITIES,
            "su",
        ),
        ("Dalam skripsi ini, Kota Bandung menjalin kerja sama dengan Braunschweig.", CITIES, "id"),
        ("The program contributes 17.3% of the budget of 5 million rupiah.", SHARE, "en"),
        ("This research aims to improve public service in Semarang.", AIM, "en"),
        ("Banjir bisa menurunkan pendapatan petani jika tanggul tidak diperbaiki.", FLOOD, "id"),
        (
            "According to Pluijm (2007), city diplomacy is a process of involvement of cities.",
            VIEW,
            "en",
        ),
        ("Diplomasi kota merupakan proses keterlibatan kota (Pluijm, 2007).", VIEW, "id"),
        ("The findings of this research are expected to help regional governments.", HOPE, "en"),
    ],
)
def test_what_the_text_says_is_supported(statement: str, source: str, language: Language) -> None:
    assert verdict(statement, source, language).problems == ()


@pytest.mark.parametrize(
    ("statement", "source", "language", "code"),
    [
        (
            "Kota Bandung menjalin kerja sama dengan Kota Braunschweig pada 25 Mei 1960.",
            CITIES,
            "id",
            "number",
        ),
        (
            "Kota Bandung menjalin kerja sama dengan Kota Braunschweig pada 24 Juni 1960.",
            CITIES,
            "id",
            "number",
        ),
        (
            "Bandung established cooperation with Braunschweig on ２５ May 1960.",
            CITIES,
            "en",
            "number",
        ),
        (
            "Bandung established cooperation with Braunschweig on 2\u200b5 May 1960.",
            CITIES,
            "en",
            "number",
        ),
        (
            "Terdapat empat puluh delapan kota yang tercatat pernah memiliki hubungan sister city.",
            CITIES,
            "id",
            "number",
        ),
        ("Program ini menyumbang 17,3 persen poin dari anggaran.", SHARE, "id", "number"),
        ("Anggaran program sebesar 5 miliar rupiah.", SHARE, "id", "number"),
        ("The budget of the program is 5 billion rupiah.", SHARE, "en", "number"),
        (
            "Program ini menyumbang 17,3 persen dari anggaran sejak 2014 hingga 2019.",
            SHARE,
            "id",
            "number",
        ),
        (
            "Kota Surabaya menjalin kerja sama dengan Kota Braunschweig, Jerman.",
            CITIES,
            "id",
            "name",
        ),
        (
            "Bandung established cooperation with Braunschweig, the Netherlands.",
            CITIES,
            "en",
            "name",
        ),
        (
            "Kota Bаndung menjalin kerja sama dengan Kota Braunschweig, Jerman.",
            CITIES,
            "id",
            "uncovered",
        ),
        (
            "Banjir tidak dapat menurunkan pendapatan petani jika tanggul tidak diperbaiki.",
            FLOOD,
            "id",
            "negation",
        ),
        (
            "Banjir dapat menurunkan pendapatan petani jika tanggul diperbaiki.",
            FLOOD,
            "id",
            "negation",
        ),
        (
            "Kota Bandung tidak menjalin kerja sama dengan Kota Braunschweig.",
            CITIES,
            "id",
            "negation",
        ),
        (
            "Bandung did not establish cooperation with Braunschweig, Germany.",
            CITIES,
            "en",
            "negation",
        ),
        (
            "Banjir menurunkan pendapatan petani jika tanggul tidak diperbaiki.",
            FLOOD,
            "id",
            "hedge",
        ),
        (
            "Pada tahun 1990 terdapat 47 kota yang tercatat memiliki hubungan sister city.",
            CITIES,
            "id",
            "hedge",
        ),
        ("The findings of this research help regional governments.", HOPE, "en", "hedge"),
        ("Banjir dapat menurunkan pendapatan petani.", FLOOD, "id", "condition"),
        ("Floods can reduce the income of farmers.", FLOOD, "en", "condition"),
        ("Penelitian ini meningkatkan pelayanan publik di Kota Semarang.", AIM, "id", "aim"),
        ("This research improved public service in Semarang.", AIM, "en", "aim"),
        (
            "Diplomasi kota merupakan proses keterlibatan kota dalam hubungan luar negeri.",
            VIEW,
            "id",
            "reported",
        ),
        (
            "Banjir dapat meningkatkan pendapatan petani jika tanggul tidak diperbaiki.",
            FLOOD,
            "id",
            "opposite",
        ),
        (
            "Floods can increase the income of farmers if the dike is not repaired.",
            FLOOD,
            "en",
            "opposite",
        ),
        (
            "Gubernur Jakarta Shunichi Suzuki menerima Wali Kota Tokyo Wiyogo Atmodarminto.",
            ROLES,
            "id",
            "name",
        ),
        ("Semua kota menjalin kerja sama dengan Kota Braunschweig.", CITIES, "id", "certainty"),
        (
            "Perguruan tinggi membuka jurusan akuntansi untuk mahasiswa asing.",
            CITIES,
            "id",
            "uncovered",
        ),
    ],
)
def test_what_is_altered_is_not_supported(
    statement: str, source: str, language: Language, code: str
) -> None:
    assert code in codes(statement, source, language)


def test_support_comes_from_one_place() -> None:
    scattered = (
        "Kota Bandung membangun taman. Warga menanam padi. Bupati membaca buku. "
        "Sekolah membeli komputer. Kota Semarang menjalin kerja sama."
    )
    assert not verdict(
        "Kota Bandung membeli komputer dan menjalin kerja sama.", scattered
    ).supported


def test_an_item_of_a_list_keeps_the_aim_of_its_opening_sentence() -> None:
    aims = (
        "Tujuan penelitian ini, yaitu:\n"
        "1. Menjelaskan proses kerja sama.\n"
        "2. Menilai hasil program."
    )
    assert "aim" in codes("Penelitian ini menilai hasil program.", aims)


def test_a_version_helps_to_compare() -> None:
    source = SourceText(
        "su",
        "Éta program téh parantos lami lumangsung di lembur.",
        (QuoteVersion("en", "The program has long been running in the village.", "project"),),
    )
    said = "The program has long been running in the village."
    assert verify_statement(said, "en", [source], SIMILARITY).supported
    altered = "The program has never been running in the village."
    assert not verify_statement(altered, "en", [source], SIMILARITY).supported


@pytest.mark.parametrize(
    "odd",
    ["", " ", "🙂", "\u200b", "...", "[1]", "а" * 50, "\ud83d", "1", "kota " * 20_000, "(" * 3_000],
)
def test_odd_text_is_not_supported(odd: str) -> None:
    assert not verdict(odd, CITIES).supported
    assert not verdict("Kota Bandung menjalin kerja sama.", odd).supported


def test_without_a_source_nothing_is_supported() -> None:
    assert not verify_statement("Kota Bandung besar.", "id", [], SIMILARITY).supported
