# SPDX-License-Identifier: EUPL-1.2
"""All akter that a user may open: made, opened, found, and what waits in them."""
