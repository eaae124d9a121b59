"""The public's voice on the desk: complaints and tip-offs about employers, complaints about officers and decisions, questions.

Takes over what the public site sealed, brings it before whoever takes complaints, and tells the public site how far it is. A
complaint about an employer becomes a lead and goes on there; a request to put public information right is an objection.
"""
