-- SPDX-License-Identifier: EUPL-1.2
-- One akt, or the organisation akt: its journal, its working rows, its attachments.
BEGIN IMMEDIATE;

-- Which akt this file is, so that a renamed file is noticed.
CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    vault TEXT NOT NULL,
    case_id TEXT NOT NULL
) STRICT;

-- Append only. No index on id: every entry is read at open, and the program sees to uniqueness.
-- salt and body are emptied together by the legal purge, and by nothing else.
CREATE TABLE entry (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    header BLOB NOT NULL,
    signature BLOB NOT NULL,
    salt BLOB,
    body BLOB,
    cosignatures BLOB NOT NULL,
    CHECK ((salt IS NULL) = (body IS NULL))
) STRICT;

CREATE TABLE working (
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    time_column TEXT NOT NULL,
    value TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (author, kind, record, field, time_column)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
    sha256 TEXT PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

PRAGMA user_version = 1;
COMMIT;
