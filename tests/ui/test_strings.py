"""Labels: three languages each, the same braces, used."""

import ast
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import ui
from assistant.records import AbstainReason
from corpus.language import LANGUAGES
from corpus.records import Scope
from corpus.remarks import FeedbackKind
from ui.strings import STRINGS, label
from ui.strings.reviews import REVIEWS

SOURCES = sorted(Path(ui.__file__).parent.rglob("*.py"))


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", STRINGS)
def test_a_label_has_its_three_languages_with_the_same_braces(key: str) -> None:
    entry = STRINGS[key]
    assert tuple(entry) == LANGUAGES
    assert all(text.strip() == text and text for text in entry.values())
    assert len({frozenset(braces(text)) for text in entry.values()}) == 1


def test_every_reason_to_abstain_and_every_scope_has_a_label() -> None:
    assert {*get_args(AbstainReason), *get_args(Scope)} <= set(STRINGS)


def test_no_label_is_unused() -> None:
    nodes = [
        node
        for path in SOURCES
        if path.parent.name != "strings"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    ]
    said = {
        node.value for node in nodes if isinstance(node, ast.Constant) and type(node.value) is str
    }
    composed = {
        first.value
        for node in nodes
        if isinstance(node, ast.JoinedStr)
        and isinstance(first := node.values[0], ast.Constant)
        and re.fullmatch(r"[a-z_]+_", str(first.value))
    }
    assert {"verdict_", "view_", "size_"} <= composed
    named = {*get_args(AbstainReason), *get_args(Scope), *get_args(FeedbackKind)}
    counted = {f"{noun}_{number}" for noun in ("quotes", "languages") for number in ("one", "many")}
    unused = set(STRINGS) - said - named - counted
    assert {key for key in unused if not key.startswith(tuple(composed))} == set()


def test_a_review_is_of_a_string_as_it_stands() -> None:
    for review in REVIEWS:
        assert STRINGS[review.key][review.language] == review.text, review
        assert review.reader
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", review.day)


def test_sundanese_keeps_one_polite_register() -> None:
    plain = re.compile(r"\b(geus|jeung|pikeun|bisa|maneh|teu|boga|nyaho|menta)\b", re.IGNORECASE)
    wrong = {
        key: entry["su"]
        for key, entry in STRINGS.items()
        if plain.search(entry["su"].replace("luyu jeung naskah", ""))
    }
    assert wrong == {}


def test_no_label_claims_truth() -> None:
    claims = re.compile(r"\b(verified|correct|terverifikasi|terbukti|kabuktian)\b", re.IGNORECASE)
    assert not [
        text for entry in STRINGS.values() for text in entry.values() if claims.search(text)
    ]


def test_the_match_label_says_luyu_and_cocok() -> None:
    assert "cocok dengan naskah" in label("matches", "id")
    assert "luyu jeung naskah" in label("matches", "su")


def test_braces_are_filled_with_plain_text() -> None:
    assert label("held", "en", parts="{x}") == "What is held: {x}"
