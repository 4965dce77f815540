-- SPDX-License-Identifier: EUPL-1.2
-- What every user of the vault can read: akter by number, and contact cards.
BEGIN IMMEDIATE;

-- revision grows at every write, so that an older copy of the whole vault is noticed.
CREATE TABLE standing (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    vault TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

-- summary is sealed under the akt's own key; pending: the mirror may be behind the journal.
CREATE TABLE case_row (
    position INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    head TEXT,
    entries INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    summary BLOB
) STRICT;

-- Head and count of the organisation akt.
CREATE TABLE house_row (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    case_id TEXT NOT NULL,
    head TEXT,
    entries INTEGER NOT NULL
) STRICT;

CREATE TABLE card (
    card TEXT PRIMARY KEY,
    content BLOB NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT;

PRAGMA user_version = 1;
COMMIT;
