# SPDX-License-Identifier: EUPL-1.2
"""Values in, PDF bytes out."""
