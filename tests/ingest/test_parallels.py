"""The author's abstracts as versions of each other, also when one of them leaves things out."""

from __future__ import annotations

import pytest

from corpus.encoder import load_encoder, load_language_classifier
from corpus.records import Document, Metadata, Passage
from ingest.assembly import Source, assemble
from ingest.readers import RawFile, read_file
from ingest.sources import shipped_theses

ABSTRACTS = ("ABSTRAK", "ABSTRACT", "RINGKESAN")
OMITTED = (
    "The program is designed with material points that can adjust to the interests of each city."
)
KEYWORDS = "Keywords: *Cooperation, Jakarta, Tokyo, Service City, Public Service*"


@pytest.fixture(scope="module")
def shipped() -> str:
    return read_file(shipped_theses()[0] / "abstract.txt").text


def made(raw: str) -> Document:
    source = Source("naskah", Metadata("Naskah"), (RawFile("a.txt", "", "utf-8", raw),))
    return assemble(source, load_encoder(), load_language_classifier().probabilities)


def of(document: Document, section: str) -> list[Passage]:
    return [passage for passage in document.passages if passage.section == section]


def versions(document: Document, section: str, language: str) -> dict[str, str]:
    """Return each sentence of a section with what the author wrote for it in a language."""
    return {
        sentence.text: version.text
        for passage in of(document, section)
        for sentence in passage.sentences
        for version in passage.versions
        if version.sentence == sentence.ordinal and version.language == language
    }


def test_whole_abstracts_are_aligned_one_to_one(shipped: str) -> None:
    document = made(shipped)
    found = versions(document, "abstrak", "en")
    assert len(found) == 13
    assert len(set(found.values())) == 13
    assert found["Kata Kunci: Kerja sama, Jakarta, Tokyo, Service City, Public Service"] == (
        KEYWORDS.replace("*", "")
    )
    assert "17,3" not in "".join(found)
    back = versions(document, "abstract", "id")
    assert {text: sentence for sentence, text in found.items()} == back
    across = versions(document, "ringkesan", "en")
    assert list(across.values()) == list(found.values())


@pytest.mark.parametrize("omitted", [OMITTED, KEYWORDS])
def test_what_one_abstract_leaves_out_has_no_version(shipped: str, omitted: str) -> None:
    assert shipped.count(omitted) == 1
    whole, found = (
        versions(made(raw), "abstrak", "en") for raw in (shipped, shipped.replace(omitted, ""))
    )
    gone = {s: text for s, text in whole.items() if text == omitted.replace("*", "")}
    assert len(gone) == 1
    assert found == {s: text for s, text in whole.items() if s not in gone}
    groups = [
        [p.group for p in of(made(shipped.replace(omitted, "")), name)]
        for name in ("abstrak", "abstract", "ringkesan")
    ]
    assert groups[0] == groups[1] == groups[2]


def test_what_one_abstract_merges_is_one_version_of_both(shipped: str) -> None:
    merged = shipped.replace(
        "long history. The two countries", "long history, and the two countries"
    )
    assert merged != shipped
    found = list(versions(made(merged), "abstrak", "en").values())
    assert found[0] == found[1]
    assert found[0].startswith("Indonesia and Japan have a long history, and the two")
    assert found[2].startswith("Which then had an impact")
    back = list(versions(made(merged), "abstract", "id").values())
    assert back[0].startswith("Negara Indonesia dan Jepang memiliki sejarah panjang")
    assert back[0].endswith("Perjanjian Pampasan Perang.")


UNRELATED = (
    "ABSTRACT\n\nRice plants were grown in three soils with different amounts of nitrogen. Leaf "
    "area was measured each week with a scanner. Insects were counted by hand in the morning. The "
    "yield of grain depended on rainfall more than on fertilizer.\n\n"
)


def test_unrelated_abstracts_are_no_versions(shipped: str) -> None:
    indonesian = shipped[: shipped.index("ABSTRACT")]
    document = made(indonesian + UNRELATED)
    assert {p.section for p in document.passages} == {"abstrak", "abstract"}
    assert all(p.versions == () and p.group == p.passage_id for p in document.passages)


def test_one_unrelated_abstract_leaves_the_others_aligned(shipped: str) -> None:
    head, rest = shipped.split("ABSTRACT")
    document = made(head + UNRELATED + rest[rest.index("RINGKESAN") :])
    assert len(versions(document, "abstrak", "su")) == 13
    assert versions(document, "abstrak", "en") == {}
    assert all(passage.versions == () for passage in of(document, "abstract"))


def test_a_single_abstract_has_no_versions(shipped: str) -> None:
    document = made(shipped[: shipped.index("ABSTRACT")])
    assert all(passage.versions == () for passage in document.passages)


def test_the_text_behind_an_abstract_is_not_aligned(shipped: str) -> None:
    long = "\n\nSatu kalimat lagi tentang kota itu." * 300
    document = made(shipped + long)
    assert len(versions(document, "abstrak", "en")) == 13
    assert versions(document, "ringkesan", "en") == {}
