"""Labour inspection: complaint, instruction and disposition lines beside the penalty line."""
