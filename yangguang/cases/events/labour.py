"""What the labour lines announce: leads and complaints, the roster, instructions and dispositions."""
