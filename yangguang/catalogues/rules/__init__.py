"""Pure rules of lists: conditions, ranges, discretion tiers, review triggers, editions. No Django, no clock."""
