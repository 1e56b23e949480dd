"""What a briefing says beside its quotes, in three languages: ``STRINGS[key][language]``.

A briefing *matches the text*; no string here calls what it says right or verified. No
native reader has reviewed the Sundanese yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.language import Language

__all__ = ["STRINGS", "say_brief"]

_FIELD: Final = re.compile(r"\{(\w+)\}")

STRINGS: Final[Mapping[str, Mapping[Language, str]]] = {
    "subject": {"id": "Pokok bahasan", "en": "Subject", "su": "Jejer"},
    "background": {"id": "Latar belakang", "en": "Background", "su": "Kasang tukang"},
    "question": {"id": "Rumusan masalah", "en": "Question", "su": "Rumusan masalah"},
    "purpose": {"id": "Tujuan", "en": "Aims", "su": "Tujuan"},
    "scope": {"id": "Batasan", "en": "Scope", "su": "Watesan"},
    "theory": {"id": "Landasan teori", "en": "Theory", "su": "Dadasar tiori"},
    "method": {"id": "Metode", "en": "Method", "su": "Métode"},
    "result": {"id": "Temuan", "en": "Findings", "su": "Hasil anu kapendak"},
    "conclusion": {"id": "Kesimpulan", "en": "Conclusion", "su": "Kacindekan"},
    "suggestion": {"id": "Saran", "en": "Suggestions", "su": "Saran"},
    "benefit": {
        "id": "Manfaat yang diharapkan",
        "en": "Expected benefit",
        "su": "Mangpaat anu dipiharep",
    },
    "other": {"id": "Pokok-pokok isi", "en": "Main points", "su": "Poko-poko eusi"},
    "facts": {"id": "Fakta kunci", "en": "Key facts", "su": "Fakta-fakta utama"},
    "kind": {"id": "Perihal", "en": "Kind", "su": "Perkawis"},
    "value": {"id": "Fakta", "en": "Fact", "su": "Fakta"},
    "context": {"id": "Dalam naskah", "en": "In the text", "su": "Dina naskah"},
    "who": {"id": "Siapa", "en": "Who", "su": "Saha"},
    "when": {"id": "Kapan", "en": "When", "su": "Iraha"},
    "where": {"id": "Di mana", "en": "Where", "su": "Di mana"},
    "how_much": {"id": "Berapa", "en": "How much", "su": "Sabaraha"},
    "notes": {
        "id": "Perbedaan dalam naskah",
        "en": "Where the text differs",
        "su": "Bédana dina naskah",
    },
    "sources": {"id": "Sumber kutipan", "en": "Sources", "su": "Sumber cutatan"},
    "sources_of": {
        "id": "Kutipan asli, kata demi kata, dengan tempatnya dalam naskah:",
        "en": "The original words, as they stand in the text, with their places:",
        "su": "Kecap-kecap aslina, sakumaha anu kaserat dina naskah, sareng tempatna:",
    },
    "read_parts": {
        "id": "Dibaca: {parts}, seluruh {count} bagian; tidak tersimpan: {missing}.",
        "en": "Read: {parts}, all {count} sections; not held: {missing}.",
        "su": "Diaos: {parts}, sadaya {count} bagian; teu disimpen: {missing}.",
    },
    "read_whole": {
        "id": "Dibaca: seluruh naskah yang tersimpan, bagian: {count}.",
        "en": "Read: the whole text that is held, sections: {count}.",
        "su": "Diaos: sadaya naskah anu disimpen, bagian: {count}.",
    },
    "read_section": {
        "id": "Dibaca: {heading}, bagian: {count} dari {total} yang tersimpan.",
        "en": "Read: {heading}, sections: {count} of {total} that are held.",
        "su": "Diaos: {heading}, bagian: {count} tina {total} anu disimpen.",
    },
    "read_topic": {
        "id": "Dokumen yang dicari: {total}; yang memuat “{topic}”: {count}.",
        "en": "Documents searched: {total}; those that speak of “{topic}”: {count}.",
        "su": "Dokumén anu dipilari: {total}; anu nyebatkeun “{topic}”: {count}.",
    },
    "from_chapter": {
        "id": "BAB {number} dan seterusnya",
        "en": "Chapter {number} onwards",
        "su": "BAB {number} ka payunna",
    },
    "chapters_and_from": {
        "id": "BAB {numbers} serta {number} dan seterusnya",
        "en": "Chapters {numbers} and {number} onwards",
        "su": "BAB {numbers} sareng {number} ka payunna",
    },
    "and": {"id": "dan", "en": "and", "su": "sareng"},
    "nothing": {
        "id": "Tidak ada bagian naskah yang membahas hal itu.",
        "en": "No part of the text speaks of that.",
        "su": "Teu aya bagian naskah anu nyebatkeun éta hal.",
    },
    "too_little": {
        "id": "Tidak ada kalimat yang muat dalam batas ini; mohon minta yang lebih panjang.",
        "en": "No sentence fits this length; please ask for a longer briefing.",
        "su": "Teu aya kalimah anu cekap dina wates ieu; mangga pundut anu langkung panjang.",
    },
    "no_sentence": {
        "id": "Naskah yang tersimpan tidak memuat kalimat yang dapat dikutip.",
        "en": "The text that is held has no sentence to quote.",
        "su": "Naskah anu disimpen teu gaduh kalimah anu tiasa dicutat.",
    },
    "unofficial_mark": {
        "id": "Terjemahan tidak resmi",
        "en": "Unofficial translation",
        "su": "Tarjamahan teu resmi",
    },
    "original_mark": {
        "id": "Belum ada versi bahasa {language}",
        "en": "No {language} version",
        "su": "Teu acan aya vérsi basa {language}",
    },
    "differ": {
        "id": "Naskah memberikan keterangan yang berbeda: {values}.",
        "en": "The text differs: {values}.",
        "su": "Naskah masihan katerangan anu béda: {values}.",
    },
    "differ_keywords": {
        "id": "Kata kunci versi-versi penulis berbeda: {values}.",
        "en": "The author’s versions differ in their keywords: {values}.",
        "su": "Kecap konci dina vérsi-vérsi panulis béda: {values}.",
    },
    "author_version": {
        "id": "versi penulis",
        "en": "the author’s version",
        "su": "vérsi panulis",
    },
    "project_version": {
        "id": "terjemahan tidak resmi",
        "en": "unofficial translation",
        "su": "tarjamahan teu resmi",
    },
    "model_version": {
        "id": "terjemahan mesin, tidak resmi ({name})",
        "en": "unofficial machine translation ({name})",
        "su": "tarjamahan mesin, teu resmi ({name})",
    },
    "person_version": {
        "id": "terjemahan tidak resmi oleh {name}",
        "en": "unofficial translation by {name}",
        "su": "tarjamahan teu resmi ku {name}",
    },
    "paragraph": {"id": "paragraf {number}", "en": "paragraph {number}", "su": "paragraf {number}"},
    "page": {"id": "halaman {number}", "en": "page {number}", "su": "kaca {number}"},
    "model_failed": {
        "id": "Model bahasa {model} tidak dapat dipakai; ringkasan ini dikutip dari naskah.",
        "en": "The language model {model} could not be used; all is quoted from the text.",
        "su": "Modél basa {model} teu tiasa dianggo; ringkesan ieu dicutat tina naskah.",
    },
    "broken_off": {
        "id": "Model bahasa {model} terputus; selebihnya dikutip dari naskah.",
        "en": "The language model {model} broke off; the rest is quoted from the text.",
        "su": "Modél basa {model} kapegat; sésana dicutat tina naskah.",
    },
    "nothing_left": {
        "id": "Tidak ada pernyataan model bahasa {model} yang cocok dengan naskah dan terpakai; "
        "ringkasan ini dikutip dari naskah.",
        "en": "No statement of the language model {model} matches the text and is of use; "
        "this briefing is quoted from the text.",
        "su": "Teu aya pernyataan modél basa {model} anu luyu sareng naskah sarta kapaké; "
        "ringkesan ieu dicutat tina naskah.",
    },
    "cites": {
        "id": "Karya yang dirujuk di situ: {works}",
        "en": "Works cited there: {works}",
        "su": "Karya anu dirujuk di dinya: {works}",
    },
    "briefing": {"id": "Ringkasan", "en": "Briefing", "su": "Ringkesan"},
    "made": {
        "id": "Disusun {date} dari korpus: {corpus}",
        "en": "Made on {date} from the corpus: {corpus}",
        "su": "Disusun {date} tina korpus: {corpus}",
    },
    "matches": {
        "id": "Kutipan cocok dengan naskah; apakah isinya benar, Sitir tidak tahu.",
        "en": "Quotes match the text; whether the text is true, Sitir does not know.",
        "su": "Cutatan luyu jeung naskah; naha eusina leres, Sitir henteu terang.",
    },
    "page_of": {
        "id": "Halaman {page} dari {pages}",
        "en": "Page {page} of {pages}",
        "su": "Kaca {page} tina {pages}",
    },
}


def say_brief(key: str, language: Language, /, **fields: object) -> str:
    """Return a string of the table with its fields filled, in one pass."""
    return _FIELD.sub(lambda match: str(fields[match[1]]), STRINGS[key][language])
