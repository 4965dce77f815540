# SPDX-License-Identifier: EUPL-1.2
"""What was hidden and removed in this house, how far it reaches, and open copies."""
