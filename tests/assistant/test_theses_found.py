"""Which theses do what is asked: found among made-up ones, each with its best sentence."""

from __future__ import annotations

import re
from statistics import mean

import pytest

from assistant import Assistant
from assistant.strings import STRINGS
from assistant.which_documents.own_statements import is_of_others
from corpus.language import LANGUAGES
from corpus.records import Sentence
from corpus.sentences import cited_works
from tests.assistant.library import Library, documents_of
from tests.benchmarks.thesis_questions import which_theses


def test_the_theses_asked_for_are_found_and_no_others(library: Library) -> None:
    precision: dict[str, list[float]] = {}
    recall: dict[str, list[float]] = {}
    for question in list(which_theses(library.theses))[::2]:
        answer = library.assistant.ask(question.text)
        found = [one for one in documents_of(answer) if one != "jakarta-tokyo"]
        right = set(found) & set(question.relevant)
        if question.kind == "absent":
            assert answer.abstained, question.text
            assert STRINGS["no_document"][question.language] in answer.text
            continue
        precision.setdefault(question.kind, []).append(len(right) / len(found) if found else 0.0)
        shown = min(10, len(question.relevant))
        recall.setdefault(question.kind, []).append(len(right) / shown)
    for kind, least in (("approach", 0.9), ("technique", 0.85), ("place", 0.9), ("topic", 0.85)):
        assert mean(precision[kind]) >= least, kind
        assert mean(recall[kind]) >= least, kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_thesis_found_is_one_claim_with_its_title_and_its_best_sentence(
    library: Library, language: str
) -> None:
    questions = {
        "id": "Skripsi mana saja yang memakai metode kualitatif?",
        "en": "Which theses use a qualitative method?",
        "su": "Skripsi naon waé nu ngagunakeun métode kualitatif?",
    }
    relevant = {t.document_id for t in library.theses if "qualitative" in t.method.approaches}
    assert len(relevant) > 10
    answer = library.assistant.ask(questions[language])
    assert answer.language == language
    assert len(answer.claims) == 10
    assert len(documents_of(answer)) == 10
    assert set(documents_of(answer)) <= {*relevant, "jakarta-tokyo"}
    assert [evidence.document_id for evidence in answer.evidence] == documents_of(answer)
    numbers = [number for claim in answer.claims for number in claim.citations]
    assert numbers == [citation.number for citation in answer.citations]
    for claim in answer.claims:
        citation = answer.citations[claim.citations[0] - 1]
        title = library.assistant.store.catalog.document(citation.document_id).metadata.title
        assert f"({title} › " in claim.text
        assert re.search("[kq]ualitati[fv]", citation.quote)
    assert answer.notices[0].code == "more_documents"
    assert answer.text.endswith(answer.notices[0].text)
    assert str(len(relevant) + 1 - 10) in answer.notices[0].text


def test_quotes_of_theses_found_read_back(library: Library) -> None:
    catalog = library.assistant.store.catalog
    for question in ("Which theses use interviews?", "Aya skripsi ngeunaan batik?"):
        for citation in library.assistant.ask(question).citations:
            text = catalog.canonical_text(citation.document_id)
            assert text[citation.start : citation.end] == citation.quote


def test_what_a_thesis_reports_of_others_is_not_what_it_does(library: Library) -> None:
    """Their reviews name other theses' methods and places."""
    for place in {thesis.place.names["id"]: thesis.place for thesis in library.theses}.values():
        answer = library.assistant.ask(f"Penelitian mana yang dilakukan di {place.names['id']}?")
        there = {t.document_id for t in library.theses if t.place == place}
        assert set(documents_of(answer)) - {"jakarta-tokyo"} == there


def test_sentences_about_the_work_of_others_are_told() -> None:
    def sentence(text: str) -> Sentence:
        return Sentence(0, 0, 0, 0, 0, 1, text, cited_works=cited_works(text))

    own = sentence("Penelitian ini memakai survei.")
    backed = sentence("Banjir sering terjadi di Garut. (Kartika, 2007)")
    others = sentence("Gunawan (2006) memakai survei di Garut.")
    assert [is_of_others(one, uses=True) for one in (own, backed, others)] == [False, True, True]
    assert [is_of_others(one, uses=False) for one in (own, backed, others)] == [False, False, True]


def test_theses_are_found_within_a_scope(library: Library) -> None:
    qualitative = [t.document_id for t in library.theses if "qualitative" in t.method.approaches]
    answer = library.assistant.ask(
        "Which theses use a qualitative method?", document_ids=qualitative[:2]
    )
    assert set(documents_of(answer)) == set(qualitative[:2])
    other = next(t.document_id for t in library.theses if "quantitative" in t.method.approaches)
    silent = library.assistant.ask("Which theses use ethnography?", document_ids=[other])
    assert silent.abstained


def test_theses_are_found_by_their_records(library: Library) -> None:
    thesis = next(t for t in library.theses if not t.plain)
    for question in (
        f"Skripsi mana yang ditulis oleh {thesis.author}?",
        f"Which theses were written by {thesis.author}?",
        f"Skripsi naon waé nu ditulis ku {thesis.author}?",
    ):
        answer = library.assistant.ask(question)
        assert not answer.abstained
        assert thesis.author in answer.text
        lines = answer.text.split("\n")
        assert len(lines) == sum(t.author == thesis.author for t in library.theses if not t.plain)


@pytest.mark.parametrize(
    "question",
    [
        "Skripsi mana yang memakai metode kualitatif?",
        "Which theses discuss the sister city relation of Jakarta and Tokyo?",
        "Aya skripsi ngeunaan pertukeuran tanaga gawé?",
    ],
)
def test_one_document_held_is_found_too(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert documents_of(answer) == ["jakarta-tokyo"]
    assert len(answer.claims) == 1
    assert "IMPLEMENTASI PROGRAM PERTUKARAN" in answer.claims[0].text


def test_starter_questions_of_several_theses_are_answered(library: Library) -> None:
    for language in LANGUAGES:
        starters = library.assistant.starter_questions(language)
        assert len(starters) == 4
        for question in starters:
            answer = library.assistant.ask(question)
            assert not answer.abstained, question
            assert answer.language == language
