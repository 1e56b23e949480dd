"""A briefing laid out for reading: what every export shows, in one order.

Exports differ in form only. All text in it is plain: each export escapes it, so that
nothing that stands in a thesis is markup anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.briefing.counting import LEGENDS
from assistant.briefing.records import Briefing, Bullet, KeyFact
from assistant.briefing.strings import say_brief
from assistant.framing import version_for
from assistant.records import Citation
from assistant.references.printed import print_entry
from assistant.references.wording import kind_words, works_words
from corpus.language import Language
from corpus.text import visible

__all__ = [
    "LANGUAGE_TAGS",
    "BriefingLayout",
    "LaidBullet",
    "LaidFact",
    "LaidPart",
    "LaidSource",
    "lay_out_briefing",
    "numbers_text",
]

LANGUAGE_TAGS: Final[dict[Language, str]] = {"id": "id-ID", "en": "en-GB", "su": "su-ID"}
"""What word processors and readers call the languages (BCP 47)."""


@dataclass(frozen=True, slots=True)
class LaidBullet:
    """A bullet or note with what stands behind it: its numbers and their mark."""

    text: str
    language: Language
    numbers: tuple[int, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class LaidPart:
    """A heading, its level from 0, and what stands under it."""

    heading: str
    level: int
    bullets: tuple[LaidBullet, ...]


@dataclass(frozen=True, slots=True)
class LaidFact:
    """A row of the table of key facts; the label stands in the first row of its kind."""

    label: str
    value: str
    context: str
    language: Language
    number: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class LaidSource:
    """A cited place: where it is, its words, and the version that was shown of them.

    ``rests_on`` names the works that its words cite, or may.
    """

    number: int
    place: str
    quote: str
    language: Language
    rests_on: str = ""
    version: str = ""
    version_label: str = ""


@dataclass(frozen=True, slots=True)
class BriefingLayout:
    """A briefing from top to bottom.

    ``inline`` tells that each part is so short that its heading stands before its bullet.
    ``works`` are the theses that it is of, as they are named in the list of sources;
    ``legends`` stand above that list, ``remarks`` below it.
    """

    language: Language
    title: str
    kind: str
    coverage: str
    parts: tuple[LaidPart, ...]
    inline: bool
    facts_heading: str
    fact_columns: tuple[str, str, str]
    facts: tuple[LaidFact, ...]
    notes_heading: str
    notes: tuple[LaidBullet, ...]
    legends: tuple[str, ...]
    remarks: tuple[str, ...]
    sources_heading: str
    works: tuple[str, ...]
    sources_intro: str
    sources: tuple[LaidSource, ...]
    made: str
    matches: str
    page_of: str


def lay_out_briefing(briefing: Briefing, made_on: date) -> BriefingLayout:
    """Return a briefing laid out, made on a day."""
    language = briefing.language
    corpus = ", ".join(briefing.document_ids) or "–"
    return BriefingLayout(
        language=language,
        title=plain(briefing.title),
        kind=say_brief("briefing", language),
        coverage=plain(briefing.coverage.text),
        parts=tuple(
            LaidPart(
                plain(part.heading), part.level, tuple(_bullet(b, language) for b in part.bullets)
            )
            for part in briefing.parts
        ),
        inline=briefing.length == "short" and not briefing.topic,
        facts_heading=say_brief("facts", language),
        fact_columns=(
            say_brief("kind", language),
            say_brief("value", language),
            say_brief("context", language),
        ),
        facts=tuple(_facts(briefing.key_facts, language)),
        notes_heading=say_brief("notes", language),
        notes=tuple(
            LaidBullet(plain(note.text), language, note.citations) for note in briefing.notes
        ),
        legends=tuple(plain(n.text) for n in briefing.notices if n.code in LEGENDS),
        remarks=tuple(plain(n.text) for n in briefing.notices if n.code not in LEGENDS),
        sources_heading=say_brief("sources", language),
        works=tuple(_works(briefing)),
        sources_intro=say_brief("sources_of", language),
        sources=tuple(_source(citation, briefing) for citation in briefing.citations),
        made=say_brief("made", language, date=made_on.isoformat(), corpus=plain(corpus)),
        matches=say_brief("matches", language),
        page_of=say_brief("page_of", language, page="{page}", pages="{pages}"),
    )


def numbers_text(bullet: LaidBullet) -> str:
    """Return what stands behind a bullet: ``[1][2]*``."""
    return "".join(f"[{number}]" for number in bullet.numbers) + bullet.mark


def plain(text: str) -> str:
    """Return a text in one line, without what is not seen and what no file may hold."""
    seen = "".join(c if c.isprintable() or c.isspace() else " " for c in visible(text))
    return " ".join(seen.split())


def _bullet(bullet: Bullet, language: Language) -> LaidBullet:
    text = plain(bullet.text)
    if bullet.kind != "worded" and not (text.startswith("“") and text.endswith("”")):
        text = f"“{text}”"
    return LaidBullet(text, bullet.language, bullet.citations, bullet.mark(language))


def _facts(facts: tuple[KeyFact, ...], language: Language) -> Iterator[LaidFact]:
    known: set[str] = set()
    for fact in facts:
        label = "" if fact.kind in known else fact.label
        known.add(fact.kind)
        yield LaidFact(
            label=label,
            value=plain(fact.value),
            context=plain(fact.context),
            language=fact.language,
            number=fact.citation,
            mark=fact.mark(language),
        )


def _works(briefing: Briefing) -> Iterator[str]:
    """Yield each thesis as the list of works of APA has it."""
    for work in briefing.works:
        kind = kind_words(work, "apa", briefing.language)
        yield plain(print_entry(work, kind, "apa", briefing.language).plain)


def _source(citation: Citation, briefing: Briefing) -> LaidSource:
    language = briefing.language
    parts = [citation.heading, say_brief("paragraph", language, number=citation.paragraph)]
    if citation.page is not None:
        parts.append(say_brief("page", language, number=citation.page))
    if len(briefing.document_ids) > 1:
        titles = dict(zip(briefing.document_ids, briefing.titles, strict=True))
        parts.insert(0, titles.get(citation.document_id, citation.document_id))
    version = version_for(citation, language)
    label = ""
    if version is not None:
        kind, _, name = version.origin.partition(":")
        label = say_brief(f"{kind}_version", language, name=name)
    return LaidSource(
        number=citation.number,
        place=plain(", ".join(parts)),
        quote=plain(citation.quote),
        language=citation.language,
        rests_on=_rests_on(citation, language),
        version="" if version is None else plain(version.text),
        version_label=plain(label),
    )


def _rests_on(citation: Citation, language: Language) -> str:
    told = works_words(citation.cited_works, "apa", language)
    return plain(say_brief("cites", language, works=told)) if told else ""
