# SPDX-License-Identifier: EUPL-1.2
"""Points and levels from the organisation's own form, and the second person who checks them."""
