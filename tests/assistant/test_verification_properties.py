"""What holds of every statement: its own source supports it, no other digit does, none raises."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.verification import SourceText, Verdict, verify_statement
from assistant.word_similarity import EncodedSimilarity
from corpus.encoder import load_bundled
from corpus.language import Language
from tests.benchmarks.trials import Row, chapter_rows

ROWS = chapter_rows()
ENDED = [row for row in ROWS if row.texts["id"].endswith((".", ":", ")"))]
"""The rows but titles, which run into what follows."""
LANGUAGE = st.sampled_from(("id", "en", "su"))
SIMILARITY = EncodedSimilarity(load_bundled())


def near(one: Row, other: Row) -> bool:
    return abs(one.place - other.place) <= 2


def verdict(statement: str, source: str, language: Language, source_language: Language) -> Verdict:
    return verify_statement(statement, language, [SourceText(source_language, source)], SIMILARITY)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(ENDED),
    LANGUAGE,
)
def test_a_sentence_of_the_source_is_supported(row: Row, language: Language) -> None:
    for joined in (" ", "\n"):
        source = joined.join(one.lines[language] for one in ENDED if near(one, row))
        found = verdict(row.texts[language], source, language, language)
        assert found.problems == ()


DIGITS = [
    (row, language, place)
    for row in ROWS
    for language in ("id", "en", "su")
    for place, char in enumerate(row.texts[language])
    if char.isdigit()
]


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(DIGITS), st.sampled_from("0123456789"), LANGUAGE)
def test_a_changed_digit_is_never_supported(
    found: tuple[Row, Language, int], digit: str, source_language: Language
) -> None:
    row, language, place = found
    text = row.texts[language]
    if text[place] == digit:
        return
    altered = text[:place] + digit + text[place + 1 :]
    source = " ".join(one.texts[source_language] for one in ROWS if near(one, row))
    assert not verdict(altered, source, language, source_language).supported


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=300))
def test_no_text_raises(statement: str, source: str) -> None:
    verdict(statement, source, "id", "en")


def test_a_statement_takes_little_time() -> None:
    row = ROWS[20]
    source = " ".join(one.texts["id"] for one in ROWS if abs(one.place - row.place) <= 1)
    verdict(row.texts["en"], source, "en", "id")
    taken = []
    for _ in range(20):
        started = time.perf_counter()
        verdict(row.texts["en"], source, "en", "id")
        taken.append(time.perf_counter() - started)
    assert sorted(taken)[10] < 0.05
