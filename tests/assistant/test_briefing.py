"""Briefings of the shipped thesis: what they hold, what each rests on, what they leave out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from assistant import Assistant, Briefing, Bullet, export_briefing
from assistant.briefing.records import BriefAsk, BriefingLength
from assistant.evidence_types import is_aim
from corpus.errors import BriefingError, UnknownDocumentError, UnknownSectionError
from corpus.language import LANGUAGES, Language
from corpus.sentences import plain_sentences
from corpus.text import fold

POINTS = tomllib.loads(Path(__file__).with_name("briefing_points.toml").read_text("utf-8"))
LIMITS: dict[BriefingLength, int] = {"short": 120, "medium": 400}
CASES = [(language, length) for language in LANGUAGES for length in LIMITS]
Brief = Callable[[Language, BriefingLength], Briefing]
LENGTHS: tuple[BriefingLength, ...] = ("short", "medium", "long")
ALL = [(language, length) for language in LANGUAGES for length in LENGTHS]


@pytest.fixture(scope="module")
def brief(assistant: Assistant) -> Brief:
    @cache
    def made(language: Language, length: BriefingLength) -> Briefing:
        return assistant.brief(language=language, length=length)

    return made


def body(briefing: Briefing) -> str:
    """Return what is read before the sources, as the Markdown has it."""
    text = export_briefing(briefing, "md").decode("utf-8")
    sources = {"id": "## Sumber kutipan", "en": "## Sources", "su": "## Sumber cutatan"}
    return text[: text.index(sources[briefing.language])]


def shown_in(briefing: Briefing, bullet: Bullet) -> str:
    """Return the whole text that a bullet was taken from, in the language that it is shown in."""
    citation = briefing.citation(bullet.citations[0])
    if bullet.language == citation.language:
        return citation.quote
    version = next(v for v in citation.versions if v.language == bullet.language)
    assert version.origin == bullet.origin
    return version.text


@pytest.mark.parametrize(("language", "length"), CASES)
@pytest.mark.parametrize("point", ["subject", "question", "method", "conclusion", "benefit"])
def test_the_five_points_are_there(
    brief: Brief, language: Language, length: BriefingLength, point: str
) -> None:
    read = " ".join(fold(body(brief(language, length))).replace("\\", "").split())
    accepted = POINTS[language][point]["accepted"]
    assert any(all(piece in read for piece in pieces) for pieces in accepted), read


@pytest.mark.parametrize(("language", "length"), CASES)
def test_no_briefing_is_longer_than_it_may_be(
    brief: Brief, language: Language, length: BriefingLength
) -> None:
    made = brief(language, length)
    # The marks of Markdown are no words; all else that whitespace parts is one.
    marks = re.compile(r"^(?:#+|-|\||-{3,})$")
    counted = [word for word in body(made).split() if not marks.match(word)]
    columns = 4 if made.key_facts else 0  # the table's own headings
    assert len(counted) - columns <= made.words <= LIMITS[length] == made.limit
    assert made.words > 0.7 * LIMITS[length]


@pytest.mark.parametrize(("language", "length"), ALL)
def test_every_bullet_is_cited_and_reads_back(
    assistant: Assistant, brief: Brief, language: Language, length: BriefingLength
) -> None:
    made = brief(language, length)
    text = assistant.store.catalog.canonical_text("jakarta-tokyo")
    assert len(made.bullets) >= 4
    for citation in made.citations:
        assert text[citation.start : citation.end] == citation.quote
        assert citation == made.citation(citation.number)
    for bullet in made.bullets:
        assert bullet.citations
        whole = shown_in(made, bullet)
        pieces = [piece.strip() for piece in bullet.text.split("…")]
        bare = [piece.rstrip("?”") for piece in pieces if piece.strip("?”")]
        assert bare
        assert all(piece in whole for piece in bare), bullet.text
        if bullet.kind == "quote":
            assert whole.endswith(bullet.text)
    numbers = {n for bullet in made.bullets for n in bullet.citations}
    numbers |= {fact.citation for fact in made.key_facts}
    numbers |= {n for note in made.notes for n in note.citations}
    assert numbers == set(range(1, len(made.citations) + 1))


@pytest.mark.parametrize(("language", "length"), ALL)
def test_what_is_quoted_is_whole_sentences(
    brief: Brief, language: Language, length: BriefingLength
) -> None:
    for citation in brief(language, length).citations:
        spans = plain_sentences(citation.quote, 0, 1)
        assert spans[-1].end == len(citation.quote)
        assert citation.quote[0] in "“-1234" or citation.quote[0].isupper()


@pytest.mark.parametrize(("language", "length"), ALL)
def test_the_condition_of_the_conclusion_stays(
    brief: Brief, language: Language, length: BriefingLength
) -> None:
    made = brief(language, length)
    (conclusion,) = [b for b in made.bullets if b.role == "conclusion"]
    condition = {"id": "jika dilihat", "en": "when viewed", "su": "lamun ditilik"}
    hedge = {"id": "dapat disimpulkan", "en": "can be concluded", "su": "bisa dicindekkeun"}
    assert condition[language] in conclusion.text
    assert hedge[language] in conclusion.text


@pytest.mark.parametrize(("language", "length"), ALL)
def test_what_is_hoped_for_is_no_finding(
    assistant: Assistant, brief: Brief, language: Language, length: BriefingLength
) -> None:
    made = brief(language, length)
    held = assistant.store.catalog.passages([c.passage_id for c in made.citations])
    for bullet in made.bullets:
        citation = made.citation(bullet.citations[0])
        sentences = [
            s
            for s in held[citation.passage_id].sentences
            if citation.start <= s.start and s.end <= citation.end
        ]
        hoped = any(is_aim(sentence) for sentence in sentences)
        if bullet.role in {"result", "conclusion"}:
            assert not hoped
        if bullet.role == "benefit":
            assert hoped


@pytest.mark.parametrize("length", LENGTHS)
def test_all_sections_are_read_and_said_to_be(brief: Brief, length: BriefingLength) -> None:
    first = {
        "id": "Dibaca: abstrak dan BAB I, seluruh 11 bagian; "
        "tidak tersimpan: BAB II dan seterusnya.",
        "en": "Read: abstract and Chapter I, all 11 sections; not held: Chapter II onwards.",
        "su": "Diaos: ringkesan sareng BAB I, sadaya 11 bagian; teu disimpen: BAB II ka payunna.",
    }
    for language in LANGUAGES:
        made = brief(language, length)
        assert made.coverage.text == first[language]
        assert made.coverage.sections_read == made.coverage.sections == 11
        assert body(made).splitlines()[2] == f"*{first[language]}*"


def test_a_long_briefing_goes_through_every_section(assistant: Assistant, brief: Brief) -> None:
    made = brief("en", "long")
    held = [s for s in assistant.store.catalog.sections("jakarta-tokyo") if s.end > s.start]
    versions = {"abstract", "ringkesan"}  # the author's versions of the section "abstrak"
    quoted = [part.section for part in made.parts if part.bullets]
    assert quoted == [s.section_id for s in held if s.section_id not in versions]
    assert [p.heading for p in made.parts[:3]] == [
        "ABSTRACT",
        "CHAPTER I INTRODUCTION",
        "1.1 Background",
    ]
    assert [p.level for p in made.parts if p.section in {"1", "1.1", "1.4.2.1"}] == [0, 1, 3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_key_facts_are_words_of_the_text_with_their_source(
    brief: Brief, language: Language
) -> None:
    made = brief(language, "medium")
    assert {fact.kind for fact in made.key_facts} == {"who", "when", "where", "how_much"}
    for fact in made.key_facts:
        citation = made.citation(fact.citation)
        texts = [citation.quote, *(v.text for v in citation.versions)]
        assert any(fact.value in text for text in texts)
        piece = fact.context.strip("… ")
        assert any(piece in text for text in texts)
    values = {fact.value for fact in made.key_facts}
    assert "1990" in values
    assert values & {"Wiyogo Atmodarminto", "Shunichi Suzuki", "John W.Cresswell"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_differences_within_the_text_are_noted(brief: Brief, language: Language) -> None:
    dates, keywords = brief(language, "medium").notes
    assert "“20 Januari 1958”; “April 1958”" in dates.text
    assert "“Public Service”; “Public City”" in keywords.text
    made = brief(language, "medium")
    quotes = [made.citation(n).quote for n in (*dates.citations, *keywords.citations)]
    assert "20 Januari 1958" in quotes[0]
    assert "April 1958" in quotes[1]
    assert quotes[3].endswith("Public City")


def test_a_translation_is_marked_and_the_authors_version_is_not(brief: Brief) -> None:
    made = brief("en", "short")
    origins = {bullet.role: (bullet.origin, bullet.mark("en")) for bullet in made.bullets}
    assert origins["question"] == ("project", "*")
    assert origins["conclusion"] == ("author", "")
    assert [notice.text for notice in made.notices] == ["*Unofficial translation"]
    assert all(not bullet.mark("id") for bullet in brief("id", "short").bullets)
    assert brief("id", "short").notices == ()


def test_a_section_is_briefed_alone(assistant: Assistant) -> None:
    made = assistant.brief(section="1.4", language="en", length="medium")
    assert {c.section for c in made.citations} <= {
        "1.4.1",
        "1.4.2",
        "1.4.2.1",
        "1.4.2.2",
        "1.4.2.3",
    }
    assert made.coverage.text == (
        "Read: 1.4 Objectives and Uses of the Research, sections: 5 of 11 that are held."
    )
    assert {bullet.role for bullet in made.bullets} <= {"purpose", "benefit", "other"}


def test_what_is_said_of_the_world_is_no_benefit_of_the_study(assistant: Assistant) -> None:
    made = assistant.brief(section="1.1", language="id", length="medium")
    assert made.bullets
    assert not {bullet.role for bullet in made.bullets} & {"benefit", "result", "conclusion"}


def test_a_topic_is_briefed_where_it_stands(assistant: Assistant) -> None:
    made = assistant.brief(topic="floods", language="en")
    assert made.document_ids == ("jakarta-tokyo",)
    assert "floods" in made.bullets[0].text
    assert made.words <= 120
    assert made.topic == made.title == "floods"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_that_no_text_speaks_of_is_left_at_that(
    assistant: Assistant, language: Language
) -> None:
    made = assistant.brief(topic="photosynthesis of orchids", language=language)
    assert made.bullets == ()
    assert made.citations == ()
    assert [notice.code for notice in made.notices] == ["nothing"]


def test_what_to_brief_must_be_clear(assistant: Assistant) -> None:
    with pytest.raises(UnknownDocumentError, match="no document 'x' is held"):
        assistant.brief(document_ids=["x"])
    with pytest.raises(
        UnknownSectionError, match=r"no section '9\.9' .*; it has: abstrak, abstract"
    ):
        assistant.brief(section="9.9")
    with pytest.raises(BriefingError, match="a section or of a topic: give one of the two"):
        assistant.brief(section="1.4", topic="kota")


def test_an_unknown_length_or_format_is_refused(assistant: Assistant) -> None:
    with pytest.raises(
        BriefingError, match="unknown length 'tiny': use one of short, medium, long"
    ):
        assistant.brief(length="tiny")  # type: ignore[arg-type]
    with pytest.raises(BriefingError, match="unknown format 'odt': use one of md, docx, pdf"):
        export_briefing(assistant.brief(), "odt")  # type: ignore[arg-type]


@pytest.mark.parametrize("topic", ["kota " * 3_000, "x" * 20_000, "\x00\u202e<b>{{7*7}}</b>"])
def test_an_odd_topic_does_no_harm(assistant: Assistant, topic: str) -> None:
    made = assistant.brief(topic=topic, language="en")
    assert made.words <= 120
    assert len(made.title) < 500
    for form in ("md", "docx", "pdf"):
        assert export_briefing(made, form)  # type: ignore[arg-type]


def test_the_runnable_gives_the_same_briefing(assistant: Assistant) -> None:
    by_hand = assistant.brief(language="su")
    asked = assistant.briefings.invoke(BriefAsk(language="su"))
    mapped = assistant.briefings.invoke({"language": "su"})
    assert by_hand.parts == asked.parts == mapped.parts
    assert assistant.briefings.invoke("sister city").topic == "sister city"


def test_the_language_is_the_documents_own_unless_asked(assistant: Assistant) -> None:
    assert assistant.brief().language == "id"
    assert assistant.brief(topic="What do floods do to the city?").language == "en"
