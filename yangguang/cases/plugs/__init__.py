"""What cases plug in when the process starts: gates, panels and what approvals carry out, one module for each kind."""
