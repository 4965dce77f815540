# SPDX-License-Identifier: EUPL-1.2
"""From the akt to the values of a printed document: what a given receiver may see.

This is the receiver view of v1: code words, safe contact, carry marks P of the person's own plan,
the safety plan itself and working rows never pass through here.
"""
