"""Fulfilment of fines: additional fine, deferral, demand, application to the court, suspension, end, restitution."""
