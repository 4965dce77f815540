# SPDX-License-Identifier: EUPL-1.2
"""Points and level that the assessor reads off the official paper form."""
