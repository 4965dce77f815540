-- SPDX-License-Identifier: EUPL-1.2
-- Which list of users each user saw last, under a key of their own: whoever has the register's key
-- can take it away, which is missed, and cannot make another.
BEGIN IMMEDIATE;

CREATE TABLE own_mark (
    user TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
COMMIT;
