# SPDX-License-Identifier: EUPL-1.2
"""What the pages that let something leave or arrive have in common. Without Qt.

outside      Outside: what the composition root hands in (bundles, files, papers, passphrase).
record_text  a shared record as the receiver reads it, part by part, in plain words.
fields       the words for the fields of records.
kept_fields  KeptFields: what is typed on the way, durable until it is done.
"""
