# SPDX-License-Identifier: EUPL-1.2
"""`workbench demo`: the main job, played on fictional people through the real services."""
