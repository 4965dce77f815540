# SPDX-License-Identifier: EUPL-1.2
"""Öppna paket: what a file is, who sent it, and into which akt it goes; then reading it."""
