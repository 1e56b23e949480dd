"""A second thesis beside the shipped one: named in quotes, told apart, kept apart by a scope."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, open_assistant
from corpus.settings import Settings
from corpus.store import Store
from ingest.build import build
from ingest.splitting import SPLITTER

COWS = """# Usaha Sapi Perah di Lembang

**Penulis:** Dewi Lestari

## Abstrak

Penelitian ini mengkaji pendapatan peternak sapi perah di Lembang. Pendapatan rata-rata peternak
adalah Rp3.250.000 per bulan.

## Metode

Data dikumpulkan melalui wawancara dengan 60 responden.
"""


@pytest.fixture(scope="module")
def two_theses(
    built_data_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("two")
    shutil.copytree(built_data_dir, folder / "data")
    (folder / "sapi.md").write_text(COWS, encoding="utf-8")
    settings = Settings(folder / "data")
    with Store.open(settings, splitter=SPLITTER) as store:
        build(store, [folder / "sapi.md"])
    with open_assistant(settings) as opened:
        yield opened


def test_a_document_without_versions_is_quoted_and_named(two_theses: Assistant) -> None:
    answer = two_theses.ask("What is the average income of the dairy farmers?")
    assert "Rp3.250.000" in answer.citations[0].quote
    assert "(Usaha Sapi Perah di Lembang › Abstrak)" in answer.text
    assert "no_version" in [notice.code for notice in answer.notices]
    assert answer.citations[0].versions == ()


def test_a_scope_keeps_other_documents_out(two_theses: Assistant) -> None:
    question = "Apa metode pengumpulan datanya?"
    for document_id, said in (("sapi", "60 responden"), ("jakarta-tokyo", "library research")):
        answer = two_theses.ask(question, document_ids=[document_id])
        assert {citation.document_id for citation in answer.citations} == {document_id}
        assert said in answer.text
        assert {evidence.document_id for evidence in answer.evidence} == {document_id}


def test_an_author_that_the_text_names_is_quoted(two_theses: Assistant) -> None:
    answer = two_theses.ask("Siapa penulisnya?", document_ids=["sapi"])
    assert "Penulis: Dewi Lestari" in answer.citations[0].quote
    silent = two_theses.ask("Siapa penulisnya?", document_ids=["jakarta-tokyo"])
    assert silent.abstain_reason == "metadata_missing"
    assert two_theses.ask("Dari universitas mana?", document_ids=["sapi"]).abstained


@pytest.mark.parametrize(
    ("question", "document_id", "said"),
    [
        ("Skripsi ini tentang pertukaran pegawai Tokyo, apa rumusan masalahnya?", "jakarta-tokyo",
         "Bagaimana implementasi dari program"),
        ("What does this thesis say about the staff exchange with Tokyo?", "jakarta-tokyo",
         "Tokyo"),
        ("Berapa pendapatan peternak menurut skripsi ini?", "sapi", "Rp3.250.000"),
        ("Siapa penulis skripsi tentang sapi perah?", "sapi", "Dewi Lestari"),
        ("Naon waé anu ditalungtik di Lembang dina ieu skripsi?", "sapi", "Lembang"),
    ],
)  # fmt: skip
def test_what_is_named_tells_which_thesis_is_meant(
    two_theses: Assistant, question: str, document_id: str, said: str
) -> None:
    answer = two_theses.ask(question)
    assert {citation.document_id for citation in answer.citations} == {document_id}
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Apa tujuan penelitian ini?",
        "Siapa penulis skripsi ini?",
        "Apa metode penelitiannya?",
        "Who wrote this thesis?",
        "Saha nu nulis ieu skripsi?",
        "Punten, skripsi ieu diserat taun sabaraha?",
    ],
)
def test_it_asks_which_of_two_is_meant(two_theses: Assistant, question: str) -> None:
    answer = two_theses.ask(question)
    assert answer.abstain_reason == "unclear"
    assert answer.citations == ()
    assert answer.text.count("Usaha Sapi Perah di Lembang") == 1
    assert "2. " in answer.text
    assert "3. " not in answer.text
    assert [notice.code for notice in answer.notices] == ["which_document"]
    assert "sapi" in answer.notices[0].text
    assert "jakarta-tokyo" in answer.notices[0].text


def test_the_one_that_alone_answers_is_not_asked_about(two_theses: Assistant) -> None:
    answer = two_theses.ask("Apa rumusan masalahnya?")
    assert "Bagaimana implementasi dari program" in answer.text
    assert "(IMPLEMENTASI PROGRAM PERTUKARAN" in answer.text


def test_a_question_that_points_to_none_is_answered_from_both(two_theses: Assistant) -> None:
    answer = two_theses.ask("Who formalised the MoU?")
    assert "Wiyogo Atmodarminto" in answer.text
    answer = two_theses.ask("How much do the dairy farmers earn on average?")
    assert "Rp3.250.000" in answer.text


@pytest.mark.parametrize(
    ("question", "document_id"),
    [
        ("Skripsi mana yang memakai wawancara?", "sapi"),
        ("Panalungtikan mana nu dilaksanakeun di Lembang?", "sapi"),
        ("Which theses use a qualitative method?", "jakarta-tokyo"),
        ("Aya skripsi ngeunaan sister city?", "jakarta-tokyo"),
    ],
)
def test_the_thesis_that_does_what_is_asked_is_found(
    two_theses: Assistant, question: str, document_id: str
) -> None:
    answer = two_theses.ask(question)
    assert [citation.document_id for citation in answer.citations] == [document_id]
    assert [evidence.document_id for evidence in answer.evidence] == [document_id]


def test_the_thesis_of_the_last_answer_is_meant(two_theses: Assistant) -> None:
    before = "Berapa pendapatan rata-rata peternak?"
    history = [(before, two_theses.ask(before).text)]
    answer = two_theses.ask("Siapa penulis skripsi ini?", history=history)
    assert "Dewi Lestari" in answer.text
    silent = two_theses.ask("Apa nama universitasnya?", history=history)
    assert silent.abstain_reason == "metadata_missing"
    assert "“Usaha Sapi Perah di Lembang”" in silent.text
