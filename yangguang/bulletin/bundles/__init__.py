"""Publications across an air gap: one signed, numbered file at a time, taken in whole or not at all."""
