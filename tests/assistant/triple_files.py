"""A small triple that says something about each of what a triple may hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PASSAGES = [
    ("banjir/id 1", "Banjir besar melanda Jakarta pada bulan Februari.", "id"),
    ("flood@en", "A great flood struck the capital in February.", "en"),
    ("caah", "Caah badag narajang Jakarta dina bulan Pébruari.", "su"),
    ("rice-id", "Harga beras di pasar naik menjelang lebaran.", "id"),
    ("rice-en", "The price of rice rises before the feast.", "en"),
    ("rice-su", "Harga béas di pasar naék méméh lebaran.", "su"),
    ("school-id", "Sekolah baru dibuka untuk anak nelayan.", "id"),
    ("school-en", "A new school opened for the children of fishermen.", "en"),
    ("twin", "A new school opened for the children of fishermen.", "en"),
    ("nothing", "", "su"),
    ("marks", "😀 … !!! \u0000 –", "en"),
]
QUERIES = [
    ("q1", "When did the flood happen?", "en"),
    ("q2", "Kapan banjir terjadi?", "id"),
    ("q3", "Iraha harga béas naék?", "su"),
    ("q4", "Kenapa price beras naik?", "mixed"),
    ("q5", "… ?!", "en"),
    ("unjudged", "Who?", "en"),
]
QRELS = """q1 0 flood@en 2
q1\t0\tbanjir/id 1\t1
q2\t0\tbanjir/id 1\t2
q2 0 caah 1
q3 0 rice-su 3
q3 0 rice-en 0
q4 0 rice-id 1
q5 0 school-en 1
q5 0 not-held 1
q6 0 rice-en 1
"""


@dataclass(frozen=True)
class Files:
    queries: Path
    qrels: Path
    corpus: Path

    @property
    def options(self) -> list[str]:
        named = {"--queries": self.queries, "--qrels": self.qrels, "--corpus": self.corpus}
        return [part for name, path in named.items() for part in (name, str(path))]


def lines(rows: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def written(folder: Path, passages: str, queries: str, qrels: str) -> Files:
    folder.mkdir(exist_ok=True)
    files = Files(folder / "queries.jsonl", folder / "qrels.txt", folder / "corpus.jsonl")
    files.queries.write_text(queries, encoding="utf-8")
    files.qrels.write_text(qrels, encoding="utf-8")
    files.corpus.write_text(passages, encoding="utf-8")
    return files
