# SPDX-License-Identifier: EUPL-1.2
"""The only room that imports Qt, cut by what a user does."""
