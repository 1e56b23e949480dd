"""The catalog: the source of truth of what is held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete

from corpus.catalog import conversations
from corpus.catalog.changes import Replacement, delete_document, replace
from corpus.catalog.conversations import KeptConversation
from corpus.catalog.entries import has_entries, insert_vectors, stored_entries
from corpus.catalog.outbox import clear_pending
from corpus.catalog.remarks import RemarkKeeper
from corpus.catalog.schema import vectors
from corpus.catalog.setup import find_damage, prepare, require_backup, take_over
from corpus.catalog.state import Changes, read_state, write_state
from corpus.records import ConversationSummary, Document, Entry, Turn
from corpus.statement import IndexStatement

__all__ = ["Catalog"]


class Catalog(RemarkKeeper):
    """Documents, their entries and words, the conversations about them, and what is remarked.

    For several threads and processes at once. Changes of documents and of the state
    belong to the one process that holds the writer lock (``Store`` sees to that);
    conversations, feedback and notes need no lock.
    """

    @classmethod
    def open(cls, data_dir: Path, *, create: bool = False) -> Self:
        """Open the catalog of a data directory.

        Raises:
            UnbuiltError: There is none, and ``create`` is not set.
            NewerSchemaError: A newer Sitir wrote it.
            ReadOnlyError: It must be made or brought up to date, and cannot be written.
        """
        return cls(prepare(data_dir, create=create))

    def close(self) -> None:
        """Release the database; the next use opens it again."""
        self._database.close()

    @property
    def data_dir(self) -> Path:
        """The folder that the catalog is in."""
        return self._database.data_dir

    @property
    def writable(self) -> bool:
        """Whether this process may change the catalog."""
        return self._database.writable

    # Documents

    def replace_document(
        self,
        document: Document,
        entries: Sequence[Entry],
        vectors: NDArray[np.float32],
        *,
        encoder: str,
        digest: str,
        splitter: str = "",
    ) -> None:
        """Put a document in the place of what had its id, all at once.

        Args:
            document: What is to be held.
            entries: What is to be searched: each a passage of it or a version of one.
            vectors: Their vectors, shape (len(entries), dimension), finite.
            encoder: The name of the encoder that made them.
            digest: The digest of that encoder.
            splitter: The settings that cut the passages, in one string.

        Raises:
            IndexMismatchError: What is held was encoded by another encoder.
        """
        new = Replacement(document, entries, vectors, digest, splitter)
        with self._database.writing() as connection:
            state = read_state(connection)
            made = IndexStatement(encoder, digest, int(vectors.shape[1]), splitter)
            if state.statement is None or not has_entries(connection):
                write_state(connection, {"statement": made})
            elif state.statement.digest != digest:
                state.statement.require(made)
            replace(connection, new)

    def remove_document(self, document_id: str) -> None:
        """Remove a document and all that hangs on it.

        Raises:
            UnknownDocumentError: None of that id is held.
        """
        with self._database.writing() as connection:
            statement = read_state(connection).statement
            digest = "" if statement is None else statement.digest
            gone = delete_document(connection, document_id, digest)
        if not gone:
            raise self._unknown(document_id)

    def stored_vectors(self, document_id: str, digest: str) -> dict[str, NDArray[np.float32]]:
        """Return the vectors of a document's entries by the text that they were made from."""
        with self._database.reading() as connection:
            held = stored_entries(connection, document_id, digest)
        return {entry.text: entry.vector for entry in held if entry.vector is not None}

    def add_vectors(
        self, entry_keys: Sequence[int], vectors: NDArray[np.float32], digest: str
    ) -> None:
        """Store further vectors, by another encoder, of entries that are held."""
        with self._database.writing() as connection:
            insert_vectors(connection, entry_keys, vectors, digest)

    def drop_vectors(self, *, except_digest: str) -> None:
        """Delete the vectors of every encoder but that of ``except_digest``."""
        with self._database.writing() as connection:
            connection.execute(delete(vectors).where(vectors.c.digest != except_digest))

    # The index's work and state

    def settle(self, changes: Changes, *, done_up_to: int | None = None) -> None:
        """Record new state, and work of the index as done, together.

        Args:
            changes: New values of fields of ``CatalogState``, by name.
            done_up_to: The work up to this outbox id is done; ``None``: none of it.
        """
        with self._database.writing() as connection:
            write_state(connection, changes)
            if done_up_to is not None:
                clear_pending(connection, done_up_to)

    # Conversations

    def start_conversation(self, visitor_id: str) -> str:
        """Start an empty conversation and return its id, which cannot be guessed."""
        with self._database.writing() as connection:
            return conversations.new_conversation(connection, visitor_id)

    def add_turn(
        self,
        conversation_id: str,
        visitor_id: str,
        question: str,
        answer_json: Mapping[str, Any],
    ) -> Turn:
        """Add a turn at the end of a conversation; the first question gives it its title.

        Raises:
            UnknownConversationError: That visitor has no such conversation.
        """
        with self._database.writing() as connection:
            return conversations.insert_turn(
                connection, conversation_id, visitor_id, question, answer_json
            )

    def turns(self, conversation_id: str, visitor_id: str) -> tuple[Turn, ...]:
        """Return the turns of a conversation, oldest first.

        Raises:
            UnknownConversationError: That visitor has no such conversation.
        """
        with self._database.reading() as connection:
            return conversations.list_turns(connection, conversation_id, visitor_id)

    def conversations(self, visitor_id: str) -> tuple[ConversationSummary, ...]:
        """Return a visitor's conversations, those first that were talked in last."""
        with self._database.reading() as connection:
            return conversations.list_conversations(connection, visitor_id)

    def conversation(self, conversation_id: str, visitor_id: str) -> ConversationSummary:
        """Return one conversation of a visitor, to open it again.

        Raises:
            UnknownConversationError: That visitor has no such conversation.
        """
        with self._database.reading() as connection:
            return conversations.summary_of(connection, conversation_id, visitor_id)

    def rename_conversation(self, conversation_id: str, visitor_id: str, title: str) -> str:
        """Give a conversation a title and return it as it is kept, in one short line.

        A blank one gives it back the title that its first question gave it.

        Raises:
            UnknownConversationError: That visitor has no such conversation.
        """
        with self._database.writing() as connection:
            return conversations.rename_conversation(connection, conversation_id, visitor_id, title)

    def delete_conversation(self, conversation_id: str, visitor_id: str) -> None:
        """Delete a conversation with its turns.

        Raises:
            UnknownConversationError: That visitor has no such conversation.
        """
        with self._database.writing() as connection:
            conversations.delete_conversation(connection, conversation_id, visitor_id)

    def kept_conversations(self) -> tuple[KeptConversation, ...]:
        """Return the conversations of all visitors, oldest first; for the operator alone."""
        with self._database.reading() as connection:
            return conversations.list_kept(connection)

    # Keeping it safe

    def find_damage(self) -> tuple[str, ...]:
        """Return what is wrong in the database, line by line; reads all of it."""
        return find_damage(self._database)

    def backup(self, target: Path) -> None:
        """Copy all, as of one moment, to the file ``target``, replacing it at the end."""
        self._database.copy_to(target)

    @staticmethod
    def require_backup(source: Path) -> None:
        """Refuse a file that is no whole catalog which this Sitir can read.

        Raises:
            NewerSchemaError: A newer Sitir wrote it.
            StorageError: It is missing, damaged or something else.
        """
        require_backup(source)

    def take_over(self, source: Path) -> None:
        """Put the content of a backup in the place of all that is held.

        Raises:
            StorageError: ``source`` is no whole catalog; nothing was changed.
        """
        take_over(self._database, source)
