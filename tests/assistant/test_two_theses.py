"""A second thesis beside the shipped one: named in quotes, and kept apart by a scope."""

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
