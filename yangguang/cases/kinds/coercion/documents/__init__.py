"""Papers of sealing-up and seizure."""
