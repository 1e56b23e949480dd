"""What a made-up thesis says of itself: the truth that answers are judged by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from corpus.language import LANGUAGES, Language
from tests.benchmarks.thesis_tables import (
    Place,
    Term,
    Texts,
    Topic,
    places,
    sentences,
    terms,
    topics,
)

SHARES: Mapping[Language, int] = {"id": 2, "en": 1, "su": 1}
"""How often a thesis is in each language."""
TRILINGUAL = 0.5
"""How many have their abstract in all three languages."""
PLAIN = 0.2
"""How many are one Markdown file."""
GIVEN = (
    *("Asep", "Dewi", "Rina", "Agus", "Neneng", "Budi", "Sri", "Ujang", "Lina", "Hendra"),
    *("Wulan", "Rahmat", "Tuti", "Dadan", "Maya", "Yusuf", "Ratih", "Gilang", "Nadia", "Cecep"),
)
FAMILY = (
    *("Suhendar", "Lestari", "Permana", "Wijaya", "Kartika", "Nugraha", "Hasanah", "Siregar"),
    *("Pratama", "Maulana", "Rahayu", "Simanjuntak", "Kusuma", "Hidayat", "Anggraeni", "Putra"),
    *("Saepudin", "Wulandari", "Gunawan", "Mahendra", "Sutisna", "Tanjung", "Fauziah", "Lubis"),
)
UNIVERSITIES = (
    *("Universitas Nusa Bakti", "Universitas Wiyata Sunda", "Institut Bahari Nusantara"),
    *("Universitas Kidul Raya", "Universitas Sagara Mandiri", "Institut Teknologi Ciremai"),
)
EFFECTS: Sequence[Texts] = (
    {
        "id": "berpengaruh positif terhadap",
        "en": "had a positive effect on",
        "su": "mangaruhan sacara positif kana",
    },
    {
        "id": "berpengaruh negatif terhadap",
        "en": "had a negative effect on",
        "su": "mangaruhan sacara négatif kana",
    },
    {
        "id": "tidak berpengaruh nyata terhadap",
        "en": "had no clear effect on",
        "su": "teu mangaruhan sacara nyata kana",
    },
)


@dataclass(frozen=True)
class Thesis:
    """One thesis.

    ``abstracts`` are the languages of its abstracts, its own first. ``studied`` is the
    number of people, ``share`` the percentage found, ``effect`` the place in ``EFFECTS``
    of what was found, ``focus`` the places of its two main aspects. A ``plain`` one is a
    single Markdown file, whose author and year stand in the text alone.
    """

    document_id: str
    language: Language
    abstracts: tuple[Language, ...]
    titles: Texts
    author: str
    year: int
    institution: str
    topic: Topic
    place: Place
    method: Term
    techniques: tuple[Term, Term]
    analysis: Term
    studied: int
    share: float
    effect: int
    focus: tuple[int, int]
    plain: bool

    @property
    def title(self) -> str:
        """The title in the thesis's own language."""
        return self.titles[self.language]


def draw_theses(count: int = 200, seed: int = 1) -> tuple[Thesis, ...]:
    """Return ``count`` theses, no two of them on one topic in one place."""
    random = Random(seed)
    pairs = [(topic, place) for topic in topics() for place in places()]
    return tuple(_draw(topic, place, random) for topic, place in random.sample(pairs, count))


def _draw(topic: Topic, place: Place, random: Random) -> Thesis:
    language = random.choices(LANGUAGES, [SHARES[one] for one in LANGUAGES])[0]
    others = tuple(one for one in LANGUAGES if one != language)
    method = random.choice([one for one in terms("method") if topic.field in one.fields])
    techniques = random.sample(_fitting("technique", method), 2)
    focus = random.sample(range(4), 2)
    return Thesis(
        document_id=f"{topic.name}-{place.bare.lower().replace(' ', '-')}",
        language=language,
        abstracts=(language, *(others if random.random() < TRILINGUAL else ())),
        titles=_titles(topic, place, random.choice(sentences()["title"])),
        author=f"{random.choice(GIVEN)} {random.choice(FAMILY)}",
        year=random.randrange(2008, 2025),
        institution=random.choice(UNIVERSITIES),
        topic=topic,
        place=place,
        method=method,
        techniques=(techniques[0], techniques[1]),
        analysis=random.choice(_fitting("analysis", method)),
        studied=random.randrange(12, 240),
        share=random.randrange(310, 890) / 10,
        effect=random.randrange(len(EFFECTS)),
        focus=(focus[0], focus[1]),
        plain=random.random() < PLAIN,
    )


def _fitting(kind: str, method: Term) -> list[Term]:
    return [one for one in terms(kind) if method.approaches[0] in one.approaches]


def _titles(topic: Topic, place: Place, pattern: Texts) -> Texts:
    filled = {
        one: pattern[one].format(
            topic=topic.subject[one], factor=topic.factor[one], place=place.names[one]
        )
        for one in LANGUAGES
    }
    return {one: title[0].upper() + title[1:] for one, title in filled.items()}
