# SPDX-License-Identifier: EUPL-1.2
"""The organisation: who works here, who may open what, the log of it, its settings."""
