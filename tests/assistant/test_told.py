"""What a sentence tells, and what of it is new to a question."""

from __future__ import annotations

import pytest

from assistant.dimensions import asked_dimension
from assistant.told import read_told
from corpus.text import words

FOUNDED = (
    "Sekolah ini didirikan pada tanggal 17 Juli 2004 oleh H. Ujang Kosasih, seorang pensiunan."
)


@pytest.mark.parametrize(
    ("sentence", "question", "told"),
    [
        (FOUNDED, "Siapa pendiri sekolah itu?", True),
        (FOUNDED, "Berapa umur Ujang Kosasih?", False),
        ("The team was led by Dewi Anggraini, a hydrologist.", "Who led the team?", True),
        ("Tim dipimpin oleh ahli hidrologi dari dinas.", "Siapa yang memimpin tim?", False),
        ("Sister City Jakarta dan Tokyo berjalan lama.", "Siapa yang meresmikan?", False),
    ],
)
def test_a_person_is_told_who_is_not_in_the_question(
    sentence: str, question: str, told: bool
) -> None:
    assert (read_told(sentence).person(frozenset(words(question))) > 0.0) is told


def test_a_person_is_surer_where_something_says_so() -> None:
    nobody = frozenset[str]()
    plain = read_told("Ceritanya tentang Dewi Anggraini saja.").person(nobody)
    assert 0.0 < plain < read_told("Tim dipimpin oleh Dewi Anggraini.").person(nobody) == 1.0


@pytest.mark.parametrize(
    ("sentence", "question", "least"),
    [
        ("Kampung ini terletak di Kecamatan Cikajang.", "Di mana kampung itu?", 1.0),
        ("The training was held at the hall of a cooperative.", "Where was it held?", 0.5),
        ("Palatihanana di Bandung.", "Di mana palatihanana?", 0.5),
    ],
)
def test_a_place_is_told(sentence: str, question: str, least: float) -> None:
    assert read_told(sentence).place(frozenset(words(question))) >= least


def test_a_sentence_without_a_place_tells_none() -> None:
    assert read_told("Siswa membaca teks dua kali.").place(frozenset()) == 0.0


def test_dates_and_numbers_are_told_apart_and_cited_years_are_neither() -> None:
    told = read_told("On 14 September 2016 about 8,300 residents met (Hartono, 2018).")
    assert told.dates == {"2016-09-14"}
    assert [(n.key, n.behind[0]) for n in told.numbers] == [("8300", "residents")]


def test_what_is_known_already_is_no_count() -> None:
    assert read_told("The two cities signed.").numbers == ()
    assert [n.key for n in read_told("There are two cities.").numbers] == ["2"]


@pytest.mark.parametrize(
    ("question", "dimension"),
    [
        ("Berapa biaya pembuatan video itu?", "money"),
        ("How much did it cost to make the videos?", "money"),
        ("Sabaraha waragad nyieun vidéo téh?", "money"),
        ("What is the programme's budget?", "money"),
        ("Berapa luas tanah sekolah itu?", "area"),
        ("How large is the city of Semarang?", "area"),
        ("Sabaraha yuswana nalika ngadegkeun sakola?", "age"),
        ("Berapa persen siswa yang setuju?", "percent"),
        ("Berapa tinggi puncak gunung?", "length"),
        ("How many cities is Jakarta partnered with?", None),
    ],
)
def test_what_a_number_is_asked_of(question: str, dimension: str | None) -> None:
    assert asked_dimension(question) == dimension


@pytest.mark.parametrize(
    ("sentence", "dimensions"),
    [
        ("Pendapatannya Rp3.250.000 per bulan.", {"money"}),
        ("The city covers 373.8 square kilometres.", {"area"}),
        ("Wilayahnya 373,8 kilometer persegi.", {"area"}),
        ("It rose to a depth of 1.5 metres.", {"length"}),
        ("Sebanyak 61% siswa belum mampu.", {"percent"}),
        ("Ada 64 siswa.", set()),
    ],
)
def test_what_a_number_measures(sentence: str, dimensions: set[str]) -> None:
    (number,) = read_told(sentence).numbers
    assert number.dimensions == dimensions
