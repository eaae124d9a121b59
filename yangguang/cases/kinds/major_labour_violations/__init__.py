"""Major labour violations made public every quarter: candidate, confirmation, publication, objection, correction, end."""
