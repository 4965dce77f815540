# SPDX-License-Identifier: EUPL-1.2
"""The exposed person's own appraisal, taken before any score is shown."""
