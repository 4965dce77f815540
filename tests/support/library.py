# SPDX-License-Identifier: EUPL-1.2
"""The shipped library, read once for all tests of a process that only look at it."""

from workbench.instruments.catalogue import load_catalogue

SHIPPED = load_catalogue()
