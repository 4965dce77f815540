# SPDX-License-Identifier: EUPL-1.2
"""The recovery code of the house: how it stands, practising with it, a new one."""
