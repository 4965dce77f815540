# SPDX-License-Identifier: EUPL-1.2
"""From a question to a signed judgement: answers, rules, second raters, reviews."""
