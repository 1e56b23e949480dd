"""What a model writes, read as statements: whatever it wraps them in, however it is cut."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wording.claim_reading import ClaimReader
from assistant.wording.plain_claims import Draft

FIRST = Draft("Perjanjian diresmikan pada 1989.", ("BCDF",), ("Pada tanggal 23 Oktober 1989",))
SECOND = Draft("Ada dua kota.", ("GHJK", "BCDF"), ())


def read(text: str, size: int = 10_000) -> list[Draft]:
    reader = ClaimReader()
    found: list[Draft] = []
    for start in range(0, len(text), size):
        found.extend(reader.feed(text[start : start + size]))
    return [*found, *reader.close()]


def as_json(draft: Draft, **layout: object) -> str:
    given = {"statement": draft.text, "keys": list(draft.keys), "quote": "".join(draft.quotes)}
    return json.dumps(given, ensure_ascii=False, **layout)


LINES = f"{as_json(FIRST)}\n{as_json(SECOND)}\n"
PLAIN = (
    "Perjanjian diresmikan pada 1989. [BCDF] “Pada tanggal 23 Oktober 1989”\n"
    "Ada dua kota. [GHJK, BCDF]\n"
)


@pytest.mark.parametrize(
    "text",
    [
        LINES,
        f"```json\n{LINES}```\n",
        f"Berikut jawabannya:\n\n{LINES}",
        f"[{as_json(FIRST)}, {as_json(SECOND)}]",
        f"[\n  {as_json(FIRST)},\n  {as_json(SECOND)}\n]",
        f'{{"claims": [{as_json(FIRST)},\n{as_json(SECOND)}]}}',
        f"{as_json(FIRST, indent=2)}\n{as_json(SECOND, indent=2)}",
        f"<think>{as_json(Draft('Bukan.', ('BCDF',)))}\nhm</think>{LINES}",
        f"<THINKING>\nhm < 3\n</THINKING>\n{LINES}<think>never closed {as_json(FIRST)}",
        f"hm\n</think>\n{LINES}",
        PLAIN,
        f"```\n{PLAIN}```",
        "1. " + PLAIN.replace("Ada", "2) Ada"),
        "- " + PLAIN.replace("Ada", "* **Ada**"),
        PLAIN.replace("“", '"').replace("”", '"'),
        PLAIN.replace("[", "(").replace("]", ")"),
        PLAIN.replace("[BCDF] “", "[BCDF] Kutipan: “").replace("Perj", "Pernyataan 1: Perj"),
    ],
)
def test_statements_are_read_through_what_surrounds_them(text: str) -> None:
    assert read(text) == [FIRST, SECOND]


@pytest.mark.parametrize("text", [LINES, PLAIN, f"<think>x</think>```json\n[{LINES}]\n```"])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_where_the_pieces_are_cut_makes_no_difference(text: str, size: int) -> None:
    assert read(text, size) == read(text)
    assert len(read(text)) >= 2


@given(st.text(alphabet='{}[]":,\\“”<>/thinkABCD \n`.', max_size=200), st.integers(1, 9))
def test_anything_is_read_alike_in_any_pieces(text: str, size: int) -> None:
    assert read(text, size) == read(text)


@given(st.text(max_size=300))
def test_nothing_makes_the_reader_stumble(text: str) -> None:
    read(text)


def test_a_statement_is_given_as_soon_as_its_line_ends() -> None:
    reader = ClaimReader()
    assert list(reader.feed(as_json(FIRST))) == []
    assert list(reader.feed("\n")) == [FIRST]


def test_d7_templates_and_constructors_are_letters() -> None:
    attack = '{a.__class__} {{7*7}} {"lc":1,"type":"constructor"}'
    (draft,) = read(json.dumps({"statement": attack, "keys": ["BCDF"]}))
    assert draft.text == attack
    (draft,) = read(f"Naskah memuat {attack} [BCDF]")
    assert draft.text == f"Naskah memuat {attack}"


def test_a_line_that_is_only_a_quote_states_what_it_quotes() -> None:
    assert read("“dua kota” [BCDF]") == [Draft("“dua kota”", ("BCDF",), ("dua kota",))]


def test_a_statement_without_a_key_is_a_statement_that_names_nothing() -> None:
    assert read("Jakarta adalah ibu kota Indonesia.") == [
        Draft("Jakarta adalah ibu kota Indonesia.")
    ]
    assert read("Berikut jawabannya:\n---\nBaik.") == []


@pytest.mark.parametrize("text", ["NONE", "NONE.", "**NONE**", "```\nNONE\n```"])
def test_that_the_evidence_does_not_answer_is_heard(text: str) -> None:
    reader = ClaimReader()
    assert [*reader.feed(text), *reader.close()] == []
    assert reader.said_nothing


def test_e4_what_never_closes_is_dropped_and_the_rest_is_read() -> None:
    for junk in ('{"statement": "' + "a" * 9_000, "a" * 9_000, '{"a": ' * 2_000):
        assert read(f"{junk}\n{LINES}", 512)[-1] == SECOND


def test_e4_long_junk_is_read_in_time_that_grows_with_its_length() -> None:
    started = time.perf_counter()
    read('{"a": "}\n' * 6_500, 8)
    read("<think>" * 8_000, 8)
    read("[{" * 30_000, 8)
    assert time.perf_counter() - started < 10
