"""The text of a made-up thesis: lines drawn once, said in any of the three languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from corpus.language import Language
from tests.benchmarks.thesis_facts import EFFECTS, FAMILY, Thesis
from tests.benchmarks.thesis_tables import (
    Place,
    Term,
    Topic,
    headings,
    places,
    sentences,
    terms,
    topics,
)

WORDS_A_PAGE = 250
FIXED_WORDS = 620
"""What a thesis has at least, its filling left out."""
FILLING: Mapping[str, float] = {"background": 0.2, "theory": 0.15, "prior": 0.1, "result": 0.55}
WORDS_A_SENTENCE = 13.4
LONGEST_SECTION = 8
"""Paragraphs after which a section of results is divided."""
MONTHS: Mapping[Language, Sequence[str]] = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August"),
    "su": ("Januari", "Pébruari", "Maret", "April", "Méi", "Juni", "Juli", "Agustus"),
}
PERCENT: Mapping[Language, str] = {"id": "persen", "en": "percent", "su": "persén"}


@dataclass(frozen=True)
class Line:
    """A sentence that was drawn: its role, which of the role's, and what fills it."""

    role: str
    place: int
    aspects: tuple[int, int]
    year: int
    share: float
    months: tuple[int, int]
    count: int
    cited: str
    elsewhere: Place
    other_topic: Topic
    other_method: Term


@dataclass(frozen=True)
class Part:
    """A section: its number, its heading and what stands under it.

    ``listed`` tells that the lines behind the first are the items of a list.
    """

    number: str
    heading: str
    paragraphs: tuple[tuple[Line, ...], ...] = ()
    listed: bool = False


