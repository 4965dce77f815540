# SPDX-License-Identifier: EUPL-1.2
"""What was said and is not yet known to be durable: of each answer only the newest write."""

from collections.abc import Callable, Mapping

from workbench.services.records.akt import Akt

Key = tuple[str, str]
"""Item and column: two writes with the same key replace each other."""
Write = Callable[[Akt], None]
Batch = Mapping[Key, Write]


class Unwritten:
    """Writes on their way, and writes that failed; one that a newer one replaced is forgotten."""

    def __init__(self) -> None:
        self._newest: dict[Key, Write] = {}
        self._failed: set[Key] = set()

    @property
    def has_failed(self) -> bool:
        """Whether something waits to be tried again."""
        return bool(self._failed)

    def say(self, key: Key, write: Write) -> Batch:
        """What to write now: this, and whatever failed before and was not said anew since."""
        self._newest[key] = write
        again = self._failed - {key}
        self._failed.clear()
        return {each: self._newest[each] for each in (*sorted(again), key)}

    def everything(self) -> Batch:
        """What failed and what is on its way, which may yet fail."""
        return dict(self._newest)

    def settle(self, batch: Batch) -> None:
        """These are durable, or nobody wants them any more."""
        for key in self._current(batch):
            del self._newest[key]
            self._failed.discard(key)

    def fail(self, batch: Batch) -> None:
        """These were not written; those that nothing newer replaced wait to be tried again."""
        self._failed.update(self._current(batch))

    def _current(self, batch: Batch) -> list[Key]:
        return [key for key, write in batch.items() if self._newest.get(key) is write]
