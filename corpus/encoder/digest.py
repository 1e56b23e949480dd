"""Tell one model's files from another's."""

import hashlib
from pathlib import Path

_LEFT_OUT = frozenset({"README.md", "language_classifier.safetensors"})


def folder_digest(folder: Path) -> str:
    """Return the SHA-256 over the names and contents of a folder's files, as 64 hex digits.

    The model card and the language classifier are left out: neither changes the vectors.
    """
    digest = hashlib.sha256()
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name not in _LEFT_OUT)
    for path in sorted(paths, key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix().encode()
        content = path.read_bytes()
        digest.update(b"%d %s %d " % (len(name), name, len(content)))
        digest.update(content)
    return digest.hexdigest()
