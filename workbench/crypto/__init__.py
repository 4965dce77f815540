"""The one room that touches key material and the cryptography package."""
