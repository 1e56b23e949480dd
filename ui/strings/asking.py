"""Labels of questions and answers."""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
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
    "held_more": {
        "id": "dan {count} naskah lain di Pustaka",
        "en": "and {count} more in the Library",
        "su": "sareng {count} naskah sanés dina Pustaka",
    },
    "held_nothing": {
        "id": "Belum ada naskah yang tersimpan.",
        "en": "No text is held yet.",
        "su": "Henteu acan aya naskah anu disimpen.",
    },
    "understood_as": {
        "id": "Dipahami sebagai: {question}",
        "en": "Understood as: {question}",
        "su": "Kahartos salaku: {question}",
    },
    "incomplete": {
        "id": "Jawaban ini terputus dan belum lengkap.",
        "en": "This answer was cut off and is incomplete.",
        "su": "Waleran ieu kapegat sareng henteu acan lengkep.",
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
        "su": "Patarosanana henteu acan jelas",
    },
    "empty_index": {
        "id": "Belum ada naskah",
        "en": "No text is held yet",
        "su": "Henteu acan aya naskah",
    },
    "empty_question": {
        "id": "Pertanyaannya kosong",
        "en": "The question is empty",
        "su": "Patarosanana kosong",
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
    "stop": {"id": "Hentikan", "en": "Stop", "su": "Eureunkeun"},
    "stopped": {
        "id": "Dihentikan atas permintaan Anda.",
        "en": "Stopped, as you asked.",
        "su": "Parantos dieureunkeun sakumaha pamundut.",
    },
    "retry": {"id": "Tanyakan lagi", "en": "Ask again", "su": "Taroskeun deui"},
    "edit": {"id": "Ubah pertanyaan", "en": "Edit the question", "su": "Robih patarosan"},
    "writing": {
        "id": "Model sedang menulis; tiap kalimat dicocokkan dengan naskah…",
        "en": "The model is writing; each sentence is matched with the text…",
        "su": "Modél nuju nyerat; unggal kalimah dicocogkeun sareng naskah…",
    },
    "state_quoted": {
        "id": "Dikutip kata demi kata: {quotes}, {languages}",
        "en": "Quoted word for word: {quotes}, {languages}",
        "su": "Dicutat kecap demi kecap: {quotes}, {languages}",
    },
    "quotes_one": {"id": "1 kutipan", "en": "1 quote", "su": "1 cutatan"},
    "quotes_many": {"id": "{count} kutipan", "en": "{count} quotes", "su": "{count} cutatan"},
    "languages_one": {"id": "1 bahasa", "en": "1 language", "su": "1 basa"},
    "languages_many": {"id": "{count} bahasa", "en": "{count} languages", "su": "{count} basa"},
    "state_worded": {
        "id": "Ditulis oleh model: {kept} dari {kept} pernyataan cocok dengan naskah",
        "en": "Worded by a model: {kept} of {kept} statements match the text",
        "su": "Diserat ku modél: {kept} tina {kept} pernyataan luyu jeung naskah",
    },
    "state_removed": {"id": "{count} dihapus", "en": "{count} removed", "su": "{count} dihapus"},
    "state_record": {
        "id": "Dari keterangan dokumen, bukan dari naskahnya",
        "en": "From the document’s record, not from its text",
        "su": "Tina katerangan dokumén, sanés tina naskahna",
    },
    "state_conflict": {
        "id": "Sumbernya berbeda",
        "en": "The sources differ",
        "su": "Sumberna bénten",
    },
    "model_named": {"id": "Model: {name}", "en": "Model: {name}", "su": "Modél: {name}"},
    "feedback": {
        "id": "Bagaimana jawaban ini?",
        "en": "How is this answer?",
        "su": "Kumaha waleran ieu?",
    },
    "good": {"id": "Baik", "en": "Good", "su": "Saé"},
    "wrong_quote": {"id": "Kutipannya keliru", "en": "Wrong quote", "su": "Cutatanana lepat"},
    "not_helpful": {"id": "Tidak membantu", "en": "Not helpful", "su": "Henteu ngabantos"},
    "missing": {
        "id": "Ada yang kurang",
        "en": "Something missing",
        "su": "Aya anu kirang",
    },
    "feedback_kept": {
        "id": "Terima kasih, catatan Anda disimpan di sini.",
        "en": "Thank you, your feedback is kept here.",
        "su": "Hatur nuhun, pamendak parantos disimpen di dieu.",
    },
    "scope": {
        "id": "Hanya mencari di: {documents}",
        "en": "Searching only in: {documents}",
        "su": "Milarian mung dina: {documents}",
    },
    "scope_clear": {"id": "Cari di semua", "en": "Search all", "su": "Milarian dina sadayana"},
}
