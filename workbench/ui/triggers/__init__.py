# SPDX-License-Identifier: EUPL-1.2
"""What tells the window that the computer is being left: locked, put to sleep, its lid closed."""
