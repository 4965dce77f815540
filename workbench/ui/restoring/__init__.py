# SPDX-License-Identifier: EUPL-1.2
"""A backup put back before anything is unlocked: where it is, who it is, what is accepted of it."""
