"""Briefings that a language model words: what passes takes a bullet's place, the rest stays."""

from __future__ import annotations

import pytest

from assistant import Briefing
from assistant.briefing.records import BriefingLength
from corpus.language import LANGUAGES, Language
from tests.assistant.model_rig import FACT, STATEMENTS, Rig, entry, key_of
from tests.assistant.openai_server import Prompted, cut_after_text

CONCLUSION = "dapat disimpulkan bahwa implementasi"
WORDED: dict[Language, str] = {
    "id": "Dapat disimpulkan bahwa program pertukaran tenaga kerja ini efektif jika dilihat dari "
    "perspektif kualitatif.",
    "en": "It can be concluded that the labor exchange program is effective when viewed from a "
    "qualitative perspective.",
    "su": "Bisa dicindekkeun yén program pertukaran tenaga kerja téh éféktif lamun ditilik tina "
    "sudut pandang kualitatif.",
}
WITHOUT_CONDITION = "The labor exchange program is an effective program."
AS_RESULT = "The research has improved knowledge of the labor exchange program."


def states(statement: str, words: str = CONCLUSION):  # noqa: ANN201 - a model
    """Return a model that states one thing wherever the evidence holds ``words``."""

    def write(asked: Prompted) -> str:
        if not any(words in text for text in asked.evidence.values()):
            return "NONE"
        return entry(statement, key_of(asked, words))

    return write


def brief(model: Rig, language: Language = "en", length: BriefingLength = "short") -> Briefing:
    return model.assistant.brief(language=language, length=length)


def codes(made: Briefing) -> list[str]:
    return [notice.code for notice in made.notices]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_that_passes_takes_the_place_of_its_bullet(
    model: Rig, language: Language
) -> None:
    model.server.write = states(WORDED[language])
    made = brief(model, language)
    (worded,) = [bullet for bullet in made.bullets if bullet.kind == "worded"]
    assert worded.text == WORDED[language]
    assert worded.role == "conclusion"
    assert worded.origin == "generator:openai:m"
    assert worded.mark(language) == ""
    assert CONCLUSION in made.citation(worded.citations[0]).quote
    assert [bullet.role for bullet in made.bullets] == [
        "question",
        "method",
        "conclusion",
        "benefit",
    ]
    assert made.words <= 120
    assert made.generator == "openai:m"
    assert "worded_by" in codes(made)
    assert {n for b in made.bullets for n in b.citations} == set(range(1, len(made.citations) + 1))


def test_it_is_asked_section_by_section_and_then_to_merge(model: Rig) -> None:
    def write(asked: Prompted) -> str:
        if CONCLUSION in "".join(asked.evidence.values()):
            return states(WORDED["en"])(asked)
        return states("The research question is how the program is implemented.", "Bagaimana")(
            asked
        )

    model.server.write = write
    made = brief(model)
    sections = {made.citation(n).section for b in made.bullets for n in b.citations}
    assert len(model.server.asked) == len(sections) + 1
    *parts, merged = model.server.asked
    assert all("Sum up this part of a thesis" in asked.system for asked in parts)
    assert "Join those that say the same" in merged.system
    assert f"- {WORDED['en']}" in merged.human


@pytest.mark.parametrize("statement", [WITHOUT_CONDITION, AS_RESULT])
def test_what_does_not_pass_is_dropped_and_the_quote_stands(model: Rig, statement: str) -> None:
    words = CONCLUSION if statement is WITHOUT_CONDITION else "Diharapkan dapat meningkatkan"
    model.server.write = states(statement, words)
    made = brief(model)
    assert all(bullet.kind != "worded" for bullet in made.bullets)
    assert all(statement not in bullet.text for bullet in made.bullets)
    assert made.rejected.claims >= 1
    assert made.generator == "extractive"
    assert "nothing_left" in codes(made)
    assert len(made.bullets) == 4


def test_a_model_that_fails_leaves_the_quoted_briefing(model: Rig) -> None:
    model.server.statuses = [401] * 5
    made = brief(model, "su")
    assert all(bullet.kind != "worded" for bullet in made.bullets)
    assert codes(made)[-1] == "model_failed"
    assert "openai:m" in made.notices[-1].text
    assert made.words <= 120
    assert len(model.server.asked) == 1


def test_the_model_is_left_alone_when_that_is_asked(model: Rig) -> None:
    made = model.assistant.brief(language="en", use_model=False)
    assert made.generator == "extractive"
    assert made.bullets
    assert model.server.asked == []


def test_what_passed_before_a_break_stays(model: Rig) -> None:
    seen: list[str] = []

    def write(asked: Prompted) -> str:
        told = states(WORDED["en"])(asked)
        if told != "NONE":
            seen.append(told)
            model.server.fault = cut_after_text
        return told

    model.server.write = write
    made = brief(model)
    assert seen
    assert [bullet.text for bullet in made.bullets if bullet.kind == "worded"] == [WORDED["en"]]
    assert "broken_off" in codes(made)


def test_a_wording_that_breaks_the_limit_is_left_out(model: Rig) -> None:
    long = WORDED["en"].replace(
        "the labor exchange program",
        "the implementation of the labor exchange program within the scope of the Jakarta City and "
        "Tokyo City governments",
    )
    model.server.write = states(long)
    made = brief(model)
    assert made.words <= 120
    assert all(bullet.kind != "worded" for bullet in made.bullets)


def test_a_topic_is_worded_as_well(model: Rig) -> None:
    model.server.write = states(STATEMENTS["id"], FACT)
    made = model.assistant.brief(topic="Wiyogo Atmodarminto", language="id")
    assert STATEMENTS["id"] in [bullet.text for bullet in made.bullets if bullet.kind == "worded"]
    assert made.words <= 120
