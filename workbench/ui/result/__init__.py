# SPDX-License-Identifier: EUPL-1.2
"""What an instrument gave, beside the person's own appraisal, as far as it may be shown."""
