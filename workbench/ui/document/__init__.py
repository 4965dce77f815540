# SPDX-License-Identifier: EUPL-1.2
"""One document read in the program: from memory, page by page, found in, cited."""
