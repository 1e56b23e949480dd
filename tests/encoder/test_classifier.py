"""The language of short questions, written for this test and not trained on."""

import time
from pathlib import Path

import pytest

from corpus.encoder import load_language_classifier
from corpus.encoder.classifier import CLASSIFIER_FILE
from corpus.errors import EncoderError
from corpus.language import Language

QUESTIONS: dict[Language, tuple[str, ...]] = {
    "id": (
        "Siapa penulisnya?",
        "Apa rumusan masalahnya?",
        "Kapan kerja sama itu diresmikan?",
        "Berapa jumlah pegawai yang dikirim?",
        "Di mana penelitian dilakukan?",
        "Mengapa Jakarta memilih Tokyo?",
        "Bagaimana hasil evaluasinya?",
        "Sebutkan manfaat praktisnya",
        "metodenya pakai apa sih?",
        "emangnya ada berapa kota?",
        "gimana caranya ikut program ini",
        "kok bisa banjir terus?",
        "Tolong ringkaskan bab pertama",
        "Jelaskan latar belakang penelitian",
        "Apa itu sister city?",
        "Teori apa yang dipakai?",
        "cara memasak rendang",
        "sejak tahun berapa hubungan dimulai",
        "Siapa gubernur waktu itu?",
        "apa kesimpulan skripsi ini",
        "Bandingkan dua kota tersebut",
    ),
    "en": (
        "Who wrote it?",
        "What is the research question?",
        "When was the agreement signed?",
        "How many cities is Jakarta partnered with?",
        "Where did the fieldwork take place?",
        "Why was Tokyo chosen?",
        "which city came first",
        "List the objectives",
        "the weather today",
        "Summarise chapter one please",
        "What theory does it use?",
        "Is the program effective?",
        "Who signed the MoU?",
        "how do they pick staff",
        "Tell me about the floods",
        "What share of GDP is Jakarta's?",
        "Which method was used?",
        "since when are they partners",
        "whose idea was it",
        "Conclusion?",
        "does it mention Bung Karno",
    ),
    "su": (
        "Saha nu nyeratna?",
        "Naon rumusan masalahna?",
        "Iraha éta perjangjian ditandatanganan?",
        "Sabaraha urang pagawé nu dikirim?",
        "Di mana panalungtikan dilaksanakeun?",
        "Naha Jakarta milih Tokyo?",
        "Kumaha hasil évaluasina?",
        "Mangga sebatkeun mangpaatna",
        "Naon kacindekan panalungtikan ieu?",
        "Saha anu ngagagas métode panalungtikanana?",
        "aya sabaraha kota nu jadi mitra",
        "kumaha carana bisa milu program ieu",
        "ku naon bet caah wae?",
        "Punten, tiasa ringkeskeun bab kahiji?",
        "Ari sister city teh naon?",
        "Teori naon nu dianggo?",
        "presiden ayeuna saha",
        "ti taun sabaraha hubunganana dimimitian",
        "Naon tujuan program eta?",
        "kota mana nu pangheulana",
        "Abdi hoyong terang kasang tukangna",
    ),
}


@pytest.mark.parametrize(
    ("language", "question"),
    [(language, question) for language, own in QUESTIONS.items() for question in own],
)
def test_it_tells_the_language_of_a_short_question(language: Language, question: str) -> None:
    found = load_language_classifier().probabilities(question)
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=found.__getitem__) == language, found


@pytest.mark.parametrize("text", ["", "  ", "17,3% – 2024?", "😀"])
def test_a_text_without_letters_is_left_open(text: str) -> None:
    found = load_language_classifier().probabilities(text)
    assert list(found.values()) == pytest.approx([1 / 3] * 3)


def test_it_takes_less_than_a_millisecond() -> None:
    classifier = load_language_classifier()
    seconds = []
    for _ in range(30):
        started = time.perf_counter()
        classifier.probabilities(QUESTIONS["id"][2])
        seconds.append(time.perf_counter() - started)
    assert min(seconds) < 0.001


def test_a_long_text_is_cut() -> None:
    classifier = load_language_classifier()
    text = "Kumaha carana? " * 100
    assert classifier.probabilities(text) == classifier.probabilities(text + "what is this " * 99)


def test_a_missing_classifier_is_an_encoder_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=CLASSIFIER_FILE):
        load_language_classifier(tmp_path)
