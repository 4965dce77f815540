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


class NotOurFormatError(BundleError):
    """Magic, lengths or the zero field of the inner file."""

    code = "SB-20"


class ManifestError(BundleError):
    """A type, an unknown field, the depth, a text rule or a bound of the manifest."""

    code = "SB-21"


class AmbiguousManifestError(BundleError):
    """The manifest is not the one spelling of what it says."""

    code = "SB-22"


class ObjectNumbersError(BundleError):
    """Objects are not numbered 1, 2, 3, ... in order."""

    code = "SB-23"


class RecordCountError(BundleError):
    """A transfer has exactly one record, anything else none."""

    code = "SB-24"


class LengthError(BundleError):
    """The inner file is shorter or longer than the manifest says."""

    code = "SB-25"


class ChangedObjectError(BundleError):
    """An object does not have the hash that was signed."""

    code = "SB-26"


class HiddenContentError(BundleError):
    """The padding is not zero."""

    code = "SB-27"


class NewerFormatError(BundleError):
    """A format, or a kind of bundle, that a later version of the program makes."""

    code = "SB-28"


class UnknownSenderError(BundleError):
    """The sender's card is not among the contacts."""

    code = "SB-30"


class SignatureBlockError(BundleError):
    """Not exactly one Ed25519 signature."""

    code = "SB-31"


class WrongSignatureError(BundleError):
    """No signing key that the sender's card names for that day made this signature."""

    code = "SB-32"


class NotAddressedError(BundleError):
    """Signed for others: none of our cards is among the recipients for the key that opened it."""

    code = "SB-33"


class RevokedSenderError(BundleError):
    """The sender's card is revoked. Facts: date."""

    code = "SB-34"


class UnverifiedSenderError(BundleError):
    """The digits were never compared: quarantine, no acceptance."""

    code = "SB-36"


class ExpiredError(BundleError):
    """`not_after` has passed. Facts: date."""

    code = "SB-40"


class AlreadyKnownError(BundleError):
    """Accepted before. Facts: date, role, bundle."""

    code = "SB-41"


class SequenceGapError(BundleError):
    """A warning: an earlier bundle of this sender has not arrived. Facts: n, org."""

    code = "SB-42"


class ClockBehindError(BundleError):
    """The bundle, or one accepted before, was made more than 48 hours after the clock's now."""

    code = "SB-43"


class RecordError(BundleError):
    """The record's schema is not ours, or it breaks it, or names an instrument we lack."""

    code = "SB-50"


class UnverifiedRecipientError(BundleError):
    """Sealing: the receiver's digits were never compared."""

    code = "SB-60"


class RecipientCardError(BundleError):
    """Sealing: the receiver's card has expired or is revoked."""

    code = "SB-61"


class NoMailboxError(BundleError):
    """Sealing: the receiver's card has no key for this quarter."""

    code = "SB-62"


class LocationUnconfirmedError(BundleError):
    """Sealing: a field that says where someone is, without a person's confirmation."""

    code = "SB-63"


class OwnCardError(BundleError):
    """Sealing: no signing key of our own card is valid today."""

    code = "SB-64"


class ReadBackError(BundleError):
    """What stands on the target is not what was written to it."""

    code = "SB-70"


class TargetError(BundleError):
    """The folder is not there, cannot be written to, or already holds the name."""

    code = "SB-71"


class CardError(BundleError):
    """Not a contact card, or a field of it breaks its rule."""

    code = "SB-80"


class AmbiguousCardError(BundleError):
    """The card is not the one spelling of what it says."""

    code = "SB-81"


class WeakKeyError(BundleError):
    """An Ed25519 key of small order, or not in its one encoding."""

    code = "SB-82"


class MailboxKeyError(BundleError):
    """A recipient that does not decode, or whose key the library refuses."""

    code = "SB-83"


class CardSignatureError(BundleError):
    """The root key in the card did not sign it."""

    code = "SB-84"


class OlderCardError(BundleError):
    """We already have a newer card of this sender, or another one with the same number."""

    code = "SB-85"


class ExpiredCardError(BundleError):
    """The card's own last day has passed. Facts: date."""

    code = "SB-86"


class WrongDigitsError(BundleError):
    """The digits that were typed are not those of the card."""

    code = "SB-87"


class NewerCardError(BundleError):
    """A card format that a later version of the program makes."""

    code = "SB-88"