class Writer:
    """Draws the lines of one thesis and says them."""

    def __init__(self, thesis: Thesis) -> None:
        self.thesis = thesis
        self._random = Random(thesis.document_id)

    def draw(self, role: str, place: int | None = None, first: int | None = None) -> Line:
        """Draw a line of a role; of the main aspects when ``first`` is not given."""
        random = self._random
        aspects = self.thesis.focus
        if first is not None:
            aspects = (first, random.choice([one for one in range(4) if one != first]))
        months = sorted(random.sample(range(8), 2))
        year = random.randrange(1998, self.thesis.year)
        return Line(
            role=role,
            place=random.randrange(len(sentences()[role])) if place is None else place,
            aspects=aspects,
            year=year,
            share=random.randrange(50, 950) / 10,
            months=(months[0], months[1]),
            count=random.randrange(3, 90),
            cited=f"{random.choice(FAMILY)}, {year}",
            elsewhere=random.choice(places()),
            other_topic=random.choice(topics()),
            other_method=random.choice(terms("method")),
        )

    def paragraph(self, role: str, first: int | None = None) -> tuple[Line, ...]:
        """Draw four to six different sentences of a role."""
        known = range(len(sentences()[role]))
        size = min(self._random.randrange(4, 7), len(known))
        chosen = sorted(self._random.sample(known, size))
        one = self._random.randrange(4) if first is None else first
        return tuple(self.draw(role, place, one) for place in chosen)

    def paragraphs(self, role: str, pages: int, first: int | None = None) -> Iterator[Any]:
        """Draw the filling of a role for a thesis of so many pages, one paragraph at least."""
        words = max(0, pages * WORDS_A_PAGE - FIXED_WORDS) * FILLING[role]
        count = round(words / (5 * WORDS_A_SENTENCE) / (1 if first is None else 4))
        for _ in range(max(1, count)):
            yield self.paragraph(role, first)

    def say(self, line: Line, language: Language) -> str:
        """Return a line in a language."""
        said = sentences()[line.role][line.place][language].format(**self._values(line, language))
        return said[0].upper() + said[1:]

    def _values(self, line: Line, language: Language) -> Mapping[str, Any]:
        thesis, topic = self.thesis, self.thesis.topic
        people = topic.people[language]
        # "60 urang nu boga imah": Sundanese counts those who do something as persons.
        counted = " urang" if language == "su" and people.startswith("nu ") else ""
        share = thesis.share if line.role == "figure" else line.share
        aspects = topic.aspects[language]
        return {
            "topic": topic.subject[language],
            "people": people,
            "factor": topic.factor[language],
            "aspect": aspects[line.aspects[0]],
            "aspect2": aspects[line.aspects[1]],
            "place": thesis.place.names[language],
            "method": thesis.method.names[language],
            "technique": thesis.techniques[0].names[language],
            "technique2": thesis.techniques[1].names[language],
            "analysis": thesis.analysis.names[language],
            "effect": EFFECTS[thesis.effect][language],
            "n": f"{thesis.studied}{counted}",
            "taken": thesis.year - 1,
            "year": line.year,
            "pct": f"{_number(share, language)} {PERCENT[language]}",
            "score": _number(line.share / 20, language),
            "count": line.count,
            "month": MONTHS[language][line.months[0]],
            "month2": MONTHS[language][line.months[1]],
            "cited": line.cited,
            "cited2": f"{line.cited.replace(', ', ' (')})",
            "otherplace": line.elsewhere.names[language],
            "othertopic": line.other_topic.subject[language],
            "othermethod": line.other_method.names[language],
        }

    def abstract(self) -> tuple[tuple[Line, ...], ...]:
        """Draw the abstract, to be said in each of its languages."""
        roles = ("context", "gap", "aim", "method", "collecting", "finding", "figure", "conclusion")
        return tuple(self.draw(role) for role in roles), (self.draw("keywords"),)

    def body(self, pages: int) -> Iterator[Part]:
        """Draw the chapters, section by section."""
        yield self._part("1")
        yield self._part("1.1", (self.draw("context"), self.draw("gap")),
                         *self.paragraphs("background", pages))  # fmt: skip
        yield self._list("1.2", "question-lead", "question")
        yield self._list("1.3", "aims-lead", "aim-item")
        yield self._part("1.4")
        yield self._part("1.4.1", (self.draw("theory-benefit", 0), self.draw("theory-benefit", 1)))
        benefits = (self.draw("practical-benefit", 0), self.draw("practical-benefit", 1))
        yield self._part("1.4.2", benefits)
        yield self._part("2")
        yield self._part("2.1", *self.paragraphs("theory", pages))
        yield self._part("2.2", *self.paragraphs("prior", pages))
        yield self._part("3")
        yield self._part("3.1", (self.draw("method"), self.draw("aim")))
        yield self._part("3.2", (self.draw("setting", 0), self.draw("setting", 1)))
        yield self._part("3.3", (self.draw("sample"),))
        yield self._part("3.4", (self.draw("collecting"), self.draw("analysis")))
        yield self._part("4")
        for place in range(4):
            yield from self._results(place, pages)
        yield self._part("5")
        ends = tuple(self.draw(role) for role in ("conclusion", "finding", "figure"))
        yield self._part("5.1", ends)
        yield self._part("5.2", tuple(self.draw("suggestion", place) for place in range(3)))

    def _part(self, number: str, *paragraphs: tuple[Line, ...]) -> Part:
        return Part(number, headings()[number][self.thesis.language], paragraphs)

    def _list(self, number: str, lead: str, item: str) -> Part:
        lines = (self.draw(lead), *(self.draw(item, place) for place in range(3)))
        return Part(number, headings()[number][self.thesis.language], (lines,), listed=True)

    def _results(self, place: int, pages: int) -> Iterator[Part]:
        language = self.thesis.language
        heading = self.thesis.topic.aspects[language][place].capitalize()
        drawn = tuple(self.paragraphs("result", pages, place))
        if len(drawn) <= LONGEST_SECTION:
            yield Part(f"4.{place + 1}", heading, drawn)
            return
        yield Part(f"4.{place + 1}", heading)
        for part, start in enumerate(range(0, len(drawn), LONGEST_SECTION), start=1):
            line = drawn[start][0]
            month, year = MONTHS[language][line.months[0]], line.year
            notes = headings()["notes"][language].format(month=month, year=year)
            paragraphs = drawn[start : start + LONGEST_SECTION]
            yield Part(f"4.{place + 1}.{part}", notes, paragraphs)


def _number(value: float, language: Language) -> str:
    shown = f"{value:.1f}"
    return shown if language == "en" else shown.replace(".", ",")
