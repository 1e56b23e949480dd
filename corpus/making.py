"""How a store's vectors are to be made, and whether what is held was made so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.catalog import Catalog
from corpus.errors import IndexMismatchError
from corpus.settings import Settings
from corpus.statement import IndexStatement

if TYPE_CHECKING:
    from corpus.encoder import Encoder

__all__ = ["Making"]


class Making:
    """The encoder and the splitter of a run, held against those of a catalog.

    The encoder is loaded when it is first needed: many uses of a store need none.
    """

    def __init__(
        self, settings: Settings, catalog: Catalog, splitter: str | None, encoder: Encoder | None
    ) -> None:
        self.setting = settings.encoder
        self.splitter = splitter
        self._catalog = catalog
        self._encoder = encoder
        self._same_at: int | None = None

    @property
    def encoder(self) -> Encoder:
        """The encoder of the settings, whether or not it made what is held.

        Raises:
            EncoderError: It cannot be loaded.
        """
        if self._encoder is None:
            from corpus.encoder import load_encoder

            self._encoder = load_encoder(self.setting)
        return self._encoder

    def same_encoder(self, generation: int | None = None) -> Encoder:
        """Return the encoder, if what is held was made by it.

        Args:
            generation: What was the same in this generation of the catalog is taken to
                be so still; ``None`` looks again.

        Raises:
            EncoderError: It cannot be loaded.
            IndexMismatchError: Another one made what is held.
        """
        encoder = self.encoder
        if generation is not None and generation == self._same_at:
            return encoder
        statement = self._catalog.state().statement
        if statement is not None and self._catalog.splitters():
            statement.require(_statement(encoder, statement.splitter))
        self._same_at = generation
        return encoder

    def require_same(self) -> None:
        """Refuse what was made another way; loads the encoder only if its name is new.

        Raises:
            EncoderError: The encoder cannot be loaded.
            IndexMismatchError: Another encoder or splitter made what is held.
        """
        if not self._catalog.splitters():
            return
        self._require_splitter()
        if self._encoder is not None or self._catalog.state().setting != self.setting:
            self.same_encoder()

    def wanted(self, held: IndexStatement) -> IndexStatement:
        """Return how an index is to be made now, the splitter being ``held``'s if unknown.

        Raises:
            EncoderError: The encoder cannot be loaded.
            IndexMismatchError: Some document was split by other settings.
        """
        self._require_splitter()
        return _statement(self.encoder, held.splitter if self.splitter is None else self.splitter)

    def splitter_for(self, splitter: str | None) -> str:
        """Return the splitter of a new document, empty when unknown.

        Raises:
            IndexMismatchError: The store was opened without a splitter, and some document
                was split by other settings than these.
        """
        if self.splitter is None and splitter is not None:
            self._require_held(splitter)
        return splitter or self.splitter or ""

    def _require_splitter(self) -> None:
        if self.splitter is not None:
            self._require_held(self.splitter)

    def _require_held(self, splitter: str) -> None:
        for held in self._catalog.splitters():
            if held != splitter:
                raise IndexMismatchError("splitter", held, splitter)


def _statement(encoder: Encoder, splitter: str) -> IndexStatement:
    return IndexStatement(encoder.name, encoder.digest, encoder.dimension, splitter)
