# SPDX-License-Identifier: EUPL-1.2
"""One open akt: its entries folded into what stands, and new versions signed and chained."""
