# SPDX-License-Identifier: EUPL-1.2
"""`python -m workbench` is the command `workbench`."""

import sys

from workbench.cli.entry import run

sys.exit(run())
