-- SPDX-License-Identifier: EUPL-1.2
-- What a user has typed in an akt and not entered, so that no akt is opened to list it.
BEGIN IMMEDIATE;

-- sealed: kinds, records and days under a key of that user's own. No row: nothing, once the
-- user's `cached` stands in grant_row; until then the akt itself is looked into. It goes with
-- the grant.
CREATE TABLE own_note (
    user TEXT NOT NULL,
    case_id TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (user, case_id),
    FOREIGN KEY (user, case_id) REFERENCES grant_row (user, case_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
COMMIT;
