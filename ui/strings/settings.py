"""Labels of the settings."""

from __future__ import annotations

from typing import Final

from corpus.language import Language

__all__ = ["STRINGS"]

STRINGS: Final[dict[str, dict[Language, str]]] = {
    "settings": {"id": "Pengaturan", "en": "Settings", "su": "Setélan"},
    "settings_close": {
        "id": "Tutup pengaturan",
        "en": "Close the settings",
        "su": "Tutup setélan",
    },
    "settings_kept": {
        "id": "Disimpan hanya di peramban ini.",
        "en": "Kept in this browser only.",
        "su": "Disimpen mung dina panyungsi ieu.",
    },
    "answer_language": {
        "id": "Bahasa jawaban",
        "en": "Language of the answers",
        "su": "Basa waleran",
    },
    "answers_as_asked": {
        "id": "Seperti pertanyaannya",
        "en": "As asked",
        "su": "Sakumaha patarosanana",
    },
    "model": {"id": "Model bahasa", "en": "Language model", "su": "Modél basa"},
    "model_used": {"id": "Dipakai", "en": "On", "su": "Dianggo"},
    "model_unused": {"id": "Tidak dipakai", "en": "Off", "su": "Henteu dianggo"},
    "model_off": {
        "id": "Tidak ada model yang dipasang; jawaban dikutip langsung dari naskah.",
        "en": "No model is set up; answers quote the text directly.",
        "su": "Henteu aya modél anu dipasang; waleran dicutat langsung tina naskah.",
    },
    "model_ready": {
        "id": "Siap: {name}. Kalimatnya ditampilkan hanya bila cocok dengan naskah.",
        "en": "Ready: {name}. Its sentences are shown only where they match the text.",
        "su": "Siap: {name}. Kalimahna dipidangkeun mung upami luyu jeung naskah.",
    },
    "model_resting": {
        "id": "Diistirahatkan sebentar sesudah gagal: {name}. Jawaban dikutip langsung.",
        "en": "Left alone for a while after failures: {name}. Answers quote directly.",
        "su": "Direureuhkeun heula saparantos gagal: {name}. Waleran dicutat langsung.",
    },
    "model_looking": {
        "id": "Model di komputer ini sedang dicari; sebelum ada, jawaban dikutip langsung.",
        "en": "A model on this machine is being looked for; until then answers quote directly.",
        "su": "Modél dina komputer ieu nuju dipilari; sateuacan aya, waleran dicutat langsung.",
    },
    "text_size": {"id": "Ukuran huruf", "en": "Text size", "su": "Ukuran aksara"},
    "size_small": {"id": "Kecil", "en": "Small", "su": "Alit"},
    "size_medium": {"id": "Sedang", "en": "Medium", "su": "Sedeng"},
    "size_large": {"id": "Besar", "en": "Large", "su": "Ageung"},
    "size_largest": {"id": "Terbesar", "en": "Largest", "su": "Pangageungna"},
    "theme": {"id": "Tampilan", "en": "Theme", "su": "Pidangan"},
    "theme_system": {"id": "Seperti perangkat", "en": "As the device", "su": "Sakumaha alatna"},
    "theme_light": {"id": "Terang", "en": "Light", "su": "Caang"},
    "theme_dark": {"id": "Gelap", "en": "Dark", "su": "Poék"},
}
