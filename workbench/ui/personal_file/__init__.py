# SPDX-License-Identifier: EUPL-1.2
"""Where the personakt is kept, and what was filed there."""
