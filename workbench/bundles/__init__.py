# SPDX-License-Identifier: EUPL-1.2
"""What leaves and what arrives: age files, the sealed inner format, contact cards."""
