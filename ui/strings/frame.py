"""Labels of the frame around the views."""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
    "language_switch": {"id": "Bahasa halaman", "en": "Page language", "su": "Basa kaca"},
    "own_name": {"id": "Indonesia", "en": "English", "su": "Sunda"},
    "views": {"id": "Bagian halaman", "en": "Views", "su": "Bagian kaca"},
    "view_ask": {"id": "Tanya", "en": "Ask", "su": "Taros"},
    "view_library": {"id": "Pustaka", "en": "Library", "su": "Pustaka"},
    "view_brief": {"id": "Ringkas", "en": "Brief", "su": "Ringkes"},
    "view_check": {"id": "Periksa", "en": "Check", "su": "Pariksa"},
    "theme_toggle": {
        "id": "Ganti terang atau gelap",
        "en": "Switch between light and dark",
        "su": "Gentos caang atanapi poék",
    },
    "not_sent": {
        "id": "Tidak terkirim. Periksa sambungannya, lalu coba lagi.",
        "en": "Not sent. Check the connection, then try again.",
        "su": "Henteu kakirim. Mangga pariksa sambunganana, teras cobian deui.",
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
