-- SPDX-License-Identifier: EUPL-1.2
-- Who has a grant to what, so that no keys file is read to list; whose key is due for a change;
-- and which vault.slots belongs to this register.
BEGIN IMMEDIATE;

-- cached: the akt's key under a key of that user's own, NULL until they first opened the grant.
-- The grant itself is in the keys file; this row only says that there is one.
CREATE TABLE grant_row (
    case_id TEXT NOT NULL,
    user TEXT NOT NULL,
    cached BLOB,
    PRIMARY KEY (user, case_id)
) STRICT, WITHOUT ROWID;

-- Set when a user who could open the akt was removed: its next reader changes the key.
ALTER TABLE case_row ADD COLUMN rekey_due INTEGER NOT NULL DEFAULT 0;

-- grants_known: whether grant_row was filled from the keys files that were there before it.
ALTER TABLE standing ADD COLUMN grants_known INTEGER NOT NULL DEFAULT 0;

-- The generation and hash of vault.slots that belongs here, and of the one being written.
ALTER TABLE standing ADD COLUMN slots_generation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN slots_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE standing ADD COLUMN slots_next TEXT NOT NULL DEFAULT '';

PRAGMA user_version = 2;
COMMIT;
