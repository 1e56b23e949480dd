"""Labels of the list of conversations."""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
    "conversations": {"id": "Percakapan", "en": "Conversations", "su": "Paguneman"},
    "conversations_open": {
        "id": "Buka daftar percakapan",
        "en": "Open the list of conversations",
        "su": "Buka daptar paguneman",
    },
    "conversations_close": {
        "id": "Tutup daftar percakapan",
        "en": "Close the list of conversations",
        "su": "Tutup daptar paguneman",
    },
    "conversation_new": {
        "id": "Percakapan baru",
        "en": "New conversation",
        "su": "Paguneman anyar",
    },
    "conversations_none": {
        "id": "Pertanyaan yang pernah diajukan akan tersimpan di sini.",
        "en": "What you have asked will be kept here.",
        "su": "Patarosan anu kantos ditaroskeun bakal disimpen di dieu.",
    },
    "today": {"id": "Hari ini", "en": "Today", "su": "Dinten ieu"},
    "last_week": {"id": "Tujuh hari terakhir", "en": "Last week", "su": "Saminggu ka pengker"},
    "earlier_days": {"id": "Sebelumnya", "en": "Earlier", "su": "Sateuacanna"},
    "conversations_more": {
        "id": "Yang lebih lama tidak ditampilkan: {count}",
        "en": "Older ones not shown: {count}",
        "su": "Anu langkung lami henteu dipidangkeun: {count}",
    },
    "untitled": {"id": "Tanpa judul", "en": "Untitled", "su": "Tanpa judul"},
    "conversation_menu": {
        "id": "Pilihan untuk percakapan: {title}",
        "en": "Options for the conversation: {title}",
        "su": "Pilihan kanggo paguneman: {title}",
    },
    "rename": {"id": "Ganti nama", "en": "Rename", "su": "Gentos nami"},
    "rename_label": {
        "id": "Nama baru percakapan",
        "en": "New name of the conversation",
        "su": "Nami anyar paguneman",
    },
    "save": {"id": "Simpan", "en": "Save", "su": "Simpen"},
    "cancel": {"id": "Batal", "en": "Cancel", "su": "Batal"},
    "delete": {"id": "Hapus", "en": "Delete", "su": "Hapus"},
    "delete_sure": {
        "id": "Hapus percakapan ini beserta isinya?",
        "en": "Delete this conversation and all in it?",
        "su": "Hapus paguneman ieu sareng sadaya eusina?",
    },
    "export_md": {"id": "Unduh Markdown", "en": "Download Markdown", "su": "Undeur Markdown"},
    "export_json": {"id": "Unduh JSON", "en": "Download JSON", "su": "Undeur JSON"},
}
