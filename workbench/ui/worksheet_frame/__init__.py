# SPDX-License-Identifier: EUPL-1.2
"""What is said once of a worksheet: assignment, sources, people, what its columns cover."""
