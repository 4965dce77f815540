# SPDX-License-Identifier: EUPL-1.2
"""A review of a judgement: asked for by its author, read and answered by somebody else."""
