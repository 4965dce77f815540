# SPDX-License-Identifier: EUPL-1.2
"""The editor of the organisation's own forms: questions in order, always marked, never computed."""
