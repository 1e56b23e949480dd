"""Labels of the check of one’s own text."""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
    "check_heading": {
        "id": "Periksa tulisan Anda",
        "en": "Check your own text",
        "su": "Pariksa seratan anjeun",
    },
    "check_text": {
        "id": "Tempelkan sebuah paragraf, atau letakkan berkas .txt atau .md di sini. Setiap "
        "kutipan, angka, dan pernyataan dibandingkan dengan naskah; tulisannya tidak disimpan.",
        "en": "Paste a paragraph, or drop a .txt or .md file here. Each quote, number and "
        "statement is compared with the text; what you paste is not kept.",
        "su": "Témpélkeun hiji paragrap, atanapi teundeun berkas .txt atanapi .md di dieu. "
        "Unggal cutatan, angka, sareng pernyataan dibandingkeun sareng naskah; seratanana "
        "henteu disimpen.",
    },
    "check_label": {"id": "Tulisan Anda", "en": "Your text", "su": "Seratan anjeun"},
    "check_file": {"id": "Buka berkas", "en": "Open a file", "su": "Buka berkas"},
    "check_send": {"id": "Periksa", "en": "Check", "su": "Pariksa"},
    "checking": {
        "id": "Membandingkan dengan naskah…",
        "en": "Comparing with the text…",
        "su": "Nuju ngabandingkeun sareng naskah…",
    },
    "check_report": {"id": "Hasil pemeriksaan", "en": "What was found", "su": "Hasil pamariksaan"},
    "check_yours": {
        "id": "Tulisan Anda, dengan yang ditemukan",
        "en": "Your text, with what was found",
        "su": "Seratan anjeun, sareng anu kapendak",
    },
    "check_done": {
        "id": "Selesai diperiksa: {count} temuan.",
        "en": "Checked: {count} findings.",
        "su": "Parantos dipariksa: {count} papendakan.",
    },
    "check_wrong_file": {
        "id": "Hanya berkas .txt atau .md, paling besar 1 MB.",
        "en": "Only .txt or .md files of up to 1 MB.",
        "su": "Mung berkas .txt atanapi .md, pangageungna 1 MB.",
    },
    "finding_quote": {"id": "kutipan", "en": "quote", "su": "cutatan"},
    "finding_number": {"id": "angka", "en": "number", "su": "angka"},
    "finding_statement": {"id": "pernyataan", "en": "statement", "su": "pernyataan"},
    "verdict_exact": {"id": "sama persis", "en": "exact", "su": "sami persis"},
    "verdict_matches": {"id": "cocok", "en": "matches", "su": "luyu"},
    "verdict_altered": {"id": "berbeda", "en": "altered", "su": "bénten"},
    "verdict_misattributed": {
        "id": "salah tempat",
        "en": "stands elsewhere",
        "su": "lepat tempat",
    },
    "verdict_unsupported": {
        "id": "tidak didukung",
        "en": "unsupported",
        "su": "henteu dirojong",
    },
    "verdict_off_corpus": {
        "id": "di luar isi naskah",
        "en": "not about the text",
        "su": "di luar eusi naskah",
    },
    "change_replaced": {
        "id": "tertulis “{given}”; naskah: “{original}”",
        "en": "given “{given}”; the text: “{original}”",
        "su": "kaserat “{given}”; naskah: “{original}”",
    },
    "change_left_out": {
        "id": "dihilangkan dari naskah: “{original}”",
        "en": "left out of the text: “{original}”",
        "su": "dileungitkeun tina naskah: “{original}”",
    },
    "change_added": {
        "id": "tidak ada dalam naskah: “{given}”",
        "en": "not in the text: “{given}”",
        "su": "henteu aya dina naskah: “{given}”",
    },
    "open_finding": {
        "id": "Buka: {place}",
        "en": "Open: {place}",
        "su": "Buka: {place}",
    },
}
