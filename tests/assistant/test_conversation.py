"""Follow-ups made to stand alone: what is carried, what is put in whose place, what is left."""

from __future__ import annotations

import pytest

from assistant.conversation import Understood, understand
from assistant.follow_ups.silent_answers import is_silent
from assistant.strings import STRINGS, say
from corpus.judgments import load_facts, load_unanswerable

MOU = "Kapan MoU sister city Jakarta dan Tokyo diresmikan?"
ANSWER = (
    "Menurut naskah (1.1 Latar Belakang): “Pada tanggal 23 Oktober 1989, Gubernur Jakarta Wiyogo "
    "Atmodarminto bersama dengan Ketua DPR Tokyo Shunichi Suzuki meresmikan perjanjian.” [1]"
)
TOPIC = "MoU sister city Jakarta dan Tokyo diresmikan"
SILENCE = say("off_topic", "id")


def after(question: str, *before: str) -> Understood:
    return understand(question, [(one, ANSWER) for one in before])


CARRIED = [
    ("Siapa yang menandatanganinya?", "id", {"who"}),
    ("And by whom was it signed?", "en", {"who"}),
    ("Saha waé pihakna?", "su", {"who", "list"}),
    ("How many of them are in Asia?", "en", {"how_many"}),
    ("And when?", "en", {"when"}),
    ("Kunaon kitu?", "su", {"why"}),
    ("tahun berapa itu?", "id", {"when"}),
    ("lalu siapa gubernurnya waktu itu?", "id", {"who"}),
    ("jelaskan lebih lanjut", "id", set()),
    ("éta iraha dimimitianana?", "su", {"when"}),
    ("Apakah itu masih berlaku?", "id", {"yes_no"}),
    ("Why is that important?", "en", {"why"}),
    ("Tell me more", "en", set()),
]


@pytest.mark.parametrize(("follow_up", "language", "types"), CARRIED)
def test_a_follow_up_is_given_the_topic_and_stays_in_its_language(
    follow_up: str, language: str, types: set[str]
) -> None:
    asked = after(follow_up, MOU)
    assert asked.understood_as == f"{follow_up} ({TOPIC})"
    assert asked.question.language == language
    assert asked.question.types == types
    weights = dict(zip(asked.question.words, asked.question.weights, strict=True))
    assert weights["jakarta"] == weights["tokyo"] == 1.0
    assert not asked.history_cut


SWAPPED = [
    ("kalau Seoul?", MOU, "Kapan MoU sister city Jakarta dan Seoul diresmikan?"),
    ("What about Osaka?", MOU, "Kapan MoU sister city Jakarta dan Osaka diresmikan?"),
    ("and the one with Seoul?", MOU, "Kapan MoU sister city Jakarta dan Seoul diresmikan?"),
    ("kumaha upami Bandung?", MOU, "Kapan MoU sister city Jakarta dan Bandung diresmikan?"),
    ("Bandung?", MOU, "Kapan MoU sister city Jakarta dan Bandung diresmikan?"),
    ("yang Bandung gimana?", MOU, "Kapan MoU sister city Jakarta dan Bandung diresmikan?"),
    (
        "and Tokyo?",
        "How many cities is Jakarta partnered with?",
        "How many cities is Tokyo partnered with?",
    ),
    ("kalau Tokyo?", "Siapa yang mewakili Jakarta dan Tokyo?", "Siapa yang mewakili Tokyo?"),
    (
        "And Jakarta?",
        "Who represented Tokyo at the signing with Jakarta?",
        "Who represented Jakarta at the signing with Tokyo?",
    ),
    ("kalau 1990?", "Apa yang terjadi pada tahun 1989?", "Apa yang terjadi pada tahun 1990?"),
    (
        "Lamun Korea?",
        "Ti iraha Indonesia jeung Jepang boga hubungan resmi?",
        "Ti iraha Indonesia jeung Korea boga hubungan resmi?",
    ),
]


@pytest.mark.parametrize(("follow_up", "before", "expected"), SWAPPED)
def test_what_about_another_keeps_the_question_and_puts_it_in_its_place(
    follow_up: str, before: str, expected: str
) -> None:
    asked = after(follow_up, before)
    assert asked.understood_as == expected
    assert asked.question.types == understand(before).question.types


@pytest.mark.parametrize(
    ("follow_up", "before", "expected"),
    [
        ("di mana?", MOU, "Di mana MoU sister city Jakarta dan Tokyo diresmikan?"),
        ("Lalu oleh siapa?", MOU, "Oleh siapa MoU sister city Jakarta dan Tokyo diresmikan?"),
        ("Where?", "When was the agreement signed?", "Where was the agreement signed?"),
        (
            "Ku saha?",
            "Iraha gawé bareng Jakarta jeung Tokyo diresmikeun?",
            "Ku saha gawé bareng Jakarta jeung Tokyo diresmikeun?",
        ),
    ],
)
def test_a_bare_interrogative_asks_the_question_before_another_way(
    follow_up: str, before: str, expected: str
) -> None:
    assert after(follow_up, before).understood_as == expected


@pytest.mark.parametrize(
    ("follow_up", "language"),
    [
        ("in English?", "en"),
        ("dina basa Sunda atuh", "su"),
        ("Tolong dalam bahasa Indonesia", "id"),
    ],
)
def test_the_same_is_asked_for_in_another_language(follow_up: str, language: str) -> None:
    asked = after(follow_up, MOU)
    assert asked.understood_as == MOU
    assert asked.question.language == language
    assert asked.question.types == {"when"}


