# SPDX-License-Identifier: EUPL-1.2
"""What dated texts of law say, read strictly from `resources/law`."""
