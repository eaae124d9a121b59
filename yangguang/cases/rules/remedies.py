"""What the end of a reconsideration or a lawsuit does to the decision it was about (law/stages-penalty §8.2)."""

ANNULS = frozenset({"annulled", "declared_invalid", "ordered_to_remake"})  # the decision has lost its force
TAKES_BACK = ANNULS | {"altered", "declared_illegal"}  # APL-2021:48.2: what is public of it has to be taken back
