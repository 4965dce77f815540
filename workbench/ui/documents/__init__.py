# SPDX-License-Identifier: EUPL-1.2
"""Documents that were read into an akt: the list, and reading one in."""
