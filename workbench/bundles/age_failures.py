# SPDX-License-Identifier: EUPL-1.2
"""How reading an age file can fail: the classes that the official vectors tell apart.

`profile.py` gives each of them the code and the words that a person sees.
"""


class AgeError(Exception):
    """The file could not be read to its end."""


class ArmorError(AgeError):
    """The ASCII armor is not the one strict spelling."""


class HeaderError(AgeError):
    """The header cannot be parsed, or a stanza in it breaks the rules of its type."""


class NotAgeError(HeaderError):
    """The first line is not the version line of age v1."""


class HeaderTooLongError(HeaderError):
    """The header does not end within the bound."""


class WorkFactorError(HeaderError):
    """A scrypt stanza asks for more work than the reader is willing to do."""


class NoMatchError(AgeError):
    """No identity opens any stanza."""


class HeaderMacError(AgeError):
    """A file key was found, but the header is not the one that it was made with."""


class PayloadError(AgeError):
    """A chunk was changed, or the payload is cut short or goes on after its end."""
