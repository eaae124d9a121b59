"""The public site: reads published copies in bulletin and nothing else."""
