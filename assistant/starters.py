"""Starter questions: what a first visitor may ask, taken from the sections that are held."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.catalog import Catalog
from corpus.language import Language
from corpus.text import fold

__all__ = ["starter_questions"]

MOST_STARTERS: Final = 4

_STARTERS: Final[tuple[tuple[str, Mapping[Language, str]], ...]] = (
    (
        r"abstra[kc]t?|ringkesan",
        {
            "id": "Apa kesimpulan penelitian ini?",
            "en": "What does this research conclude?",
            "su": "Naon kacindekan panalungtikan ieu?",
        },
    ),
    (
        r"tujuan penelitian|(?:research )?objectives?|tujuan panalungtikan",
        {
            "id": "Apa saja tujuan penelitian ini?",
            "en": "What are the objectives of this research?",
            "su": "Naon waé tujuan panalungtikan ieu?",
        },
    ),
    (
        r"rumusan masalah|problem statement|research questions?",
        {
            "id": "Apa rumusan masalahnya?",
            "en": "What is the research question?",
            "su": "Naon rumusan masalahna?",
        },
    ),
    (
        r"kegunaan (?:penelitian|praktis)|manfaat (?:penelitian|praktis)|significance|kagunaan",
        {
            "id": "Apa kegunaan praktis penelitian ini?",
            "en": "What practical uses is this research expected to have?",
            "su": "Naon kagunaan praktis panalungtikan ieu?",
        },
    ),
    (
        r"latar belakang|background|kasang tukang",
        {
            "id": "Apa latar belakang penelitian ini?",
            "en": "What is the background of this research?",
            "su": "Naon kasang tukang panalungtikan ieu?",
        },
    ),
)


_WHICH: Final[tuple[tuple[frozenset[str], Mapping[Language, str]], ...]] = (
    (
        frozenset({"kualitatif", "qualitative"}),
        {
            "id": "Skripsi mana saja yang memakai metode kualitatif?",
            "en": "Which theses use a qualitative method?",
            "su": "Skripsi mana waé anu nganggo métode kualitatif?",
        },
    ),
    (
        frozenset({"wawancara", "interviews", "interview"}),
        {
            "id": "Skripsi mana saja yang memakai wawancara?",
            "en": "Which theses use interviews?",
            "su": "Skripsi mana waé anu nganggo wawancara?",
        },
    ),
    (
        frozenset({"kuesioner", "angket", "questionnaire", "questionnaires"}),
        {
            "id": "Skripsi mana saja yang memakai kuesioner?",
            "en": "Which theses use questionnaires?",
            "su": "Skripsi mana waé anu nganggo angkét?",
        },
    ),
    (
        frozenset({"kepustakaan", "library"}),
        {
            "id": "Skripsi mana saja yang memakai studi kepustakaan?",
            "en": "Which theses use library research?",
            "su": "Skripsi mana waé anu nganggo studi pustaka?",
        },
    ),
    (
        frozenset({"kuantitatif", "quantitative"}),
        {
            "id": "Skripsi mana saja yang memakai metode kuantitatif?",
            "en": "Which theses use a quantitative method?",
            "su": "Skripsi mana waé anu nganggo métode kuantitatif?",
        },
    ),
)
"""For several theses, of which none is *this thesis*; with words of which one must be held."""


def starter_questions(catalog: Catalog, language: Language) -> tuple[str, ...]:
    """Return up to four questions that what is held answers; none for an empty corpus.

    They are about the sections of one thesis, or ask which of several theses do something.
    """
    if len(catalog.documents()) > 1:
        vocabulary = catalog.vocabulary()
        held = {
            word
            for word, counts in zip(vocabulary.words, vocabulary.df, strict=True)
            if counts.any()
        }
        which = (questions[language] for known, questions in _WHICH if known & held)
        return tuple(which)[:MOST_STARTERS]
    headings = [
        fold(section.heading)
        for summary in catalog.documents()
        for section in catalog.sections(summary.document_id)
    ]
    fitting = (
        questions[language]
        for pattern, questions in _STARTERS
        if any(re.search(rf"\b(?:{pattern})\b", heading) for heading in headings)
    )
    return tuple(fitting)[:MOST_STARTERS]
