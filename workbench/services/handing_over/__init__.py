# SPDX-License-Identifier: EUPL-1.2
"""What leaves and what arrives: looked through, sealed, told, filed, received."""
