# SPDX-License-Identifier: EUPL-1.2
"""The periods of deadlines: what the texts say, and what the organisation decided itself."""