def test_a_follow_up_of_a_follow_up_knows_what_is_spoken_of() -> None:
    said = [
        "What is a service city?",
        "Apakah Jakarta sudah memenuhi standarnya?",
        "Lamun Tokyo kumaha?",
        "Which concept did they apply to get there?",
    ]
    understood = [after(said[n], *said[:n]).understood_as for n in range(len(said))]
    assert understood == [
        None,
        "Apakah Jakarta sudah memenuhi standarnya? (service city)",
        "Apakah Tokyo sudah memenuhi standarnya? (service city)",
        "Which concept did they apply to get there? (Tokyo)",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Apa itu service city?",
        "Siapa gubernur Osaka?",
        "Lalu apa jabatan Suzuki?",
        "And who won the World Cup?",
        "Apa rumusan masalahnya?",
        "Siapa penulisnya?",
        "sister city",
        "Terus kalau globalisasi, apa pengaruhnya terhadap pemerintah daerah?",
        "Apa isi BAB III?",
    ],
)
def test_a_question_of_its_own_is_left_as_it_is(question: str) -> None:
    asked = after(question, MOU)
    assert asked.understood_as is None
    assert asked.question == understand(question).question


def test_judged_questions_are_hardly_ever_taken_for_follow_ups() -> None:
    judged = [q for f in load_facts() if f.split == "tune" for q in f.questions.values()]
    judged += [
        one.question
        for one in load_unanswerable()
        if one.split == "tune" and one.reason != "unclear"
    ]
    assert len(judged) > 200
    leaning = [q for q in judged if after(q, MOU).understood_as is not None]
    assert len(leaning) <= 0.025 * len(judged), leaning


def test_a_question_aside_keeps_the_topic() -> None:
    asked = after("Oleh siapa?", MOU, "Lalu apa jabatan Suzuki?", "tahun berapa MoU-nya?")
    assert asked.understood_as is not None
    bare = after("Lamun Bandung, jeung kota mana?", MOU, "And what was Suzuki's position?")
    assert bare.understood_as == ("Lamun Bandung, jeung kota mana? (MoU sister city diresmikan)")


def test_a_description_takes_no_names_place() -> None:
    asked = after("kalau yang terbanyak?", "Kota mana di Indonesia yang pertama?")
    assert asked.understood_as == "kalau yang terbanyak? (kota di Indonesia yang pertama)"


def test_a_change_of_topic_is_followed() -> None:
    asked = after("Di mana?", MOU, "Kapan gempa bumi terjadi di Tokyo?")
    assert asked.understood_as == "Di mana gempa bumi terjadi di Tokyo?"


def test_what_a_follow_up_says_itself_weighs_more_than_its_topic() -> None:
    asked = after("What are its limitations?", MOU).question
    weights = dict(zip(asked.words, asked.weights, strict=True))
    assert weights["limitations"] == weights["jakarta"] == 1.0
    assert weights["diresmikan"] < 0.5
    assert not asked.names, "the answer need not name what was answered before"
    silent = understand("Siapa yang menandatanganinya?", [(MOU, SILENCE)]).question
    assert {"jakarta", "tokyo"} <= silent.names
    bare = after("And when?", MOU).question
    assert dict(zip(bare.words, bare.weights, strict=True))["diresmikan"] == 1.0


def test_a_thing_takes_the_place_of_what_was_asked_of_the_topic() -> None:
    history = ["Apa itu service city?", "Apa manfaat praktisnya?"]
    assert after("And the mission?", *history).understood_as == "And the mission? (service city)"
    kind = after("Kalau yang akademis?", *history).understood_as
    assert kind == "Kalau yang akademis? (manfaat praktisnya, service city)"


def test_a_word_that_answers_write_small_is_no_name() -> None:
    written = "Menurut naskah: “Di sana Program Kota itu program bagi warga Jakarta.” [1]"
    history = [("Apa isi dokumen itu?", written)]
    asked = understand("lalu apakah program itu untuk jakarta dan kota?", history)
    assert asked.understood_as is not None
    assert asked.question.names == {"jakarta"}


def test_what_was_not_answered_is_not_carried() -> None:
    history = [(MOU, ANSWER), ("Siapa pemenang piala dunia?", SILENCE)]
    assert understand("Siapa yang menandatanganinya?", history).understood_as == (
        f"Siapa yang menandatanganinya? ({TOPIC})"
    )
    bare = understand("And when?", history).understood_as
    assert bare == "And when? (pemenang piala dunia)", "it asks of the turn before, and is silent"


@pytest.mark.parametrize("key", ["not_stated", "off_topic", "unclear", "which_thesis"])
def test_silences_are_told_by_their_text(key: str) -> None:
    for language, text in STRINGS[key].items():
        assert is_silent(text)
        named = say("of_thesis", language, title="Judul “dalam kutip”: satu", text=f"{text} Lagi.")
        assert is_silent(named)
    assert not is_silent(ANSWER)
    assert not is_silent("")


def test_no_history_and_no_question_change_nothing() -> None:
    assert understand("And when?").understood_as is None
    assert understand("  ", [(MOU, ANSWER)]).understood_as is None
    assert understand("And when?", [("", ANSWER)]).question.words == ("and", "when")
