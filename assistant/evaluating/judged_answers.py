"""What an answer to a judged question is worth: is it there, and do its quotes read back."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.evaluating.evaluation import contains_answer
from assistant.evaluating.judged_questions import JudgedQuestion
from assistant.records import Answer, Citation
from corpus.canonical import fold_whitespace, strip_emphasis
from corpus.catalog import Catalog
from corpus.language import Language
from corpus.records import Document

__all__ = ["AnswerChecker", "CheckedAnswer"]


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """What an answer is worth.

    ``contains`` tells whether a judged answer stands in it; silence contains nothing.
    ``cited`` are the groups of the passages that it cites, one for each citation;
    ``read_back`` counts the quotes that are the text at their place, ``raw_read_back``
    those that are, but for emphasis marks and whitespace, the file at theirs.
    """

    abstained: bool
    reason: str | None
    language: Language
    contains: bool
    cited: tuple[str, ...]
    read_back: int
    raw_read_back: int


class AnswerChecker:
    """Checks answers about one document; they may cite others that are held."""

    def __init__(self, catalog: Catalog, document: Document) -> None:
        self._catalog = catalog
        self._documents = {document.document_id: document}
        self._groups = {passage.passage_id: passage.group for passage in document.passages}

    def check(self, asked: JudgedQuestion, answer: Answer) -> CheckedAnswer:
        """Return what the answer to a question is worth."""
        contains = asked.fact is not None and contains_answer(answer, asked.fact, asked.language)
        return CheckedAnswer(
            abstained=answer.abstained,
            reason=answer.abstain_reason,
            language=answer.language,
            contains=contains and not answer.abstained,
            cited=tuple(self._groups.get(c.passage_id, c.passage_id) for c in answer.citations),
            read_back=sum(self._reads_back(c) for c in answer.citations),
            raw_read_back=sum(self._reads_back_raw(c) for c in answer.citations),
        )

    def _reads_back(self, citation: Citation) -> bool:
        text = self._source(citation).text
        return text[citation.start : citation.end] == citation.quote

    def _reads_back_raw(self, citation: Citation) -> bool:
        files = {file.name: file.text for file in self._source(citation).files}
        raw = files.get(citation.file, "")[citation.raw_start : citation.raw_end]
        return _plain(raw) == _plain(citation.quote)

    def _source(self, citation: Citation) -> Document:
        document_id = citation.document_id
        if document_id not in self._documents:
            self._documents[document_id] = self._catalog.document(document_id)
        return self._documents[document_id]


def _plain(text: str) -> str:
    """Return text without emphasis marks, also those whose other end is not quoted."""
    return fold_whitespace(strip_emphasis(text).replace("*", ""))
