"""Labels of the brief view and of academic references."""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
    "brief_heading": {
        "id": "Ringkas sebuah naskah",
        "en": "Brief a document",
        "su": "Ringkeskeun hiji naskah",
    },
    "brief_text": {
        "id": "Ringkasan disusun dari kalimat naskah sendiri, dan setiap butirnya membuka "
        "kutipan asalnya.",
        "en": "A briefing is made of the text’s own sentences, and each point opens the quote "
        "that it comes from.",
        "su": "Ringkesan disusun tina kalimah naskahna nyalira, sareng unggal poko muka cutatan "
        "asalna.",
    },
    "brief_document": {"id": "Dokumen", "en": "Document", "su": "Dokumén"},
    "brief_scope": {"id": "Yang diringkas", "en": "What to brief", "su": "Anu diringkeskeun"},
    "scope_whole": {"id": "Seluruh naskah", "en": "The whole text", "su": "Sadaya naskah"},
    "scope_section": {"id": "Satu bagian", "en": "One section", "su": "Hiji bagian"},
    "scope_topic": {"id": "Satu topik", "en": "One topic", "su": "Hiji topik"},
    "brief_section": {"id": "Bagian", "en": "Section", "su": "Bagian"},
    "brief_topic": {
        "id": "Topik, dicari di semua dokumen",
        "en": "Topic, looked for in all documents",
        "su": "Topik, dipilari dina sadaya dokumén",
    },
    "brief_topic_missing": {
        "id": "Silakan isi dahulu topiknya.",
        "en": "Please give the topic first.",
        "su": "Mangga eusian heula topikna.",
    },
    "brief_length": {"id": "Panjang", "en": "Length", "su": "Panjangna"},
    "length_short": {
        "id": "Singkat: satu menit",
        "en": "Short: one minute",
        "su": "Pondok: samenit",
    },
    "length_medium": {
        "id": "Sedang: satu halaman",
        "en": "Medium: one page",
        "su": "Sedeng: sakaca",
    },
    "length_long": {
        "id": "Panjang: bagian demi bagian",
        "en": "Long: section by section",
        "su": "Panjang: bagian demi bagian",
    },
    "brief_send": {"id": "Ringkaskan", "en": "Brief it", "su": "Ringkeskeun"},
    "briefing_now": {
        "id": "Menyusun ringkasan…",
        "en": "Making the briefing…",
        "su": "Nuju nyusun ringkesan…",
    },
    "brief_done": {
        "id": "Ringkasan selesai, {count} butir.",
        "en": "The briefing is ready, points: {count}.",
        "su": "Ringkesan parantos réngsé, {count} poko.",
    },
    "brief_download": {"id": "Unduh ringkasan", "en": "Download", "su": "Undeur ringkesan"},
    "brief_download_as": {
        "id": "Unduh sebagai {form}",
        "en": "Download as {form}",
        "su": "Undeur salaku {form}",
    },
    "brief_original": {
        "id": "Kutipan asli",
        "en": "Original quote",
        "su": "Cutatan aslina",
    },
    "brief_original_of": {
        "id": "Kutipan asli butir {numbers}",
        "en": "Original quote of {numbers}",
        "su": "Cutatan aslina {numbers}",
    },
    "cite_quote": {
        "id": "Kutipan dengan rujukan",
        "en": "The quote with its reference",
        "su": "Cutatan sareng rujukanana",
    },
    "cite_entry": {
        "id": "Rujukan untuk daftar pustaka",
        "en": "The reference for the list of works",
        "su": "Rujukan kanggo daptar pustaka",
    },
    "cite_failed": {
        "id": "Rujukan tidak dapat dibuat. Silakan coba lagi.",
        "en": "The reference could not be made. Please try again.",
        "su": "Rujukan henteu tiasa didamel. Mangga cobian deui.",
    },
    "cited_as": {
        "id": "Tersalin menurut {style}",
        "en": "Copied in {style}",
        "su": "Parantos disalin numutkeun {style}",
    },
    "cite_style": {"id": "Gaya rujukan", "en": "Citation style", "su": "Gaya rujukan"},
    "style_apa": {"id": "APA 7", "en": "APA 7", "su": "APA 7"},
    "style_chicago-notes": {
        "id": "Chicago (catatan kaki)",
        "en": "Chicago (notes)",
        "su": "Chicago (catetan suku)",
    },
    "style_chicago-author-date": {
        "id": "Chicago (penulis–tahun)",
        "en": "Chicago (author–date)",
        "su": "Chicago (panulis–taun)",
    },
    "style_mla": {"id": "MLA 9", "en": "MLA 9", "su": "MLA 9"},
    "style_harvard": {"id": "Harvard", "en": "Harvard", "su": "Harvard"},
    "style_bibtex": {"id": "BibTeX", "en": "BibTeX", "su": "BibTeX"},
    "style_ris": {"id": "RIS", "en": "RIS", "su": "RIS"},
    "style_csl-json": {"id": "CSL-JSON", "en": "CSL-JSON", "su": "CSL-JSON"},
}
