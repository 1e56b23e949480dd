"""The parts of answering, each alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.abbreviations import abbreviations, spelled_out
from assistant.conversation import understand
from assistant.fusion import Signals, best_of_groups, fuse
from assistant.interrogatives import answer_types
from assistant.phrases import phrases
from assistant.pointers import opens_with_pointer
from assistant.question import read_question
from assistant.records import Citation
from assistant.strings import STRINGS, say
from assistant.verification import verify_quotes
from assistant.which_documents.thesis_record import (
    asked_chapters,
    asked_field,
    asked_part,
    chapter_label,
)
from corpus.records import Passage, ScoredPassage

shares = st.floats(0, 1)


def passage(passage_id: str, group: str) -> Passage:
    return Passage(
        passage_id=passage_id,
        document_id="d",
        section="1",
        ordinal=1,
        heading="1",
        path=("1",),
        language="id",
        file="f.txt",
        start=0,
        end=1,
        raw_start=0,
        raw_end=1,
        text="x",
        sentences=(),
        group=group,
    )


scored = st.builds(
    lambda number, group, score: ScoredPassage(passage(f"d/1/{number}", f"g{group}"), score),
    st.integers(0, 30),
    st.integers(0, 5),
    shares,
)


@given(
    st.lists(scored, unique_by=lambda s: s.passage.passage_id).flatmap(
        lambda found: st.tuples(st.just(found), st.permutations(found))
    )
)
def test_fusion_ignores_input_order_and_keeps_one_of_each_group(
    found: tuple[list[ScoredPassage], list[ScoredPassage]],
) -> None:
    one, other = found
    assert best_of_groups(one) == best_of_groups(other)
    kept = best_of_groups(one)
    assert len({s.passage.group for s in kept}) == len(kept)
    assert {s.passage.group for s in kept} == {s.passage.group for s in one}


@given(shares, shares, shares, shares, shares)
def test_the_score_is_absolute_and_rises_with_each_signal(
    coverage: float, dense: float, spelling: float, sentence: float, more: float
) -> None:
    signals = Signals(coverage, dense, spelling, sentence)
    assert 0 <= fuse(signals) <= 1
    for name in ("coverage", "dense", "spelling", "sentence"):
        raised = replace(signals, **{name: max(getattr(signals, name), more)})
        assert fuse(raised) >= fuse(signals)


@pytest.mark.parametrize(
    ("question", "types"),
    [
        ("Kapan MoU diresmikan dan oleh siapa?", {"when", "who"}),
        ("Who was the governor when it was signed?", {"who"}),
        ("When was it signed?", {"when"}),
        ("Dina taun sabaraha program téh diwujudkeun?", {"when"}),
        ("Punten, bade naros, saha anu ngaresmikeun?", {"who"}),
        ("How many cities, and why?", {"how_many", "why"}),
        ("Sabaraha kota anu gawé bareng?", {"how_many"}),
        ("Apa saja tujuannya?", {"list"}),
        ("Naon waé tujuanana?", {"list"}),
        ("Apa yang dimaksud dengan service city?", {"definition"}),
        ("Naha Jakarta merlukeun éta?", {"why"}),
        ("Apakah programnya efektif?", {"yes_no"}),
        ("Jakarta", set()),
    ],
)
def test_what_a_question_asks_for(question: str, types: set[str]) -> None:
    assert answer_types(question) == types


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Apa tujuannya?", "id"),
        ("gimana caranya biar efektif?", "id"),
        ("What is it for?", "en"),
        ("Naon tujuanana?", "su"),
        ("saha nu ngaresmikeun", "su"),
        ("Punten, iraha program téh dimimitian?", "su"),
    ],
)
def test_the_language_of_short_questions(question: str, language: str) -> None:
    assert read_question(question).language == language


def test_function_words_weigh_little_and_names_are_seen() -> None:
    question = read_question("Why did Osaka sign in 1989?")
    assert question.content == ("osaka", "sign")
    assert question.names == {"osaka", "1989"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Hal ini kemudian menjadi dasar.",
        "Yang kemudian berdampak pada terbukanya peluang.",
        "Berdasarkan pada hal tersebut, kedua kota sepakat.",
        "Ini karena Kota Jakarta didukung oleh beberapa hal.",
        "Which then had an impact.",
        "This is why it matters.",
        "Hal éta jadi dadasar.",
        "Anu saterusna boga dampak.",
        "Sabab gawé bareng ieu, muncul proposal.",
    ],
)
def test_sentences_that_point_back(sentence: str) -> None:
    assert opens_with_pointer(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dalam penelitian ini, dapat disimpulkan bahwa program itu efektif.",
        "Penelitian ini dilakukan untuk mengetahui prosesnya.",
        "In this study, it can be concluded that it works.",
        "This research uses a qualitative approach.",
        "Dina ieu panalungtikan, bisa dicindekkeun yén éféktif.",
        "Kota Jakarta berhasil menjalin kerja sama.",
    ],
)
def test_sentences_that_stand_alone(sentence: str) -> None:
    assert not opens_with_pointer(sentence)


def citation(**changes: object) -> Citation:
    values: dict[str, object] = {
        "number": 1,
        "passage_id": "d/1/1",
        "document_id": "d",
        "section": "1",
        "heading": "1",
        "paragraph": 1,
        "language": "id",
        "quote": "satu dua",
        "file": "f.txt",
        "start": 5,
        "end": 13,
        "raw_start": 5,
        "raw_end": 13,
    }
    return Citation(**(values | changes))  # type: ignore[arg-type]


def test_only_quotes_that_read_back_stay_and_the_rest_is_counted() -> None:
    good = citation(number=2)
    altered = citation(number=1, quote="satu dva")
    moved = citation(number=3, start=4, end=12)
    empty = citation(number=4, quote="", end=5)
    elsewhere = citation(number=5, document_id="other")
    verified = verify_quotes([altered, good, moved, empty, elsewhere], {"d": "nol, satu dua."})
    assert verified.citations == (replace(good, number=1),)
    assert verified.removed == 4


def test_fields_are_filled_once_and_braces_in_them_stay() -> None:
    """D7."""
    said = say("quoted", "en", place="{number}", quote="{a.__class__} {quote}", number=3)
    assert said == "The thesis says ({number}): “{a.__class__} {quote}” [3]"


@pytest.mark.parametrize("key", sorted(STRINGS))
def test_every_string_has_its_three_languages_with_the_same_fields(key: str) -> None:
    fields = {
        language: sorted(set(__import__("re").findall(r"\{(\w+)\}", text)))
        for language, text in STRINGS[key].items()
    }
    assert sorted(fields) == ["en", "id", "su"]
    assert fields["id"] == fields["en"] == fields["su"]
    assert all(STRINGS[key].values())


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Siapa penulis skripsi ini?", "author"),
        ("Who is the author?", "author"),
        ("Saha nu nulis skripsi ieu?", "author"),
        ("Skripsi ini dari universitas mana?", "institution"),
        ("Tahun berapa skripsi ini terbit?", "year"),
        ("Saha pangapingna?", "people"),
        ("How many pages does it have?", "other"),
        ("Siapa gubernur Jakarta?", None),
        ("Who proposed the method?", None),
        ("Kapan MoU ditandatangani?", None),
    ],
)
def test_questions_about_the_thesis_as_a_book(question: str, field: str | None) -> None:
    assert asked_field(question) == field


@pytest.mark.parametrize(
    ("question", "chapters"),
    [
        ("What did Chapter IV find?", (4,)),
        ("Apa isi bab 2 dan bab V?", (2, 5)),
        ("Naon eusi bab katilu?", (3,)),
        ("the third chapter", (3,)),
        ("Apa isi BAB I?", (1,)),
        ("Apa babak barunya?", ()),
    ],
)
def test_chapters_named_in_a_question(question: str, chapters: tuple[int, ...]) -> None:
    assert asked_chapters(question) == chapters


def test_parts_and_labels() -> None:
    assert asked_part("Please show the bibliography") == "bibliography"
    assert asked_part("Lampiranana aya?") == "appendix"
    assert asked_part("Apa tujuannya?") is None
    assert [chapter_label(n, "id") for n in (2, 4, 9, 12)] == [
        "BAB II",
        "BAB IV",
        "BAB IX",
        "BAB XII",
    ]
    assert chapter_label(99, "en") == "the last chapter"


def test_a_question_that_stands_alone_is_not_rewritten() -> None:
    asked = understand("Apa saja tujuan penelitian ini?", [("Siapa gubernurnya?", "…")])
    assert asked.understood_as is None


def test_phrases_match_whole_words_only() -> None:
    pattern = phrases("\n  satu <n>\n  tiga\n", n="(?:dua|2)")
    assert pattern.search("satu 2") is not None
    assert pattern.search("satu dua") is not None
    assert pattern.search("satu duaan") is None
    assert pattern.search("bertiga") is None


def test_abbreviations_meet_the_words_that_they_stand_for() -> None:
    assert abbreviations("Kapan MoU Jakarta dengan DPR Tokyo?") == {"mou", "dpr"}
    assert abbreviations("KAPAN MOU DIRESMIKAN") == frozenset()
    text = "melalui Memorandum of Understanding dan Dewan Perwakilan Rakyat di Tokyo"
    assert {"mou", "dpr"} <= spelled_out(text)
    assert "mu" not in spelled_out(text)
    assert spelled_out("tanpa nama sama sekali") == frozenset()


def test_what_is_counted_is_among_the_words_that_are_read() -> None:
    assert read_question("How many cities is Jakarta partnered with?").counted == "cities"
    assert read_question("Sabaraha kota anu gawé bareng?").counted == "kota"
    long = " ".join(f"kata{number}" for number in range(300))
    assert read_question(f"{long} berapa kota").counted == ""
