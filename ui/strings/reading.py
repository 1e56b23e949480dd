"""Labels of the source beside the answer."""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
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
        "su": "tarjamahan henteu resmi ti proyék ieu, {language}",
    },
    "origin_model": {
        "id": "terjemahan mesin tidak resmi ({name}), {language}",
        "en": "unofficial machine translation ({name}), {language}",
        "su": "tarjamahan mesin henteu resmi ({name}), {language}",
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
        "su": "kanggo kalimah ieu",
    },
    "possibly": {
        "id": "mungkin juga untuk kalimat ini",
        "en": "possibly for this sentence too",
        "su": "panginten ogé kanggo kalimah ieu",
    },
    "source_missing": {
        "id": "Sumber ini tidak dapat dibuka. Silakan ajukan lagi pertanyaannya.",
        "en": "This source cannot be opened. Please ask the question again.",
        "su": "Sumber ieu henteu tiasa dibuka. Mangga taroskeun deui.",
    },
    "copy": {"id": "Salin", "en": "Copy", "su": "Salin"},
    "copy_quote": {
        "id": "Kutipan dengan tempatnya",
        "en": "The quote with its place",
        "su": "Cutatan sareng tempatna",
    },
    "copy_words": {"id": "Kutipan saja", "en": "The quote alone", "su": "Cutatanana waé"},
    "copy_reference": {
        "id": "Tempat kutipan saja",
        "en": "Its place alone",
        "su": "Tempatna waé",
    },
    "copied": {"id": "Tersalin", "en": "Copied", "su": "Parantos disalin"},
    "copy_failed": {
        "id": "Peramban tidak mengizinkan penyalinan",
        "en": "The browser does not allow copying",
        "su": "Panyungsi henteu ngawidian nyalin",
    },
    "link": {
        "id": "Tautan ke bagian ini",
        "en": "Link to this passage",
        "su": "Tutumbu ka bagian ieu",
    },
    "link_copied": {
        "id": "Tautan tersalin",
        "en": "Link copied",
        "su": "Tutumbu parantos disalin",
    },
    "versions": {"id": "Versi bahasa", "en": "Language versions", "su": "Vérsi basa"},
    "tab_original": {
        "id": "{language} · asli",
        "en": "{language} · original",
        "su": "{language} · asli",
    },
    "tab_version": {"id": "{language}", "en": "{language}", "su": "{language}"},
    "tab_gloss": {
        "id": "{language} · arti kata",
        "en": "{language} · gloss",
        "su": "{language} · harti kecap",
    },
    "version_of": {
        "id": "Teks ini adalah {origin}. Sumbernya tetap teks asli.",
        "en": "This text is {origin}. The source remains the original.",
        "su": "Téks ieu nyaéta {origin}. Sumberna tetep téks asli.",
    },
    "version_partly": {
        "id": "Kalimat yang belum ada versinya ditampilkan seperti aslinya.",
        "en": "Sentences without a version are shown as they are.",
        "su": "Kalimah anu henteu acan aya vérsina dipidangkeun sakumaha aslina.",
    },
    "gloss_said": {
        "id": "Arti kata demi kata, bukan terjemahan: arahkan penunjuk ke sebuah kata, atau "
        "pilih teksnya dengan Tab lalu tombol panah.",
        "en": "A gloss word by word, not a translation: point at a word, or reach the text with "
        "Tab and go on with the arrow keys.",
        "su": "Harti kecap demi kecap, sanés tarjamahan: tuduhkeun kana hiji kecap, atanapi "
        "pilih téksna ku Tab teras ku kenop panah.",
    },
    "gloss_encoder": {
        "id": "{words} (kata yang artinya dekat)",
        "en": "{words} (words near in meaning)",
        "su": "{words} (kecap anu hartina caket)",
    },
    "matched": {
        "id": "Kata yang mempertemukan pertanyaan dan naskah:",
        "en": "Words that brought question and text together:",
        "su": "Kecap anu nepangkeun patarosan sareng naskah:",
    },
    "section_before": {
        "id": "Bagian sebelumnya: {heading}",
        "en": "Section before: {heading}",
        "su": "Bagian sateuacanna: {heading}",
    },
    "section_after": {
        "id": "Bagian sesudahnya: {heading}",
        "en": "Section after: {heading}",
        "su": "Bagian saterasna: {heading}",
    },
    "notes": {"id": "Catatan pada naskah", "en": "Notes on the text", "su": "Catetan kana naskah"},
    "note_signed": {
        "id": "{author}, {date}",
        "en": "{author}, {date}",
        "su": "{author}, {date}",
    },
    "note_said": {
        "id": "Catatan ialah ucapan penulisnya; naskahnya tidak berubah.",
        "en": "A note is its author’s word; the text stays as it is.",
        "su": "Catetan nyaéta ucapan panulisna; naskahna henteu robih.",
    },
    "note_add": {
        "id": "Tambahkan catatan pada kutipan ini",
        "en": "Add a note on this quote",
        "su": "Tambihan catetan kana cutatan ieu",
    },
    "note_text": {"id": "Catatan", "en": "Note", "su": "Catetan"},
    "note_author": {"id": "Nama Anda", "en": "Your name", "su": "Jenengan anjeun"},
    "note_save": {"id": "Simpan catatan", "en": "Save the note", "su": "Simpen catetan"},
    "note_remove": {"id": "Hapus catatan", "en": "Remove the note", "su": "Hapus catetan"},
    "note_sure": {
        "id": "Hapus catatan ini?",
        "en": "Remove this note?",
        "su": "Hapus catetan ieu?",
    },
    "note_detached": {
        "id": "Teks yang dicatat tidak ada lagi: “{quote}”",
        "en": "The text that was noted is no longer there: “{quote}”",
        "su": "Téks anu dicatet parantos henteu aya: “{quote}”",
    },
}
