"""What only frames a question, and what it asks for."""

import pytest

from assistant.evidence_types import tells_of_a_day
from assistant.interrogatives import asks_of_today
from assistant.question import read_question
from corpus.records import Sentence


@pytest.mark.parametrize(
    ("question", "types", "content"),
    [
        ("Apa yang dimaksud dengan kota kembar?", {"definition"}, ("kota", "kembar")),
        ("Please explain the meaning of the term twin town.", {"definition"}, ("twin", "town")),
        ("Naon hartina kota kembar numutkeun naskah ieu?", {"definition"}, ("kota", "kembar")),
        ("Untuk berapa lama perjanjian itu berlaku?", {"how_long"}, ("perjanjian", "berlaku")),
        ("How long does the treaty last?", {"how_long"}, ("treaty", "last")),
        ("Sabaraha lilana perjangjian téh?", {"how_long"}, ("perjangjian",)),
        (
            "Ari Bandung sorangan geus nyumponan standar?",
            set(),
            ("bandung", "nyumponan", "standar"),
        ),
        ("Ari kota kembar téh naon?", {"definition"}, ("kota", "kembar")),
        ("Lalu sejak kapan itu sebenarnya berlaku?", {"when"}, ("berlaku",)),
        ("Jadi naon hasilna atuh?", {"result"}, ("hasilna",)),
        ("What long-term plan was agreed?", set(), ("long", "term", "plan", "agreed")),
    ],
)
def test_the_frame_of_a_question_is_not_what_it_is_about(
    question: str, types: set[str], content: tuple[str, ...]
) -> None:
    read = read_question(question)
    assert read.types == types
    assert read.content == content


@pytest.mark.parametrize(
    ("question", "today"),
    [
        ("Siapa gubernurnya sekarang?", True),
        ("Saha gubernurna ayeuna?", True),
        ("Who is the current governor?", True),
        ("Who knew the governor then?", False),
    ],
)
def test_a_question_about_today_is_told(question: str, today: bool) -> None:
    assert asks_of_today(question) == today


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Pada tahun 1989 gubernur Jakarta meresmikan perjanjian.", True),
        ("Kota itu menjadi ibu kota sejak tahun 1966 hingga saat ini.", False),
        ("Gubernur meresmikan perjanjian (Parama, 2021).", False),
        ("It was signed in 1989.", True),
        ("It has been in force since 1989.", False),
    ],
)
def test_a_dated_sentence_tells_nothing_of_today(text: str, dated: bool) -> None:
    sentence = Sentence(0, 0, len(text), 0, len(text), 1, text)
    assert tells_of_a_day(sentence) == dated
