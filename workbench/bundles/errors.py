# SPDX-License-Identifier: EUPL-1.2
"""Why a bundle is refused. The codes are those of the format; the words are in sb.toml."""

from workbench.domain.errors import WorkbenchError


class BundleError(WorkbenchError):
    """Something about a bundle that we expect and can explain."""


class NotABundleError(BundleError):
    """The file does not begin with the version line of age v1."""

    code = "SB-01"


class BrokenHeaderError(BundleError):
    """The header is cut or malformed."""

    code = "SB-02"


class AgainstOurRulesError(BundleError):
    """An age file, but with stanzas that we neither write nor read, or a header too long."""

    code = "SB-03"


class UnreasonableCostError(BundleError):
    """The passphrase would cost more work than we are willing to do."""

    code = "SB-04"


class NoKeyOpensError(BundleError):
    """None of our keys opens it: for someone else, expired, or damaged. One message on purpose."""

    code = "SB-10"


class ChangedHeaderError(BundleError):
    """Our key opens it, but the header was changed afterwards."""

    code = "SB-11"


class ChangedPayloadError(BundleError):
    """A chunk was changed, or the file is cut short or goes on after its end."""

    code = "SB-12"


class WrongPassphraseError(BundleError):
    """The passphrase does not open it."""

    code = "SB-13"
