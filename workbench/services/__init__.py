# SPDX-License-Identifier: EUPL-1.2
"""What a user can do, and the ports it needs."""
