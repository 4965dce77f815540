# SPDX-License-Identifier: EUPL-1.2
"""Hide an akt, take away a part of it, or take all of it away: calmly, and with two people."""
