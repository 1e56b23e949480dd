"""The frames of answers, in three languages: ``STRINGS[key][language]``.

Sundanese keeps one polite register (*numutkeun, sareng, parantos, teu acan*). Fields in
braces are filled by ``say``. No string has been reviewed by a native reader yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from corpus.language import Language
from corpus.records import Metadata

__all__ = ["MOST_TITLES", "STRINGS", "filled", "held_parts", "say", "title_in"]

MOST_TITLES: Final = 5
"""Titles that are named where all of them would be too many."""

_FIELD: Final = re.compile(r"\{(\w+)\}")

STRINGS: Final[Mapping[str, Mapping[Language, str]]] = {
    "quoted": {
        "id": "Menurut naskah ({place}): “{quote}” [{number}]",
        "en": "The thesis says ({place}): “{quote}” [{number}]",
        "su": "Numutkeun naskah ({place}): “{quote}” [{number}]",
    },
    "quoted_in": {
        "id": "Menurut naskah, dalam bahasa {language} ({place}): “{quote}” [{number}]",
        "en": "The thesis says, in {language} ({place}): “{quote}” [{number}]",
        "su": "Numutkeun naskah, dina basa {language} ({place}): “{quote}” [{number}]",
    },
    "version_author": {
        "id": "Versi penulis dalam bahasa {language}: “{text}”",
        "en": "The author’s own {language} version: “{text}”",
        "su": "Vérsi panulis dina basa {language}: “{text}”",
    },
    "version_project": {
        "id": "Terjemahan tidak resmi ke bahasa {language}: “{text}”",
        "en": "Unofficial {language} translation: “{text}”",
        "su": "Tarjamahan teu resmi kana basa {language}: “{text}”",
    },
    "version_model": {
        "id": "Terjemahan mesin, tidak resmi, ke bahasa {language} ({name}): “{text}”",
        "en": "Unofficial machine translation into {language} ({name}): “{text}”",
        "su": "Tarjamahan mesin, teu resmi, kana basa {language} ({name}): “{text}”",
    },
    "version_person": {
        "id": "Terjemahan tidak resmi ke bahasa {language} oleh {name}: “{text}”",
        "en": "Unofficial {language} translation by {name}: “{text}”",
        "su": "Tarjamahan teu resmi kana basa {language} ku {name}: “{text}”",
    },
    "metadata_title": {
        "id": "Menurut keterangan dokumen, judulnya: {value}",
        "en": "According to the document’s record, its title is: {value}",
        "su": "Numutkeun katerangan dokumén, judulna: {value}",
    },
    "metadata_author": {
        "id": "Menurut keterangan dokumen, penulisnya: {value}",
        "en": "According to the document’s record, its author is: {value}",
        "su": "Numutkeun katerangan dokumén, panulisna: {value}",
    },
    "metadata_year": {
        "id": "Menurut keterangan dokumen, tahunnya: {value}",
        "en": "According to the document’s record, its year is: {value}",
        "su": "Numutkeun katerangan dokumén, taunna: {value}",
    },
    "metadata_institution": {
        "id": "Menurut keterangan dokumen, lembaganya: {value}",
        "en": "According to the document’s record, its institution is: {value}",
        "su": "Numutkeun katerangan dokumén, lembagana: {value}",
    },
    "record_of": {
        "id": "Menurut keterangan dokumen: {title} ({record})",
        "en": "According to the document’s record: {title} ({record})",
        "su": "Numutkeun katerangan dokumén: {title} ({record})",
    },
    "missing_author": {
        "id": "Nama penulis skripsi ini tidak tercantum dalam naskah yang tersimpan.",
        "en": "The name of this thesis’s author is not given in the text that is held.",
        "su": "Wasta panulis skripsi ieu henteu kaserat dina naskah anu disimpen.",
    },
    "missing_year": {
        "id": "Tahun penulisan skripsi ini tidak tercantum dalam naskah yang tersimpan.",
        "en": "The year of this thesis is not given in the text that is held.",
        "su": "Taun nyerat skripsi ieu henteu kaserat dina naskah anu disimpen.",
    },
    "missing_institution": {
        "id": "Perguruan tinggi asal skripsi ini tidak tercantum dalam naskah yang tersimpan.",
        "en": "The university of this thesis is not given in the text that is held.",
        "su": "Paguron luhur asal skripsi ieu henteu kaserat dina naskah anu disimpen.",
    },
    "missing_people": {
        "id": "Nama pembimbing dan penguji tidak tercantum dalam naskah yang tersimpan.",
        "en": "The names of supervisors and examiners are not given in the text that is held.",
        "su": "Wasta pangaping sareng panguji henteu kaserat dina naskah anu disimpen.",
    },
    "missing_other": {
        "id": "Keterangan tentang skripsi itu tidak tercantum dalam naskah yang tersimpan.",
        "en": "That detail about the thesis is not given in the text that is held.",
        "su": "Katerangan ngeunaan skripsi éta henteu kaserat dina naskah anu disimpen.",
    },
    "part_not_held": {
        "id": "Bagian yang ditanyakan tidak tersimpan dalam korpus ini: {part}.",
        "en": "The part you ask about is not held in this corpus: {part}.",
        "su": "Bagian anu dipilarian henteu disimpen dina korpus ieu: {part}.",
    },
    "not_stated": {
        "id": "Naskah yang tersimpan tidak menyatakan jawaban atas pertanyaan itu.",
        "en": "The text that is held does not state an answer to that question.",
        "su": "Naskah anu disimpen henteu nyebatkeun waleran kana patarosan éta.",
    },
    "off_topic": {
        "id": "Pertanyaan itu di luar isi naskah yang tersimpan.",
        "en": "That question is outside of what the held text is about.",
        "su": "Patarosan éta di luar eusi naskah anu disimpen.",
    },
    "unclear": {
        "id": "Pertanyaannya belum jelas. Mohon sebutkan apa yang ingin diketahui dari naskah.",
        "en": "The question is not clear. Please name what you would like to know from the text.",
        "su": "Patarosanana teu acan jelas. Mangga sebatkeun naon anu badé diuninga tina naskah.",
    },
    "empty_index": {
        "id": "Korpus masih kosong: belum ada naskah yang dapat ditanyai.",
        "en": "The corpus is empty: there is no text to ask yet.",
        "su": "Korpus masih kosong: teu acan aya naskah anu tiasa ditaroskeun.",
    },
    "empty_question": {
        "id": "Pertanyaannya kosong. Silakan tulis pertanyaan.",
        "en": "The question is empty. Please write a question.",
        "su": "Patarosanana kosong. Mangga serat patarosanana.",
    },
    "which_thesis": {
        "id": "Skripsi mana yang dimaksud?",
        "en": "Which thesis do you mean?",
        "su": "Skripsi anu mana anu dimaksad?",
    },
    "choose_thesis": {
        "id": "Sebutkan judulnya atau sebagian darinya, atau pilih satu dokumen: {ids}.",
        "en": "Name its title or a part of it, or choose one document: {ids}.",
        "su": "Mangga sebatkeun judulna atanapi sabagianana, atanapi pilih hiji dokumén: {ids}.",
    },
    "more_documents": {
        "id": "… dan {count} skripsi lainnya.",
        "en": "… and {count} more.",
        "su": "… sareng {count} skripsi sanésna.",
    },
    "more_at_least": {
        "id": "… dan sedikitnya {count} skripsi lainnya.",
        "en": "… and at least {count} more.",
        "su": "… sareng sahenteuna {count} skripsi sanésna.",
    },
    "no_document": {
        "id": "Tidak ada skripsi yang tersimpan yang memuat hal itu.",
        "en": "None of the theses that are held matches that.",
        "su": "Teu aya skripsi anu disimpen anu ngamuat éta hal.",
    },
    "of_thesis": {
        "id": "Skripsi “{title}”: {text}",
        "en": "The thesis “{title}”: {text}",
        "su": "Skripsi “{title}”: {text}",
    },
    "held_more": {
        "id": "{titles}; dan {count} lainnya",
        "en": "{titles}; and {count} more",
        "su": "{titles}; sareng {count} sanésna",
    },
    "nearest": {
        "id": "Bagian yang paling dekat ada di bawah ini.",
        "en": "The nearest passages are listed below.",
        "su": "Bagian anu pangcaketna aya di handap ieu.",
    },
    "held": {
        "id": "Yang tersimpan: {parts}.",
        "en": "What is held: {parts}.",
        "su": "Anu disimpen: {parts}.",
    },
    "chapter": {"id": "BAB {number}", "en": "Chapter {number}", "su": "BAB {number}"},
    "last_chapter": {"id": "bab terakhir", "en": "the last chapter", "su": "bab pamungkas"},
    "bibliography": {"id": "daftar pustaka", "en": "the bibliography", "su": "daptar pustaka"},
    "appendix": {"id": "lampiran", "en": "the appendices", "su": "lampiran"},
    "question_cut": {
        "id": "Pertanyaan melebihi {limit} karakter; hanya bagian awalnya yang dibaca.",
        "en": "The question is longer than {limit} characters; only its beginning was read.",
        "su": "Patarosan langkung ti {limit} karakter; mung bagian awalna anu diaos.",
    },
    "history_cut": {
        "id": "Percakapannya panjang; hanya {limit} giliran terakhir yang dibaca.",
        "en": "The conversation is long; only its last {limit} turns were read.",
        "su": "Paguneman panjang; mung {limit} giliran pamungkas anu diaos.",
    },
    "unofficial_translation": {
        "id": "Terjemahan di samping kutipan tidak resmi; sumbernya adalah teks aslinya.",
        "en": "The translation beside the quote is unofficial; the source is the original text.",
        "su": "Tarjamahan di gigireun cutatan téh teu resmi; sumberna nyaéta téks aslina.",
    },
    "no_version": {
        "id": "Kutipan ini tidak mempunyai versi dalam bahasa {language}.",
        "en": "There is no {language} version of this quote.",
        "su": "Cutatan ieu teu gaduh vérsi dina basa {language}.",
    },
    "quote_removed": {
        "id": "Kutipan yang tidak terbaca kembali dari sumbernya telah dihapus: {count}.",
        "en": "Quotes that did not read back from the source were removed: {count}.",
        "su": "Cutatan anu teu kabaca deui tina sumberna parantos dipiceun: {count}.",
    },
    "bad_line": {
        "id": "Baris {line} tidak dapat dibaca: {problem}",
        "en": "Line {line} cannot be read: {problem}",
        "su": "Baris {line} teu tiasa diaos: {problem}",
    },
    "sources_differ": {
        "id": "Sumber yang dikutip memberikan keterangan yang berbeda: {values}.",
        "en": "The sources quoted here differ: {values}.",
        "su": "Sumber anu dicutat masihan katerangan anu béda: {values}.",
    },
    "value_cited": {
        "id": "“{value}” [{number}]",
        "en": "“{value}” [{number}]",
        "su": "“{value}” [{number}]",
    },
}


def say(key: str, language: Language, /, **fields: object) -> str:
    """Return a string of the table with its fields filled."""
    return filled(STRINGS[key][language], fields)


def filled(text: str, fields: Mapping[str, object]) -> str:
    """Return a text with its fields filled in one pass: braces of what is filled in stay."""
    return _FIELD.sub(lambda match: str(fields[match[1]]), text)


def title_in(metadata: Metadata, language: Language) -> str:
    """Return a document's title in a language, in its own where there is no other."""
    return metadata.title_versions.get(language, metadata.title)


def held_parts(documents: Sequence[Metadata], language: Language) -> str:
    """Return what is held, in words: the parts of one document, or a few titles of several."""
    if len(documents) == 1:
        parts = documents[0].held.get(language, ())
        return ", ".join(parts) if parts else documents[0].title
    titles = "; ".join(title_in(metadata, language) for metadata in documents[:MOST_TITLES])
    further = len(documents) - MOST_TITLES
    return titles if further < 1 else say("held_more", language, titles=titles, count=further)
