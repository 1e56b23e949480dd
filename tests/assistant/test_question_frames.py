"""What only frames a question, and what it asks for."""

import pytest

from assistant.question import read_question


@pytest.mark.parametrize(
    ("question", "types", "content"),
    [
        ("Apa yang dimaksud dengan kota kembar?", {"definition"}, ("kota", "kembar")),
        ("Please explain the meaning of the term twin town.", {"definition"}, ("twin", "town")),
        ("Naon hartina kota kembar numutkeun naskah ieu?", {"definition"}, ("kota", "kembar")),
        ("Untuk berapa lama perjanjian itu berlaku?", {"how_long"}, ("perjanjian", "berlaku")),
        ("How long does the treaty last?", {"how_long"}, ("treaty", "last")),
        ("Sabaraha lilana perjangjian téh?", {"how_long"}, ("perjangjian",)),
        ("What long-term plan was agreed?", set(), ("long", "term", "plan", "agreed")),
    ],
)
def test_the_frame_of_a_question_is_not_what_it_is_about(
    question: str, types: set[str], content: tuple[str, ...]
) -> None:
    read = read_question(question)
    assert read.types == types
    assert read.content == content
