# SPDX-License-Identifier: EUPL-1.2
"""Whom an akt is about: how sure that is, what is protected, who may be called."""
