"""The custody of bits: signed, proven, read again, mended, held."""
