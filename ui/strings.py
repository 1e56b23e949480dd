"""Every label of the page, in the three languages.

``STRINGS[key][language]``. Sundanese keeps one polite register (*sareng, badé,
mangga, hatur nuhun*). No string has been reviewed by a native reader yet.
Braces are filled by ``label``; what fills them is plain text and is escaped later,
with the label, where it enters the page.
"""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS", "label"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
    "tagline": {
        "id": "Bertanya kepada naskah, dijawab dengan kutipan kata demi kata.",
        "en": "Ask a thesis, and be answered in its own words.",
        "su": "Naroskeun ka naskah, diwaler ku cutatan anu persis sakumaha aslina.",
    },
    "language_switch": {"id": "Bahasa halaman", "en": "Page language", "su": "Basa kaca"},
    "own_name": {"id": "Indonesia", "en": "English", "su": "Sunda"},
    "conversation": {"id": "Tanya jawab", "en": "Conversation", "su": "Tanya waler"},
    "question_label": {"id": "Pertanyaan Anda", "en": "Your question", "su": "Patarosan"},
    "question_placeholder": {
        "id": "Tulis pertanyaan Anda",
        "en": "Type your question",
        "su": "Seratkeun patarosan",
    },
    "send": {"id": "Tanyakan", "en": "Ask", "su": "Taroskeun"},
    "searching": {
        "id": "Mencari di dalam naskah…",
        "en": "Searching the text…",
        "su": "Nuju milarian dina naskah…",
    },
    "welcome_heading": {
        "id": "Apa yang ingin Anda ketahui?",
        "en": "What would you like to know?",
        "su": "Naon anu badé ditaroskeun?",
    },
    "welcome_text": {
        "id": "Setiap jawaban dikutip kata demi kata, dan tempatnya dapat dibuka di samping.",
        "en": "Every answer is quoted word for word, and its place opens beside it.",
        "su": "Unggal waleran dicutat persis sakumaha aslina, tempatna tiasa dibuka di gigirna.",
    },
    "welcome_languages": {
        "id": "Bertanyalah dalam bahasa Indonesia, Inggris, atau Sunda.",
        "en": "Ask in Indonesian, English or Sundanese.",
        "su": "Mangga naroskeun dina basa Indonésia, Inggris, atanapi Sunda.",
    },
    "held": {
        "id": "Yang tersimpan: {parts}",
        "en": "What is held: {parts}",
        "su": "Anu disimpen: {parts}",
    },
    "held_nothing": {
        "id": "Belum ada naskah yang tersimpan.",
        "en": "No text is held yet.",
        "su": "Teu acan aya naskah anu disimpen.",
    },
    "quote_language": {
        "id": "kutipan berbahasa {language}",
        "en": "quoted in {language}",
        "su": "cutatan dina basa {language}",
    },
    "paragraph": {"id": "paragraf {number}", "en": "paragraph {number}", "su": "alinéa {number}"},
    "page_number": {"id": "halaman {number}", "en": "page {number}", "su": "kaca {number}"},
    "cite": {
        "id": "Buka sumber {number}: {place}",
        "en": "Open source {number}: {place}",
        "su": "Buka sumber {number}: {place}",
    },
    "origin_author": {
        "id": "versi penulis sendiri, {language}",
        "en": "the author’s own version, {language}",
        "su": "vérsi panulisna nyalira, {language}",
    },
    "origin_project": {
        "id": "terjemahan tidak resmi dari proyek ini, {language}",
        "en": "unofficial translation by this project, {language}",
        "su": "tarjamahan teu resmi ti proyék ieu, {language}",
    },
    "origin_model": {
        "id": "terjemahan mesin tidak resmi ({name}), {language}",
        "en": "unofficial machine translation ({name}), {language}",
        "su": "tarjamahan mesin teu resmi ({name}), {language}",
    },
    "origin_person": {
        "id": "terjemahan oleh {name}, {language}",
        "en": "translation by {name}, {language}",
        "su": "tarjamahan ku {name}, {language}",
    },
    "matches": {
        "id": "Kutipan cocok dengan naskah; cocok tidak berarti isinya benar.",
        "en": "Quotes match the text; matching does not make the text true.",
        "su": "Cutatan luyu jeung naskah; luyu sanés hartosna eusina leres.",
    },
    "understood_as": {
        "id": "Dipahami sebagai: {question}",
        "en": "Understood as: {question}",
        "su": "Kahartos salaku: {question}",
    },
    "incomplete": {
        "id": "Jawaban ini terputus dan belum lengkap.",
        "en": "This answer was cut off and is incomplete.",
        "su": "Waleran ieu kapegat sareng teu acan lengkep.",
    },
    "conflict": {
        "id": "Sumbernya berbeda: {values}",
        "en": "The sources differ: {values}",
        "su": "Sumberna bénten: {values}",
    },
    "nearest": {
        "id": "Bagian naskah yang paling dekat",
        "en": "The nearest passages",
        "su": "Bagian naskah anu pangcaketna",
    },
    "open_nearest": {
        "id": "Buka: {place}",
        "en": "Open: {place}",
        "su": "Buka: {place}",
    },
    "not_stated": {
        "id": "Tidak dinyatakan dalam naskah",
        "en": "Not stated in the text",
        "su": "Henteu kasebat dina naskah",
    },
    "part_not_held": {
        "id": "Bagian itu tidak tersimpan di sini",
        "en": "That part is not held here",
        "su": "Bagian éta henteu disimpen di dieu",
    },
    "metadata_missing": {
        "id": "Keterangan itu tidak ada dalam sumber",
        "en": "The sources do not give that detail",
        "su": "Katerangan éta henteu aya dina sumber",
    },
    "off_topic": {
        "id": "Di luar isi naskah",
        "en": "Outside what the text covers",
        "su": "Di luareun eusi naskah",
    },
    "unclear": {
        "id": "Pertanyaannya belum jelas",
        "en": "The question is not clear",
        "su": "Patarosanana teu acan jelas",
    },
    "empty_index": {
        "id": "Belum ada naskah",
        "en": "No text is held yet",
        "su": "Teu acan aya naskah",
    },
    "empty_question": {
        "id": "Pertanyaannya kosong",
        "en": "The question is empty",
        "su": "Patarosanana kosong",
    },
    "close": {"id": "Tutup sumber", "en": "Close the source", "su": "Tutup sumber"},
    "source": {"id": "Sumber", "en": "Source", "su": "Sumber"},
    "in_your_language": {
        "id": "Kutipan itu dalam bahasa Anda",
        "en": "The quote in your language",
        "su": "Cutatan éta dina basa anjeun",
    },
    "source_changed": {
        "id": "Naskah sudah berubah sejak dikutip; kutipannya tidak lagi ditandai",
        "en": "The text has changed since it was quoted; the quote is no longer marked",
        "su": "Naskahna parantos robih saprak dicutat; cutatanana henteu ditandaan deui",
    },
    "cited_works": {
        "id": "Karya yang dirujuk penulis",
        "en": "Works the author cites",
        "su": "Karya anu dirujuk ku panulis",
    },
    "this_sentence": {
        "id": "untuk kalimat ini",
        "en": "for this sentence",
        "su": "pikeun ieu kalimah",
    },
    "possibly": {
        "id": "mungkin juga untuk kalimat ini",
        "en": "possibly for this sentence too",
        "su": "panginten ogé pikeun ieu kalimah",
    },
    "source_missing": {
        "id": "Sumber ini tidak dapat dibuka. Silakan ajukan lagi pertanyaannya.",
        "en": "This source cannot be opened. Please ask the question again.",
        "su": "Sumber ieu henteu tiasa dibuka. Mangga taroskeun deui.",
    },
    "announce_answer": {
        "id": "Jawaban {turn}: {count} kutipan.",
        "en": "Answer {turn}: {count} quoted.",
        "su": "Waleran {turn}: {count} cutatan.",
    },
    "announce_abstained": {
        "id": "Jawaban {turn}: {reason}.",
        "en": "Answer {turn}: {reason}.",
        "su": "Waleran {turn}: {reason}.",
    },
    "earlier": {
        "id": "Tanya jawab sebelumnya yang tidak ditampilkan: {count}",
        "en": "Earlier questions not shown: {count}",
        "su": "Tanya waler saméméhna anu henteu ditingalikeun: {count}",
    },
    "busy": {
        "id": "Sedang banyak yang bertanya. Silakan coba lagi sebentar lagi.",
        "en": "Many people are asking right now. Please try again in a moment.",
        "su": "Ayeuna nuju seueur anu naroskeun. Mangga cobian deui sakedap deui.",
    },
    "expected_error": {
        "id": "Permintaan ini tidak dapat dipenuhi:",
        "en": "This could not be done:",
        "su": "Pamundut ieu henteu tiasa dicumponan:",
    },
    "unexpected_error": {
        "id": "Maaf, terjadi kesalahan. Silakan coba lagi.",
        "en": "Something went wrong. Please try again.",
        "su": "Hapunten, aya kalepatan. Mangga cobian deui.",
    },
}


def label(key: str, language: Language, /, **values: object) -> str:
    """Return the label ``key`` in ``language``, its braces filled with ``values``."""
    return STRINGS[key][language].format(**values)
