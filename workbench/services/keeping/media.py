# SPDX-License-Identifier: EUPL-1.2
"""What a backup medium is called: two words that a person can say, write on it and know again."""

from workbench.crypto.passphrases import word_list


def medium_name(medium: str) -> str:
    """From the random id of a medium, always the same: "kanot-lampa". The id tells nothing else."""
    words = word_list()
    number = int(medium.replace("-", ""), 16)
    return "-".join(words[number // len(words) ** at % len(words)] for at in range(2))
