"""Many passages that read like a collection of theses: made by a seed, not found anywhere.

Sentences of the shipped thesis and of its versions are shuffled, and some of their words
give way to others: words of the glossary, and made-up names of which a few are common
and most are rare, so that the vocabulary goes on growing as that of real texts does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import corpus
from corpus.language import LANGUAGES, Language
from corpus.records import (
    Document,
    Metadata,
    Passage,
    Section,
    Segment,
    SourceFile,
)
from corpus.sentences import plain_sentences

SEED = 7
PASSAGES_A_DOCUMENT = 250
PASSAGES_A_SECTION = 10
FEWEST_WORDS = 60
MOST_WORDS = 100
REPLACED = 0.12
NAMED = 0.5
"""Of the words that give way, the share that names take."""
NAMES = 200_000
ZIPF = 1.2
SHARES = {"id": 0.5, "en": 0.25, "su": 0.25}
SYLLABLES = tuple(first + vowel for vowel in "aiu" for first in "bdgklmnprstw")
FILE = "naskah.txt"
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What passages of one language are made of."""

    sentences: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]


def documents(thesis: Document, passages: int) -> Iterator[Document]:
    """Yield documents that have so many passages in all, in the three languages."""
    random = np.random.default_rng(SEED)
    lexicons = {language: _lexicon(thesis, language) for language in LANGUAGES}
    for number, start in enumerate(range(0, passages, PASSAGES_A_DOCUMENT), start=1):
        size = min(PASSAGES_A_DOCUMENT, passages - start)
        language = LANGUAGES[random.choice(len(LANGUAGES), p=[SHARES[x] for x in LANGUAGES])]
        texts = [_passage(lexicons[language], random) for _ in range(size)]
        yield _document(f"synthetic-{number:05d}", language, texts)


def _lexicon(thesis: Document, language: Language) -> Lexicon:
    own = [s.text for p in thesis.passages if p.language == language for s in p.sentences]
    versions = [v.text for p in thesis.passages for v in p.versions if v.language == language]
    sentences = tuple(tuple(text.split()) for text in dict.fromkeys(own + versions))
    return Lexicon(tuple(words for words in sentences if len(words) > 4), _glossary(language))


def _glossary(language: Language) -> tuple[str, ...]:
    path = Path(corpus.__file__).with_name("glossary.tsv")
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    column = header.split("\t").index(language)
    terms = [term.strip() for row in rows for term in row.split("\t")[column].split(";")]
    return tuple(dict.fromkeys(term for term in terms if term and " " not in term))


def _passage(lexicon: Lexicon, random: np.random.Generator) -> str:
    sentences: list[str] = []
    length = 0
    most = int(random.integers(FEWEST_WORDS, MOST_WORDS + 1))
    while length < FEWEST_WORDS:
        chosen = lexicon.sentences[random.integers(len(lexicon.sentences))]
        words = list(chosen[: most - length])
        for place in np.flatnonzero(random.random(len(words)) < REPLACED):
            words[place] = _other_word(lexicon, random)
        # What was cut off must still end as a sentence does.
        sentences.append(" ".join(words).rstrip(".;:,") + ".")
        length += len(words)
    return " ".join(sentences)


def _other_word(lexicon: Lexicon, random: np.random.Generator) -> str:
    if random.random() >= NAMED:
        return lexicon.words[random.integers(len(lexicon.words))]
    number = int(random.zipf(ZIPF)) % NAMES
    syllables = [SYLLABLES[number % len(SYLLABLES)]]
    while number := number // len(SYLLABLES):
        syllables.append(SYLLABLES[number % len(SYLLABLES)])
    return "".join(syllables).capitalize() + "s"


def _document(document_id: str, language: Language, texts: Sequence[str]) -> Document:
    text = BETWEEN.join(texts)
    digest = hashlib.sha256(text.encode()).hexdigest()
    passages = tuple(_passages(document_id, language, texts))
    whole = Segment(0, 0, len(text))
    return Document(
        document_id=document_id,
        metadata=Metadata(title=document_id),
        content_hash=digest,
        text=text,
        files=(SourceFile(FILE, 1, digest, "utf-8", text, 0, len(text), (whole,)),),
        sections=tuple(_sections(language, passages)),
        passages=passages,
    )


def _passages(document_id: str, language: Language, texts: Sequence[str]) -> Iterator[Passage]:
    start = 0
    for number, text in enumerate(texts):
        section, ordinal = f"{1 + number // PASSAGES_A_SECTION}", 1 + number % PASSAGES_A_SECTION
        passage_id = f"{document_id}/{section}/{ordinal}"
        end = start + len(text)
        yield Passage(
            passage_id=passage_id,
            document_id=document_id,
            section=section,
            ordinal=ordinal,
            heading=f"BAB {section}",
            path=(f"BAB {section}",),
            language=language,
            file=FILE,
            start=start,
            end=end,
            raw_start=start,
            raw_end=end,
            text=text,
            sentences=plain_sentences(text, start, ordinal),
            group=passage_id,
        )
        start = end + len(BETWEEN)


def _sections(language: Language, passages: Sequence[Passage]) -> Iterator[Section]:
    for ordinal, first in enumerate(range(0, len(passages), PASSAGES_A_SECTION)):
        inside = passages[first : first + PASSAGES_A_SECTION]
        heading = inside[0].heading
        yield Section(
            section_id=inside[0].section,
            heading=heading,
            level=0,
            ordinal=ordinal,
            language=language,
            file=FILE,
            path=(heading,),
            start=inside[0].start,
            end=inside[-1].end,
        )
