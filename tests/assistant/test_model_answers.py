"""Answers that a language model words: what passes, what falls, and what it is never asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Answer, Ask, Assistant
from assistant.records import Conflict, Notice
from assistant.word_similarity import EncodedSimilarity
from assistant.wording.claim_checking import CheckedClaim, ClaimChecker
from assistant.wording.growing_answer import GrowingAnswer
from corpus.encoder import load_bundled
from corpus.language import LANGUAGES, Language
from corpus.store import Store
from tests.assistant.model_rig import (
    FACT,
    QUESTIONS,
    QUOTE,
    STATEMENTS,
    Rig,
    codes,
    entry,
    key_of,
    rig,
    says,
)
from tests.assistant.openai_server import Prompted

TRUE_TOO: dict[Language, str] = {
    "id": "Gubernur Jakarta saat itu adalah Wiyogo Atmodarminto.",
    "en": "Wiyogo Atmodarminto was the Governor of Jakarta.",
    "su": "Gubernur Jakarta harita nyaéta Wiyogo Atmodarminto.",
}


def assert_quotes_read_back(answer: Answer, store: Store) -> None:
    assert answer.citations
    for citation in answer.citations:
        text = store.catalog.canonical_text(citation.document_id)
        assert text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_that_matches_is_shown_with_its_sentence(
    model: Rig, store: Store, language: Language
) -> None:
    model.server.write = says(STATEMENTS[language])
    answer = model.ask(language)
    assert answer.text == f"{STATEMENTS[language]} [1]"
    assert answer.claims[0].citations == (1,)
    assert answer.citations[0].quote.startswith(FACT)
    assert answer.citations[0].quote.endswith("(Parama, 2021)")
    assert {version.language for version in answer.citations[0].versions} == {"en", "su"}
    assert answer.generator == "openai:m"
    assert not answer.incomplete
    assert not answer.abstained
    assert answer.language == language
    assert "worded_by" in codes(answer)
    assert answer.rejected.claims == 0
    assert answer.timings_ms.total > 0
    assert_quotes_read_back(answer, store)


def test_the_same_sentence_gets_one_number(model: Rig) -> None:
    def write(asked: Prompted) -> str:
        key = key_of(asked)
        return entry(STATEMENTS["id"], key, QUOTE) + entry(TRUE_TOO["id"], key, QUOTE)

    model.server.write = write
    answer = model.ask()
    assert [claim.citations for claim in answer.claims] == [(1,), (1,)]
    assert len(answer.citations) == 1
    assert all(claim.text.endswith(" [1]") for claim in answer.claims)


def test_without_a_quote_the_sentence_that_fits_is_shown(model: Rig, store: Store) -> None:
    model.server.write = says(STATEMENTS["id"], "")
    answer = model.ask()
    assert answer.generator == "openai:m"
    assert answer.citations[0].quote.startswith(FACT)
    assert_quotes_read_back(answer, store)


def test_a_quote_that_does_not_bear_it_out_is_joined_by_the_sentence_that_does(
    model: Rig, store: Store
) -> None:
    model.server.write = says(STATEMENTS["id"], "Berdasarkan pada hal tersebut")
    answer = model.ask()
    assert any(citation.quote.startswith(FACT) for citation in answer.citations)
    assert_quotes_read_back(answer, store)


def test_plain_lines_around_chatter_are_understood(model: Rig) -> None:
    model.server.write = lambda asked: (
        "<think>Hmm.</think>Berikut jawabannya:\n\n"
        f"1. {STATEMENTS['id']} [{key_of(asked)}] “{QUOTE}”\n"
    )
    assert model.ask().text == f"{STATEMENTS['id']} [1]"


def test_a_bare_quote_gets_the_frame_of_quotes(model: Rig, store: Store) -> None:
    model.server.write = lambda asked: f"“{QUOTE}” [{key_of(asked)}]"
    answer = model.ask("en")
    assert answer.text.startswith("The thesis says, in Indonesian (1.1 Latar Belakang): “Pada")
    assert "[1]" in answer.text
    assert_quotes_read_back(answer, store)


def test_small_models_are_asked_for_plain_lines(store: Store) -> None:
    for name, expected in (("openai:qwen3:1.7b", "[KEY]"), ("openai:gemma3:12b", '"keys"')):
        with rig(store, name=name) as model:
            model.ask()
            assert expected in model.server.asked[0].system


WRONG: dict[str, tuple[str, str]] = {
    "digit": (STATEMENTS["id"].replace("1989", "1988"), QUOTE),
    "day": (STATEMENTS["id"].replace("23", "24"), QUOTE),
    "month": (STATEMENTS["id"].replace("Oktober", "November"), QUOTE),
    "name": ("Wiyogo Atmodjo meresmikan perjanjian kerja sama sister city.", QUOTE),
    "negation": (STATEMENTS["id"].replace("diresmikan", "tidak diresmikan"), QUOTE),
    "invented": ("Perjanjian itu dibatalkan oleh parlemen Korea karena banjir besar.", QUOTE),
    "quote": (STATEMENTS["id"], QUOTE.replace("bersama", "besama")),
    "quote from elsewhere": (STATEMENTS["id"], "Hubungan ini berakhir pada tahun berikutnya"),
    "link": (STATEMENTS["id"] + " Lihat https://contoh.example/a", QUOTE),
    "picture": (STATEMENTS["id"] + " ![x](//contoh.example/a)", QUOTE),
    "markup": (STATEMENTS["id"] + " <img src=x>", QUOTE),
    "other language": (STATEMENTS["en"], QUOTE),
    "endless": (STATEMENTS["id"] + " Begitulah adanya." * 60, QUOTE),
}


@pytest.mark.parametrize("fault", WRONG)
def test_d3_what_does_not_match_is_dropped_and_counted(
    model: Rig, store: Store, fault: str
) -> None:
    statement, quote = WRONG[fault]
    model.server.write = says(statement, quote)
    answer = model.ask()
    assert answer.generator == "extractive"
    assert answer.rejected.claims == 1
    assert answer.rejected.quotes == int("quote" in fault)
    assert "nothing_left" in codes(answer)
    assert statement not in answer.text
    assert answer.citations[0].quote.startswith(FACT)
    assert_quotes_read_back(answer, store)


@pytest.mark.parametrize("key", ["QQQQ", "", "1", "{}", "a" * 5_000])
def test_d3_an_unknown_key_is_dropped_and_counted(model: Rig, key: str) -> None:
    model.server.write = lambda asked: (
        entry(STATEMENTS["id"], key, QUOTE) + entry(TRUE_TOO["id"], [key, key_of(asked)], QUOTE)
    )
    answer = model.ask()
    assert answer.generator == "extractive"
    assert answer.rejected.claims == 2


def test_d3_a_true_statement_under_the_wrong_passage_is_dropped(model: Rig) -> None:
    model.server.write = lambda asked: "".join(
        entry(STATEMENTS["id"], key) for key, text in asked.evidence.items() if "1989" not in text
    )
    answer = model.ask()
    assert answer.generator == "extractive"
    assert answer.rejected.claims >= 1


def test_d3_what_passes_stays_beside_what_falls(model: Rig, store: Store) -> None:
    model.server.write = lambda asked: "".join(
        entry(statement, key_of(asked), quote)
        for statement, quote in (*WRONG.values(), (STATEMENTS["id"], QUOTE))
    )
    answer = model.ask()
    assert answer.text == f"{STATEMENTS['id']} [1]"
    assert answer.rejected.claims == len(WRONG)
    assert answer.rejected.quotes == 2
    removed = next(notice for notice in answer.notices if notice.code == "statements_removed")
    assert f"{len(WRONG)}" in removed.text
    assert_quotes_read_back(answer, store)


def test_what_matches_and_is_beside_the_question_does_not_displace_the_answer(
    model: Rig, store: Store
) -> None:
    beside = "Jakarta berhasil menjalin kerja sama dengan 21 kota lainnya di dunia"
    model.server.write = says(f"{beside}.", beside, beside)
    answer = model.ask()
    first, second = answer.claims
    assert first.text.startswith(f"{beside}. [1]")
    assert FACT in second.text
    assert [citation.number for citation in answer.citations] == [1, 2]
    assert answer.citations[1].quote.startswith(FACT)
    assert_quotes_read_back(answer, store)


def test_where_the_sources_differ_all_that_they_say_stays(store: Store) -> None:
    plain = Assistant(store).ask(QUESTIONS["id"])
    other = replace(plain.citations[0], number=1, start=0, end=9, quote="elsewhere")
    quoted = replace(
        plain,
        citations=(other, replace(plain.citations[0], number=2)),
        conflicts=(Conflict(("1988", "1989"), (1, 2)),),
        notices=(Notice("conflict", "…"),),
    )
    growing = GrowingAnswer(quoted, ClaimChecker((), "id", EncodedSimilarity(load_bundled())))
    growing.claims.append(CheckedClaim(STATEMENTS["id"], plain.citations))
    growing.keep_what_answers()
    answer = growing.answer("m", incomplete=False)
    assert [citation.quote for citation in answer.citations][1] == "elsewhere"
    assert answer.conflicts == (Conflict(("1988", "1989"), (2, 1)),)
    assert "conflict" in codes(answer)


def test_a_sentence_is_shown_only_when_it_has_passed(model: Rig) -> None:
    model.server.pause, model.server.piece = 0.01, 30
    model.server.write = lambda asked: (
        entry(WRONG["digit"][0], key_of(asked), QUOTE)
        + entry(STATEMENTS["id"], key_of(asked), QUOTE)
        + entry(TRUE_TOO["id"], key_of(asked), QUOTE)
    )
    parts = list(model.assistant.stream(QUESTIONS["id"]))
    assert [part.done for part in parts] == [False] * (len(parts) - 1) + [True]
    assert all(part.answer.incomplete for part in parts[:-1])
    assert not parts[-1].answer.incomplete
    shown = list(dict.fromkeys(part.answer.text for part in parts))
    first = f"{STATEMENTS['id']} [1]"
    assert shown == ["", first, f"{first}\n\n{TRUE_TOO['id']} [1]"]
    assert all(part.answer.question == QUESTIONS["id"] for part in parts)


async def test_the_runnable_streams_growing_answers_in_both_ways(model: Rig) -> None:
    model.server.write = says(STATEMENTS["id"])
    ask = Ask(QUESTIONS["id"], query_id="q")
    last = list(model.assistant.chain.stream(ask))[-1]
    grown = [answer async for answer in model.assistant.chain.astream(ask)]
    whole = await model.assistant.chain.ainvoke(ask)
    for answer in (last, grown[-1], whole):
        assert answer.text == f"{STATEMENTS['id']} [1]"
        assert answer.query_id == "q"
        assert not answer.incomplete
    assert grown[0].incomplete


def test_d10_a_long_question_reaches_the_model_cut(model: Rig) -> None:
    answer = model.assistant.ask(f"{QUESTIONS['id']} " + "kota " * 20_000)
    assert "question_cut" in codes(answer)
    assert len(model.server.asked[0].human) < 15_000
