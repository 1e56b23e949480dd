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
from ui.strings import STRINGS, label

SOURCES = sorted(Path(ui.__file__).parent.glob("*.py"))


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
    said = {
        node.value
        for path in SOURCES
        if path.name != "strings.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    composed = {*get_args(AbstainReason), *get_args(Scope), "origin_author", "origin_project"}
    assert set(STRINGS) - said - composed == set()


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
