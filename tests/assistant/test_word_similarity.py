"""Words against words, in one language and across."""

import numpy as np

from assistant.word_similarity import EncodedSimilarity, WordSimilarity
from corpus.encoder import load_bundled

SIMILARITY = EncodedSimilarity(load_bundled())


def near(left: str, right: str) -> float:
    return float(SIMILARITY.similarity([left], [right])[0, 0])


def test_it_is_a_word_similarity() -> None:
    assert isinstance(SIMILARITY, WordSimilarity)


def test_the_same_word_is_one_and_one_root_nearly() -> None:
    assert near("banjir", "banjir") == 1.0
    assert near("menyimpulkan", "kesimpulan") > 0.89
    assert near("cities", "city") > 0.89


def test_translations_are_near_and_other_things_are_not() -> None:
    assert near("floods", "banjir") > 0.6
    assert near("kota", "city") > 0.6
    assert near("banjir", "gubernur") < 0.2


def test_numbers_are_near_the_same_number_alone() -> None:
    assert near("1989", "1990") == 0.0
    assert near("1989", "1989") == 1.0
    assert near("1989", "tahun") == 0.0


def test_shapes() -> None:
    assert SIMILARITY.similarity([], ["a"]).shape == (0, 1)
    assert SIMILARITY.similarity(["a", "b"], []).shape == (2, 0)
    found = SIMILARITY.similarity(["kota", "qqqq"], ["city", "kota", "kota"])
    assert found.shape == (2, 3)
    assert found.dtype == np.float32
    assert found[0, 1] == found[0, 2] == 1.0
