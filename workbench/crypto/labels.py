# SPDX-License-Identifier: EUPL-1.2
"""Every HKDF, HPKE and hash label of the program, in one table.

A label is used for one purpose only, so that no key made for one use can serve another.
"""

from enum import StrEnum


class Label(StrEnum):
    """What a derived key is for."""

    FILE_KEY = "varn/file/1"  # SQLCipher raw key and salt of one database file
    INDEX = "varn/index/1"  # seals a case's blob in the register
    LINK = "varn/link/1"  # pairwise pseudonym of a case in bundles
    SLOT_SECRETS = "varn/slot/secrets/1"  # user secrets under the passphrase's key
    RECOVERY = "varn/recovery/1"  # hybrid seed from the recovery code
    GRANT_CACHE = "varn/grant-cache/1"  # a user's own copies of the keys to summaries
    OWN_NOTE = "varn/own-note/1"  # a user's own list of what they have not entered
    OWN_MARK = "varn/own-mark/1"  # a user's own word on the list of users they saw last
    STAGING = "varn/staging/1"  # SQLCipher raw key and salt of one quarantine file
    KEY_NAME = "varn/key-name/1"  # names a key in public without telling it
    RECOVERY_SIGN = "varn/recovery/sign/1"  # signing seed from the recovery seed
    RECOVERY_SEAL = "varn/recovery/seal/1"  # what only the recovery code could have written
    EARLIER = "varn/earlier/1"  # seals the register's earlier keys, for copies made under them
    RECOVERY_PAIR = "varn/recovery/pair/1"  # seals the recovery seed under two codes of three


class Wrap(StrEnum):
    """`use` in the HPKE info of a wrapped key."""

    REGISTER_KEY = "varn/wrap/register/1"
    CASE_KEY = "varn/wrap/case/1"
    ROOT_KEY = "varn/wrap/root/1"
    MAILBOX_KEY = "varn/wrap/mailbox/1"
    STAGING_KEY = "varn/wrap/staging/1"


class Age(StrEnum):
    """Labels that the age v1 specification fixes (public specification age.md, C2SP)."""

    HEADER = "header"  # HKDF: key of the header MAC
    PAYLOAD = "payload"  # HKDF: key of the chunks
    X25519 = "age-encryption.org/v1/X25519"  # HKDF: wrap key of a file key
    SCRYPT = "age-encryption.org/v1/scrypt"  # stands before the salt
    HYBRID = "age-encryption.org/mlkem768x25519"  # HPKE info


class Signed(StrEnum):
    """DSSE payload types: what an Ed25519 signature of ours may stand under."""

    ENTRY = "application/vnd.varn.entry+json"
    SLOTS = "application/vnd.varn.slots+json"
    GRANT = "application/vnd.varn.grant+json"
    ADMISSION = "application/vnd.varn.admission+json"
    STEP = "application/vnd.varn.step+json"
    MAILBOX = "application/vnd.varn.mailbox+json"
    ERASED = "application/vnd.varn.erased+json"
    CONFIRMATION = "application/vnd.varn.confirmation+json"
    WARRANT = "application/vnd.varn.warrant+json"
    COPY = "application/vnd.varn.copy+json"
    MANIFEST = "application/vnd.sb1.manifest+json"
    CARD = "application/vnd.sb1.card+json"


ROOT_FINGERPRINT = b"sb1 root v1"
PASSPHRASE_RECIPIENT = b"sb1 passphrase"
