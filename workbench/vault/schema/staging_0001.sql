-- SPDX-License-Identifier: EUPL-1.2
-- What was decrypted and not yet accepted. Never committed beyond this schema.
BEGIN IMMEDIATE;

CREATE TABLE chunk (
    position INTEGER PRIMARY KEY,
    object INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE INDEX chunk_of ON chunk (object, position);

PRAGMA user_version = 1;
COMMIT;
