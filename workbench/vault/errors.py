# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong with a vault that a person can meet. Wording is in resources/errors/.

Facts name files by their place in the vault (ids are random), never a person or a full path.
"""

from workbench.domain.errors import WorkbenchError


class WrongPassphraseError(WorkbenchError):
    """This place number and passphrase open nothing."""

    code = "VAULT-001"


class WaitError(WorkbenchError):
    """Too many wrong passphrases in a row: `seconds` to wait."""

    code = "VAULT-002"


class SlotLimitsError(WorkbenchError):
    """The slot asks for a key derivation outside what we run. Nothing was derived."""

    code = "VAULT-003"


class SlotsNotSignedError(WorkbenchError):
    """vault.slots is damaged, or not signed by an administrator of this vault."""

    code = "VAULT-004"


class OlderCopyError(WorkbenchError):
    """`file` is older than what was last written: not opened, or not written to."""

    code = "VAULT-005"


class DamagedFileError(WorkbenchError):
    """`file` holds pages or fields that are not what was written."""

    code = "VAULT-006"


class NoAccessError(WorkbenchError):
    """This user has no key to the akt, or to the organisation's keys."""

    code = "VAULT-007"


class BrokenChainError(WorkbenchError):
    """The journal in `file` does not hold from `entry` on; `why` is a word of the format."""

    code = "VAULT-008"


class DiskFullError(WorkbenchError):
    """There was no room. What was acknowledged before is kept."""

    code = "VAULT-009"


class NewerFormatError(WorkbenchError):
    """`file` was written by a later version of the program. Nothing was touched."""

    code = "VAULT-010"


class InUseError(WorkbenchError):
    """Another process has the vault open, since `since`."""

    code = "VAULT-011"


class UnsafePlaceError(WorkbenchError):
    """The folder lies on a network file system or in a synchronised folder (`why`)."""

    code = "VAULT-012"


class NotEnoughMemoryError(WorkbenchError):
    """This machine cannot give the memory that the passphrase costs (`mib`)."""

    code = "VAULT-013"


class NotAVaultError(WorkbenchError):
    """There is no vault in this folder."""

    code = "VAULT-014"


class NotEmptyError(WorkbenchError):
    """Something stands already where a new vault or file was to be made."""

    code = "VAULT-015"


class RecoveryTypoError(WorkbenchError):
    """The recovery code was mistyped: its own checksum says so."""

    code = "VAULT-016"


class WrongRecoveryError(WorkbenchError):
    """A well-formed recovery code, but of another vault."""

    code = "VAULT-017"


class RecoveryNotProvenError(WorkbenchError):
    """No akt may be begun before the recovery code was typed back."""

    code = "VAULT-018"


class DiskError(WorkbenchError):
    """The disk does not answer, or refuses to be written to."""

    code = "VAULT-019"


class UnreadableInputError(WorkbenchError):
    """A file that was named on the command line cannot be read."""

    code = "VAULT-020"


class LastAdministratorError(WorkbenchError):
    """The vault's last administrator cannot go, or be anything less."""

    code = "VAULT-021"


class LastReaderError(WorkbenchError):
    """Nobody but this user (and recovery) can open `akter` akter; the first is `number`."""

    code = "VAULT-022"


class NoSuchUserError(WorkbenchError):
    """The place number is taken, or is nobody's."""

    code = "VAULT-023"


class SameSecondPersonError(WorkbenchError):
    """The second person is the one who is already here."""

    code = "VAULT-024"


class NoCopyError(WorkbenchError):
    """There is no copy of this vault on the medium, or none by that name."""

    code = "VAULT-025"


class DamagedCopyError(WorkbenchError):
    """`file` of a copy is not what was written there, or nobody of this vault signed the copy."""

    code = "VAULT-026"


class DamagedAkterError(DamagedCopyError):
    """`count` akter of a copy do not hold: `akter`, by number or id. The rest of it does."""

    code = "VAULT-060"


class UnsoundCopyError(DamagedCopyError):
    """As `DamagedAkterError`, told of a copy that was only looked at or tried out."""

    code = "VAULT-062"


class DamagedRegisterCopyError(DamagedCopyError):
    """`file` of a copy does not hold, without which none can be put back. `older` is whole."""

    code = "VAULT-061"


class SameDiskError(WorkbenchError):
    """The medium lies on the disk of the vault itself: both would be lost together."""

    code = "VAULT-027"


class MediumError(WorkbenchError):
    """The medium was pulled out, or does not answer. Copies made earlier stand as they were."""

    code = "VAULT-028"


class NoRoomError(WorkbenchError):
    """The medium has `free_mib` left and the copy needs `needed_mib`. Nothing was written."""

    code = "VAULT-029"


class TooManyAkterError(WorkbenchError):
    """One copy lists at most `most` akter, and the vault has more. Nothing was written."""

    code = "VAULT-055"


class ShorterCopyError(WorkbenchError):
    """The copy of `file` lacks entries that the register has heard of. Nothing was replaced."""

    code = "VAULT-030"


class RecoveryCodesError(WorkbenchError):
    """Another number of recovery codes than this vault needs (`needed`) was given."""

    code = "VAULT-036"


class RecoveryPairError(WorkbenchError):
    """Two well-formed codes that are no two of this vault's three; or the same one twice."""

    code = "VAULT-037"


class OldRecoveryError(WorkbenchError):
    """A vault of an earlier version with several users: its code cannot seat anyone."""

    code = "VAULT-038"


class FailedDrillError(WorkbenchError):
    """The drill found `akter` akter that are not whole; it does not count."""

    code = "VAULT-039"


class MisfitEntryError(WorkbenchError):
    """An entry that does not continue this journal (`why`). Nothing was written."""

    code = "JOURNAL-001"
