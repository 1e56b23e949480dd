"""Uploads as the page receives them, and a store as the page opens it."""

from __future__ import annotations

import random
from pathlib import Path

from corpus.glossary import read_concepts
from corpus.store import Store
from ingest import Outcome, Upload, add_files

WORDS = [word for concept in read_concepts() for word in concept.id if word.isalpha()]


def text_of(name: str, paragraphs: int = 3) -> str:
    """Return a text of several passages, no two alike, about a city of that name."""
    drawn = random.Random(f"{name} {paragraphs}")
    return "\n\n".join(
        f"Kota {name} maju. "
        + " ".join(" ".join(drawn.choices(WORDS, k=9)).capitalize() + "." for _ in range(12))
        for _ in range(paragraphs)
    )


def upload(folder: Path, name: str, text: str | bytes | None = None) -> Upload:
    """Return a file received under a name of the server's own."""
    content = text_of(name) if text is None else text
    path = folder / f"upload-{len(list(folder.iterdir()))}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Upload(path, name)


def only(store: Store, given: Upload) -> Outcome:
    (outcome,) = add_files(store, [given]).outcomes
    return outcome
