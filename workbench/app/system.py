# SPDX-License-Identifier: EUPL-1.2
"""The machine's own clock and randomness: the only place that takes them."""

import secrets
import uuid
from datetime import UTC, date, datetime


class SystemClock:
    """The computer's clock, in whole seconds."""

    def now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251  this is the clock

    def today(self) -> date:
        return datetime.now(UTC).astimezone().date()  # noqa: TID251  this is the clock


class SystemIds:
    """The operating system's random bytes."""

    def new_uuid(self) -> str:
        return str(uuid.UUID(bytes=secrets.token_bytes(16), version=4))

    def random_bytes(self, size_bytes: int) -> bytes:
        return secrets.token_bytes(size_bytes)
