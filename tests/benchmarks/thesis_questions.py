"""Questions about made-up theses, with the theses that answer them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.language import LANGUAGES, Language
from tests.benchmarks.thesis_facts import Thesis
from tests.benchmarks.thesis_tables import Texts, places, terms, topics

__all__ = ["ThesisQuestion", "about_one", "asking_back", "which_theses"]


@dataclass(frozen=True)
class ThesisQuestion:
    """A question; ``relevant`` are the ids of the theses that answer it, sorted."""

    kind: str
    language: Language
    text: str
    relevant: tuple[str, ...]


USING: Mapping[Language, Sequence[str]] = {
    "id": (
        "Skripsi mana yang memakai {x}?",
        "Skripsi mana saja yang menggunakan {x}?",
        "Permisi, mau tanya, tesis apa saja yang pakai {x} ya?",
    ),
    "en": (
        "Which theses use {x}?",
        "Which of the theses used {x}?",
        "Could you please list the theses that use {x}?",
    ),
    "su": (
        "Skripsi naon waé nu ngagunakeun {x}?",
        "Skripsi mana nu maké {x}?",
        "Punten, bade naros, skripsi naon waé anu nganggo {x}?",
    ),
}
ABOUT: Mapping[Language, Sequence[str]] = {
    "id": (
        "Apakah ada skripsi tentang {x}?",
        "Tesis apa saja yang membahas {x}?",
        "Mohon sebutkan penelitian mengenai {x}.",
    ),
    "en": (
        "What research discusses {x}?",
        "List the theses about {x}",
        "Are there any studies on {x}, please?",
    ),
    "su": (
        "Aya skripsi ngeunaan {x}?",
        "Panalungtikan naon waé nu medar {x}?",
        "Punten, aya skripsi perkawis {x}?",
    ),
}
AT: Mapping[Language, Sequence[str]] = {
    "id": ("Penelitian mana yang dilakukan di {x}?", "Ada skripsi yang meneliti di {x}?"),
    "en": ("Which studies were carried out in {x}?", "Is there any thesis set in {x}?"),
    "su": ("Panalungtikan mana nu dilaksanakeun di {x}?", "Aya skripsi nu nalungtik di {x}?"),
}
APPROACHES: Mapping[str, Texts] = {
    "qualitative": {
        "id": "metode kualitatif",
        "en": "a qualitative method",
        "su": "métode kualitatif",
    },
    "quantitative": {
        "id": "metode kuantitatif",
        "en": "a quantitative method",
        "su": "métode kuantitatif",
    },
}
NAMES: Mapping[str, Texts] = {
    "case-study": {"id": "studi kasus", "en": "a case study", "su": "studi kasus"},
    "ethnography": {"id": "etnografi", "en": "ethnography", "su": "étnografi"},
    "phenomenology": {"id": "fenomenologi", "en": "phenomenology", "su": "fénoménologi"},
    "experiment": {"id": "eksperimen", "en": "an experiment", "su": "ékspérimén"},
    "survey": {"id": "survei", "en": "a survey", "su": "survéy"},
}
"""What those methods are called for short; the others go by their full names."""
ABSENT: Sequence[Texts] = (
    {"id": "perilaku burung hantu", "en": "the behaviour of owls", "su": "paripolah manuk bueuk"},
    {"id": "mata uang kripto", "en": "cryptocurrencies", "su": "mata uang kripto"},
    {"id": "arsitektur gereja", "en": "church architecture", "su": "arsitéktur garéja"},
    {"id": "atlet renang", "en": "swimming athletes", "su": "atlét ngojay"},
    {"id": "bedah jantung", "en": "heart surgery", "su": "bedah jantung"},
    {"id": "puisi Chairil Anwar", "en": "the poems of Chairil Anwar", "su": "sajak Chairil Anwar"},
    {"id": "gunung berapi bawah laut", "en": "undersea volcanoes",
     "su": "gunung seuneu jero laut"},
    {"id": "robot pemotong rumput", "en": "lawn-mowing robots", "su": "robot tukang motong jukut"},
    {"id": "peternakan burung unta", "en": "ostrich farming", "su": "peternakan manuk onta"},
    {"id": "satelit cuaca", "en": "weather satellites", "su": "satelit cuaca"},
)  # fmt: skip
POINTING: Mapping[Language, Sequence[str]] = {
    "id": (
        "Apa tujuan penelitian ini?",
        "Rumusan masalahnya apa?",
        "Siapa penulis skripsi ini?",
        "Metode apa yang digunakan dalam penelitian ini?",
        "Apa kesimpulannya?",
        "Berapa responden penelitian ini?",
        "Mohon jelaskan manfaat penelitian ini.",
        "Skripsi ini ditulis tahun berapa?",
        "Di mana penelitian ini dilakukan?",
        "Bagaimana teknik pengumpulan datanya?",
        "Apa saran dari penulis?",
        "Apa latar belakang tesis ini?",
    ),
    "en": (
        "What is the aim of this study?",
        "What is the research question?",
        "Who wrote this thesis?",
        "Which method does the research use?",
        "What does the thesis conclude?",
        "How many respondents did this study have?",
        "Could you please explain the benefits of this research?",
        "In what year was this thesis written?",
        "Where was the study carried out?",
        "How were the data collected?",
        "What does the author suggest?",
        "What is the background of this thesis?",
    ),
    "su": (
        "Naon tujuan panalungtikan ieu?",
        "Rumusan masalahna naon?",
        "Saha nu nulis ieu skripsi?",
        "Métode naon nu dipaké dina ieu panalungtikan?",
        "Naon kacindekanana?",
        "Sabaraha réspondén ieu panalungtikan?",
        "Punten, naon mangpaat panalungtikan ieu téh?",
        "Skripsi ieu diserat taun sabaraha?",
        "Di mana ieu panalungtikan dilaksanakeun?",
        "Kumaha cara ngumpulkeun datana?",
        "Naon saran ti panulisna?",
        "Naon kasang tukang skripsi ieu?",
    ),
}
NAMING: Mapping[Language, Sequence[str]] = {
    "id": (
        "Apa tujuan penelitian tentang {topic} di {place}?",
        "Skripsi tentang {topic} di {place} ini memakai metode apa?",
        "Siapa penulis skripsi mengenai {topic} di {place}?",
    ),
    "en": (
        "What is the aim of the study on {topic} in {place}?",
        "Which method does this thesis about {topic} in {place} use?",
        "Who wrote the thesis on {topic} in {place}?",
    ),
    "su": (
        "Naon tujuan panalungtikan ngeunaan {topic} di {place}?",
        "Skripsi ieu, nu ngeunaan {topic} di {place}, maké métode naon?",
        "Saha panulis skripsi perkawis {topic} di {place}?",
    ),
}


def which_theses(theses: Sequence[Thesis]) -> Iterator[ThesisQuestion]:
    """Yield questions for documents, in each language; ``absent`` ones have no answer."""
    for language in LANGUAGES:
        for approach, names in APPROACHES.items():
            found = [t for t in theses if approach in t.method.approaches]
            yield from _asked("approach", language, USING, names, found)
        for method in terms("method"):
            found = [t for t in theses if t.method == method]
            yield from _asked(
                "method", language, USING, NAMES.get(method.name, method.names), found
            )
        for technique in terms("technique"):
            found = [t for t in theses if technique in t.techniques]
            yield from _asked("technique", language, USING, technique.names, found)
        for analysis in terms("analysis"):
            found = [t for t in theses if t.analysis == analysis]
            yield from _asked("analysis", language, USING, analysis.names, found)
        for topic in topics():
            found = [t for t in theses if t.topic == topic]
            yield from _asked("topic", language, ABOUT, topic.subject, found)
            yield from _asked("people", language, ABOUT, topic.people, found)
        for place in places():
            found = [t for t in theses if t.place == place]
            yield from _asked("place", language, AT, place.names, found)
        for names in ABSENT:
            yield from _asked("absent", language, ABOUT, names, [])


def _asked(
    kind: str,
    language: Language,
    frames: Mapping[Language, Sequence[str]],
    names: Texts,
    found: Sequence[Thesis],
) -> Iterator[ThesisQuestion]:
    if not found and kind != "absent":
        return
    # Frames take turns: which one is of no matter, and always the same one for a name.
    frame = frames[language][len(names["id"]) % len(frames[language])]
    relevant = tuple(sorted(thesis.document_id for thesis in found))
    yield ThesisQuestion(kind, language, frame.format(x=names[language]), relevant)


def asking_back() -> Iterator[ThesisQuestion]:
    """Yield questions that point to one thesis without saying which."""
    for language in LANGUAGES:
        for text in POINTING[language]:
            yield ThesisQuestion("pointing", language, text, ())


def about_one(theses: Sequence[Thesis]) -> Iterator[ThesisQuestion]:
    """Yield questions that say by topic and place which thesis is meant, in each language."""
    for number, thesis in enumerate(theses):
        language = LANGUAGES[number % len(LANGUAGES)]
        frame = NAMING[language][number // len(LANGUAGES) % len(NAMING[language])]
        text = frame.format(
            topic=thesis.topic.subject[language], place=thesis.place.names[language]
        )
        yield ThesisQuestion("naming", language, text, (thesis.document_id,))
