# SPDX-License-Identifier: EUPL-1.2
"""From a judgement to what is done: scenarios, measures, plans, dates, what is left."""
