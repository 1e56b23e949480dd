"""The language of short questions, written for this test and not trained on."""

import csv
import time
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import LanguageClassifier, load_language_classifier
from corpus.encoder.bundled import MODEL_FOLDER
from corpus.encoder.classifier import CLASSIFIER_FILE
from corpus.encoder.features import fold_accents, language_features
from corpus.encoder.language_training import read_frames
from corpus.errors import EncoderError
from corpus.language import LANGUAGES, Language

WRITTEN = Path(__file__).with_name("language_questions.tsv")
"""Questions in several registers (``question``), code-switched (``mixed``) and of one to three
words (``short``), written before the classifier had seen or told any."""

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


def told(text: str) -> Language:
    found = load_language_classifier().probabilities(text)
    return max(LANGUAGES, key=lambda language: found[language])


def written(kind: str, language: Language) -> list[str]:
    with WRITTEN.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [r["question"] for r in rows if (r["kind"], r["language"]) == (kind, language)]


def share_told(texts: list[str], language: Language) -> float:
    return sum(told(text) == language for text in texts) / len(texts)


@pytest.mark.parametrize(
    ("language", "question"),
    [(language, question) for language, own in QUESTIONS.items() for question in own],
)
def test_it_tells_the_language_of_a_short_question(language: Language, question: str) -> None:
    found = load_language_classifier().probabilities(question)
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=found.__getitem__) == language, found


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_questions_in_many_registers(language: Language) -> None:
    questions = written("question", language)
    assert len(questions) >= 40
    assert share_told(questions, language) >= 0.97
    assert share_told(written("short", language), language) >= 0.9


def test_mixed_questions_have_the_language_of_their_grammar() -> None:
    shares = [share_told(written("mixed", language), language) for language in LANGUAGES]
    assert min(shares) >= 0.85
    assert np.mean(shares) >= 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_typing_carelessly_changes_nothing(language: Language) -> None:
    questions = written("question", language)
    for careless in (str.upper, str.lower, fold_accents, lambda text: text.rstrip("?.") + " ..."):
        assert share_told([careless(text) for text in questions], language) >= 0.97
    kept = [f"@dosen {text} https://example.org/the-page #skripsi" for text in questions]
    assert share_told(kept, language) >= 0.97


@pytest.mark.parametrize(
    ("frame", "language"),
    [
        ("apa hubungan {} dengan program ini", "id"),
        ("what does {} have to do with it", "en"),
        ("naon patalina {} jeung program ieu", "su"),
    ],
)
@pytest.mark.parametrize(
    "name", ["Jakarta", "Tokyo", "sister city", "MoU", "Bung Karno", "JICA", "Shunichi Suzuki"]
)
def test_names_do_not_sway_it(frame: str, language: Language, name: str) -> None:
    assert told(frame.format(name)) == language


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


def test_the_classifier_is_small() -> None:
    assert (MODEL_FOLDER / CLASSIFIER_FILE).stat().st_size <= 450_000


def test_addresses_and_tags_have_no_features() -> None:
    bare = language_features("naon hasilna")
    assert language_features("[USERNAME] naon hasilna https://a.id/the-new-page #with @you") == bare
    assert language_features("@dosen #skripsi") == language_features("dosen skripsi") != []


def test_drawn_out_letters_count_twice_at_most() -> None:
    assert language_features("bangeeeet") == language_features("bangeet")
    assert language_features("bangeet") != language_features("banget")


def test_accents_add_to_the_features_of_the_bare_word() -> None:
    bare, accented = language_features("ti mana eta"), language_features("ti mana éta")
    assert accented[-len(bare) :] == bare
    assert len(accented) == len(bare) + 2


def test_probabilities_are_the_softmax_of_the_summed_weights() -> None:
    weights = np.zeros((1 << 17, 3), dtype=np.int8)
    features = language_features("saha")
    weights[features] = (0, 1, 2)
    found = LanguageClassifier(weights, 0.1).probabilities("saha")
    logits = np.array([0, 1, 2]) * 0.1 * len(features) / np.sqrt(len(features))
    expected = np.exp(logits) / np.exp(logits).sum()
    assert [found[language] for language in LANGUAGES] == pytest.approx(expected.tolist())


def test_no_written_question_is_a_frame() -> None:
    frames = {frame.lower() for own in read_frames().values() for frame in own}
    for kind in ("question", "mixed", "short"):
        for language in LANGUAGES:
            for question in written(kind, language):
                assert question.lower().rstrip("?") not in frames
