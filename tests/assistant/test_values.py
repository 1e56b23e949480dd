"""Dates and numbers are read alike in the three languages, where they stand."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.values.agreement import Bound, agree
from assistant.values.reading import read_values

MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
    "su": "Januari Pébruari Maret April Méi Juni Juli Agustus Séptémber Oktober Nopémber Désémber",
}
ONES = {
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "su": "nol hiji dua tilu opat lima genep tujuh dalapan salapan",
}
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def keys(text: str, **options: str) -> list[str]:
    return [value.key for value in read_values(text, **options)]


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("1989-10-23", ["23 Oktober 1989", "October 23, 1989", "October 23rd, 1989", "1989-10-23",
                        "the 23rd of October 1989", "23/10/1989", "23.10.1989", "23 Okt. 1989",
                        "tanggal 23 bulan Oktober taun 1989", "Oct. 23, 1989", "10/23/1989"]),
        ("1958-04", ["April 1958", "bulan April tahun 1958", "Apr. 1958", "dina April 1958"]),
        ("1960-05", ["Mei 1960", "Méi 1960", "May 1960", "Me\u0301i 1960"]),
        ("2019-11-12", ["12 Nopember 2019", "12 Nopémber 2019", "November 12, 2019"]),
        ("2014/2018", ["2014-2018", "2014–2018", "2014-18", "dari tahun 2014 sampai tahun 2018",
                       "from 2014 to 2018", "between 2014 and 2018", "ti taun 2014 nepi ka 2018"]),
        ("1989-10-23/1989-10-25", ["23-25 Oktober 1989", "October 23–25, 1989"]),
        ("1990s", ["1990-an", "the 1990s", "tahun 90-an", "taun 1990-an"]),
        ("c21", ["abad ke-21", "abad ka-21", "the 21st century", "abad XXI",
                 "abad kedua puluh satu",
                 "the twenty-first century"]),
        ("T10:30", ["pukul 10.30", "10:30"]),
        ("17.3%", ["17,3%", "17.3 percent", "17,3 persén", "tujuh belas koma tiga persen",
                   "seventeen point three percent"]),
        ("1000", ["1.000", "1,000", "seribu", "sarebu", "one thousand", "a thousand"]),
        ("5000000", ["5 juta", "5 million", "lima juta", "five million", "5jt", "5.000.000"]),
        ("300000", ["3 ratus ribu", "300 ribu", "three hundred thousand", "tilu ratus rebu"]),
        ("IDR 5000000", ["Rp 5 juta", "Rp5.000.000,-", "5 juta rupiah", "IDR 5 million",
                         "Rp. 5.000.000,00", "5 million rupiah"]),
        ("USD 2500000", ["US$ 2.5 million", "US$2,5 juta", "2,5 juta dolar AS", "$2,500,000"]),
        ("21", ["21", "dua puluh satu", "twenty-one", "dua puluh hiji", "ke-21", "ka-21", "21st",
                "２１", "٢١"]),
        ("4", ["BAB IV", "Chapter IV", "keempat", "kaopat", "fourth", "empat", "opat"]),
        ("0.5", ["1/2", "half", "setengah", "satengah"]),
        ("1/3", ["1/3", "sepertiga"]),
        ("-5%", ["turun -5%", "minus 5 persen"]),
    ],
)  # fmt: skip
def test_equal_values_have_one_key(key: str, texts: list[str]) -> None:
    assert {text: keys(text) for text in texts} == {text: [key] for text in texts}


@pytest.mark.parametrize(
    "text",
    [
        "salah satu", "one of the cities", "satu sama lain", "salah sahiji", "satu – satunya",
        "hiji-hijina", "1.4.2 Kegunaan", "1.4.2.1", "a1@b2.com", "https://jakarta.go.id/2018/23",
        "W.Cresswell", "jakarta.go.id", "It may be; they march", "COVID-19", "G20", "5G", "3D",
        "(1) Kota Jakarta", "1. Penelitian", "[12]", "978-602-1234-56-7", "+62 812-3456-7890",
        "ratusan ribu orang", "puluhan", "per second", "CV", "I am", "",
    ],
)  # fmt: skip
def test_what_is_no_value_is_not_read(text: str) -> None:
    assert keys(text) == []


def test_what_may_be_no_number_is_soft() -> None:
    for text in ("kedua negara", "kadua nagara", "both cities", "pertama kali", "hiji kota"):
        assert [value.soft for value in read_values(text)] == [True], text
    assert not read_values("two cities")[0].soft
    assert read_values("ke-21")[0].ordinal
    assert read_values("the second city")[0].ordinal


@pytest.mark.parametrize(
    ("text", "kind"),
    [("1958 orang", "number"), ("tahun 1958", "date"), ("2000 peserta", "number"),
     ("(Mukti, 2013)", "date"), ("Rp 1990", "number"), ("1200 rumah", "number"),
     ("tahun 1200", "date")],
)  # fmt: skip
def test_four_digits_are_a_year_or_a_count(text: str, kind: str) -> None:
    assert [value.kind for value in read_values(text)] == [kind]


def test_an_ambiguous_separator_is_read_by_the_language() -> None:
    assert keys("1.234") == keys("1.234", language="id") == ["1234"]
    assert keys("1.234", language="en") == ["1.234"]
    assert keys("1,234", language="en") == ["1234"]
    assert keys("1,234", language="su") == ["1.234"]
    assert keys("12.345,67") == keys("12,345.67") == ["12345.67"]


def test_both_ends_of_a_range_have_its_unit() -> None:
    assert keys("10–15 persen") == ["10%", "15%"]
    assert keys("10 sampai 15 juta rupiah") == ["IDR 10000000", "IDR 15000000"]


DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_a_date_is_one_in_every_language(day: date) -> None:
    told = {MONTHS[language].split()[day.month - 1] for language in MONTHS}
    for month in sorted(told):
        assert keys(f"pada {day.day} {month} {day.year} itu") == [day.isoformat()]
    assert keys(f"on {MONTHS['en'].split()[day.month - 1]} {day.day}, {day.year}") == [
        day.isoformat()
    ]
    assert keys(day.isoformat()) == [day.isoformat()]


def in_malay(number: int, language: str) -> str:
    """Spell a number below a million in Indonesian or Sundanese."""
    one, ones = ("sa" if language == "su" else "se"), ONES[language].split()
    if number < 12:
        return [*ones, f"{one}puluh", f"{one}belas"][number]
    for size, name in ((1000, "rebu" if language == "su" else "ribu"), (100, "ratus")):
        if number >= size:
            many, rest = divmod(number, size)
            head = f"{one}{name}" if many == 1 else f"{in_malay(many, language)} {name}"
            return head if not rest else f"{head} {in_malay(rest, language)}"
    if number < 20:
        return f"{ones[number - 10]} belas"
    tens, rest = divmod(number, 10)
    return f"{ones[tens]} puluh" + (f" {ones[rest]}" if rest else "")


def in_english(number: int) -> str:
    ones = ONES["en"].split()
    if number < 20:
        return ones[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens] + (f"-{ones[rest]}" if rest else "")
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            joined = " and " if 0 < rest < 100 else " "
            head = f"{in_english(many)} {name}"
            return head if not rest else f"{head}{joined}{in_english(rest)}"
    raise AssertionError(number)


@given(st.integers(2, 999_999))
def test_a_number_is_one_in_words_of_every_language(number: int) -> None:
    for text in (in_english(number), in_malay(number, "id"), in_malay(number, "su")):
        assert keys(text) == [str(number)], text


@given(st.integers(0, 10**12))
def test_a_number_is_one_however_it_is_grouped(number: int) -> None:
    english = f"{number:,}"
    for text in (english, english.replace(",", "."), english.replace(",", "\u202f")):
        assert keys(text) == [str(number)], text


PIECES = st.sampled_from(
    [*"0123456789.,-/:% ()[]'", "\u202f", "\u0301", "Rp ", "US$", "juta ", "dua ", "puluh ",
     "Mei ", "October ", "abad ", "XXI", "ke-", "\u0661", "\uff11", "\U0001d7cf", "½", "²", "ﬁ",
     "sampai ", "and ", "a hundred ", "İ", "ß", "\0", "\n"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_values_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    end = 0
    for value in read_values(text):
        assert value.text == text[value.start : value.end] != ""
        assert value.start >= end
        assert value.key
        end = value.end


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1-", "dua puluh ", "5 juta ", "23 oktober ", "1 sampai ", "www.", "1\xa0"]
)
def test_reading_takes_linear_time(piece: str) -> None:
    started = time.perf_counter()
    read_values(piece * 12_000)
    assert time.perf_counter() - started < 5.0


@pytest.mark.parametrize(
    ("left", "right", "agreed"),
    [
        ("1989", "23 Oktober 1989", True),
        ("Oktober 1989", "October 23, 1989", True),
        ("April 1958", "20 Januari 1958", False),
        ("1958", "April 1958", True),
        ("2014-2018", "2018", True),
        ("2014-2018", "2016-2020", False),
        ("1990s", "1995", True),
        ("abad ke-20", "1989", True),
        ("23 Oktober", "1989-10-23", True),
        ("23 Oktober", "24 Oktober 1989", False),
        ("pukul 10.30", "1989", True),
        ("17%", "17,3 persen", True),
        ("17.3%", "17,5%", False),
        ("1,2 juta", "1.234.567", True),
        ("25", "27", False),
        ("25", "25%", True),
        ("Rp 5 juta", "US$ 5 million", True),
        ("Rp 5 juta", "Rp 7 juta", False),
        ("20", "21", False),
        ("142 km", "142,3 km", True),
        ("142 km", "144,3 km", False),
    ],
)
def test_values_agree_when_both_can_be_right(left: str, right: str, agreed: bool) -> None:
    (one,), (other,) = read_values(left), read_values(right)
    assert agree(one, other) is agree(other, one) is agreed


@pytest.mark.parametrize(
    ("left", "bound", "right", "agreed"),
    [("20", "over", "21", True), ("20", "over", "19", False), ("30", "under", "28", True),
     ("40", "about", "38", True), ("25", "about", "40", False)],
)  # fmt: skip
def test_a_number_that_is_bounded_agrees_within_it(
    left: str, bound: Bound, right: str, agreed: bool
) -> None:
    (one,), (other,) = read_values(left), read_values(right)
    assert agree(one, other, (bound, "")) is agree(other, one, ("", bound)) is agreed


@given(
    st.dates(date(1500, 1, 1), date(2099, 12, 31)), st.dates(date(1500, 1, 1), date(2099, 12, 31))
)
def test_agreement_of_days_is_their_equality(one: date, other: date) -> None:
    left, right = read_values(one.isoformat())[0], read_values(other.isoformat())[0]
    assert agree(left, right) is (one == other)
    assert agree(left, read_values(f"tahun {one.year}")[0])
