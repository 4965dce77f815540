-- SPDX-License-Identifier: EUPL-1.2
-- The akt's link key: what its pseudonyms in bundles are made with. It is the akt's for life, and
-- stays when the key that the file is under changes.
BEGIN IMMEDIATE;

CREATE TABLE link (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

PRAGMA user_version = 2;
COMMIT;
