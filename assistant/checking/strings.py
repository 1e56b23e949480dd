"""What a check of a text says, in three languages: ``STRINGS[key][language]``.

A check says that something *matches the text*, never that it is true. The register of the
Sundanese is that of ``assistant.strings``; no native reader has reviewed it yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.language import Language

__all__ = ["STRINGS", "say_check"]

_FIELD: Final = re.compile(r"\{(\w+)\}")

STRINGS: Final[Mapping[str, Mapping[Language, str]]] = {
    "kind_quote": {"id": "kutipan", "en": "quote", "su": "cutatan"},
    "kind_number": {"id": "angka", "en": "number", "su": "angka"},
    "kind_statement": {"id": "pernyataan", "en": "statement", "su": "pernyataan"},
    "exact": {
        "id": "Sama kata demi kata dengan naskah.",
        "en": "Matches the text word for word.",
        "su": "Sami kecap demi kecap sareng naskah.",
    },
    "exact_translation": {
        "id": "Sama kata demi kata dengan terjemahan ({origin}); sumbernya ialah teks aslinya.",
        "en": "Matches a translation word for word ({origin}); the source is the original text.",
        "su": "Sami kecap demi kecap sareng tarjamahan ({origin}); sumberna nyaéta téks aslina.",
    },
    "exact_title": {
        "id": "Sama dengan judul dalam keterangan dokumen {document}.",
        "en": "Matches the title in the record of the document {document}.",
        "su": "Sami sareng judul dina katerangan dokumén {document}.",
    },
    "matches": {
        "id": "Cocok dengan naskah.",
        "en": "Matches the text.",
        "su": "Luyu jeung naskah.",
    },
    "altered": {
        "id": "Kutipan ini berbeda dari naskah.",
        "en": "This quote differs from the text.",
        "su": "Cutatan ieu bénten ti naskah.",
    },
    "altered_translation": {
        "id": "Kutipan ini berbeda dari terjemahan ({origin}); sumbernya ialah teks aslinya.",
        "en": "This quote differs from a translation ({origin}); the source is the original text.",
        "su": "Cutatan ieu bénten ti tarjamahan ({origin}); sumberna nyaéta téks aslina.",
    },
    "altered_statement": {
        "id": "Pernyataan ini berbeda dari yang dikatakan naskah.",
        "en": "This statement differs from what the text says.",
        "su": "Pernyataan ieu bénten ti anu disebatkeun ku naskah.",
    },
    "altered_number": {
        "id": "Naskah menyebut angka lain: {original}.",
        "en": "The text gives another number: {original}.",
        "su": "Naskah nyebatkeun angka sanés: {original}.",
    },
    "misattributed": {
        "id": "Ada di tempat lain: {place}, bukan {claimed}.",
        "en": "Stands elsewhere: {place}, not {claimed}.",
        "su": "Aya di tempat sanés: {place}, sanés {claimed}.",
    },
    "unsupported": {
        "id": "Tidak ditemukan dalam naskah.",
        "en": "Not found in the text.",
        "su": "Henteu kapendak dina naskah.",
    },
    "unsupported_statement": {
        "id": "Naskah tidak menyatakan hal ini.",
        "en": "The text does not state this.",
        "su": "Naskah henteu nyebatkeun ieu hal.",
    },
    "unsupported_number": {
        "id": "Angka ini tidak ada dalam bagian naskah itu.",
        "en": "This number is not in that part of the text.",
        "su": "Angka ieu henteu aya dina éta bagian naskah.",
    },
    "off_corpus": {
        "id": "Di luar isi naskah yang tersimpan.",
        "en": "Not about what the held text is about.",
        "su": "Di luar eusi naskah anu disimpen.",
    },
    "replaced": {
        "id": "tertulis “{given}”; naskah: “{original}”",
        "en": "given “{given}”; the text: “{original}”",
        "su": "kaserat “{given}”; naskah: “{original}”",
    },
    "left_out": {
        "id": "dihilangkan dari naskah: “{original}”",
        "en": "left out of the text: “{original}”",
        "su": "dileungitkeun tina naskah: “{original}”",
    },
    "added": {
        "id": "tidak ada dalam naskah: “{given}”",
        "en": "not in the text: “{given}”",
        "su": "henteu aya dina naskah: “{given}”",
    },
    "origin_author": {
        "id": "versi penulis, bahasa {language}",
        "en": "the author’s own, {language}",
        "su": "vérsi panulis, basa {language}",
    },
    "origin_project": {
        "id": "tidak resmi, bahasa {language}",
        "en": "unofficial, {language}",
        "su": "teu resmi, basa {language}",
    },
    "origin_model": {
        "id": "mesin {name}, tidak resmi, bahasa {language}",
        "en": "by machine, {name}, unofficial, {language}",
        "su": "mesin {name}, teu resmi, basa {language}",
    },
    "origin_person": {
        "id": "oleh {name}, tidak resmi, bahasa {language}",
        "en": "by {name}, unofficial, {language}",
        "su": "ku {name}, teu resmi, basa {language}",
    },
    "paragraph": {
        "id": "paragraf {number}",
        "en": "paragraph {number}",
        "su": "paragrap {number}",
    },
    "remark_order": {
        "id": "Bagian-bagian kutipan berdiri dalam urutan lain.",
        "en": "The parts of the quote stand in another order.",
        "su": "Bagian-bagian cutatan aya dina runtuyan sanés.",
    },
    "remark_elsewhere": {
        "id": "Yang mirip ada di tempat lain: {place}, bukan {claimed}.",
        "en": "What is like it stands elsewhere: {place}, not {claimed}.",
        "su": "Anu mirip aya di tempat sanés: {place}, sanés {claimed}.",
    },
    "remark_part_not_held": {
        "id": "{part} tidak tersimpan di sini; mungkin kutipan ini berdiri juga di sana.",
        "en": "{part} is not held here; the quote may stand there too.",
        "su": "{part} henteu disimpen di dieu; panginten cutatan ieu aya ogé di dinya.",
    },
    "remark_word_for_word": {
        "id": "Kalimat ini sama kata demi kata dengan naskah, tetapi tanpa tanda kutip.",
        "en": "This is the text word for word, but not in quotation marks.",
        "su": "Kalimah ieu sami kecap demi kecap sareng naskah, mung teu nganggo tanda cutatan.",
    },
    "remark_goes_on": {
        "id": "Kalimatnya berlanjut dalam naskah: “{rest}”",
        "en": "The sentence goes on in the text: “{rest}”",
        "su": "Kalimahna nuluykeun dina naskah: “{rest}”",
    },
    "remark_opens": {
        "id": "Kalimatnya dibuka dalam naskah dengan: “{rest}”",
        "en": "The sentence opens in the text with: “{rest}”",
        "su": "Kalimahna dibuka dina naskah ku: “{rest}”",
    },
    "problem_number": {
        "id": "Angka atau tanggalnya lain: {detail}",
        "en": "The number or date differs: {detail}",
        "su": "Angka atanapi titimangsana bénten: {detail}",
    },
    "problem_name": {
        "id": "Namanya lain: {detail}",
        "en": "The name differs: {detail}",
        "su": "Wastana bénten: {detail}",
    },
    "problem_negation": {
        "id": "Naskah mengatakan kebalikannya, dengan atau tanpa “tidak”: {detail}",
        "en": "The text says the reverse, with or without “not”: {detail}",
        "su": "Naskah nyebatkeun sabalikna, nganggo atanapi henteu nganggo “henteu”: {detail}",
    },
    "problem_hedge": {
        "id": "Naskah mengatakannya dengan lebih hati-hati: {detail}",
        "en": "The text says it with more caution: {detail}",
        "su": "Naskah nyebatkeunana langkung ati-ati: {detail}",
    },
    "problem_condition": {
        "id": "Naskah menyebutkannya dengan syarat: {detail}",
        "en": "The text says it under a condition: {detail}",
        "su": "Naskah nyebatkeunana kalayan sarat: {detail}",
    },
    "problem_aim": {
        "id": "Dalam naskah ini tujuan, bukan hasil: {detail}",
        "en": "In the text this is an aim, not a result: {detail}",
        "su": "Dina naskah ieu tujuan, sanés hasil: {detail}",
    },
    "problem_reported": {
        "id": "Naskah melaporkannya dari karya lain: {detail}",
        "en": "The text reports it from another work: {detail}",
        "su": "Naskah ngalaporkeunana tina karya sanés: {detail}",
    },
    "problem_certainty": {
        "id": "Lebih pasti, atau lebih luas, daripada naskah: {detail}",
        "en": "More certain, or of more, than the text says: {detail}",
        "su": "Langkung pasti, atanapi langkung lega, ti naskah: {detail}",
    },
    "problem_opposite": {
        "id": "Arahnya berlawanan dengan naskah: {detail}",
        "en": "It goes the other way than in the text: {detail}",
        "su": "Arahna sabalikna ti naskah: {detail}",
    },
    "problem_relation": {
        "id": "Siapa melakukan apa terhadap siapa terbalik: {detail}",
        "en": "Who does what to whom is the other way round: {detail}",
        "su": "Saha ngalakukeun naon ka saha tibalik: {detail}",
    },
    "problem_uncovered": {
        "id": "Tidak ada dalam bagian yang paling dekat: {detail}",
        "en": "Not borne out by the nearest passage: {detail}",
        "su": "Henteu aya dina bagian anu pangcaketna: {detail}",
    },
    "summary": {
        "id": (
            "{exact} sama persis, {matches} cocok, {altered} berbeda, {misattributed} salah "
            "tempat, {unsupported} tidak didukung, {off_corpus} di luar isi naskah"
        ),
        "en": (
            "{exact} exact, {matches} matching, {altered} altered, {misattributed} "
            "misattributed, {unsupported} unsupported, {off_corpus} not about the held text"
        ),
        "su": (
            "{exact} sami persis, {matches} luyu, {altered} bénten, {misattributed} salah "
            "tempat, {unsupported} henteu dirojong, {off_corpus} di luar eusi naskah"
        ),
    },
    "nothing_found": {
        "id": "Tidak ada kutipan, angka, atau pernyataan untuk diperiksa.",
        "en": "There is no quote, number or statement to check.",
        "su": "Teu aya cutatan, angka, atanapi pernyataan pikeun dipariksa.",
    },
    "not_truth": {
        "id": (
            "Pemeriksaan ini membandingkan dengan naskah yang tersimpan; tidak menilai benar "
            "atau salahnya isi."
        ),
        "en": "This check compares with the text that is held; it does not judge what is true.",
        "su": (
            "Pamariksaan ieu ngabandingkeun sareng naskah anu disimpen; henteu nangtoskeun "
            "leres henteuna eusi."
        ),
    },
    "empty_index": {
        "id": "Korpus masih kosong: belum ada naskah untuk dibandingkan.",
        "en": "The corpus is empty: there is no text to compare with yet.",
        "su": "Korpus masih kosong: teu acan aya naskah pikeun dibandingkeun.",
    },
    "sentences_cut": {
        "id": "Teksnya panjang; hanya {limit} kalimat pertama yang diperiksa.",
        "en": "The text is long; only its first {limit} sentences were checked.",
        "su": "Téksna panjang; mung {limit} kalimah munggaran anu dipariksa.",
    },
    "unofficial_translation": {
        "id": "Ada kutipan dari terjemahan yang tidak resmi; kutiplah teks aslinya.",
        "en": "Some quotes are of an unofficial translation; quote the original text.",
        "su": "Aya cutatan tina tarjamahan anu teu resmi; mangga cutat téks aslina.",
    },
}


def say_check(key: str, language: Language, /, **fields: object) -> str:
    """Return a string of the table with its fields filled, in one pass."""
    return _FIELD.sub(lambda match: str(fields[match[1]]), STRINGS[key][language])
