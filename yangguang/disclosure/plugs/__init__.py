"""What disclosure plugs into the sockets below: listeners, a job, invariants, a panel."""
