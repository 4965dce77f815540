# SPDX-License-Identifier: EUPL-1.2
"""Composition root: the room that ties vault, bundles, reports and ui to the services."""
