"""How a case reads on screen: its strip, its clocks, what it lacks, its next acts, its papers, its history."""
