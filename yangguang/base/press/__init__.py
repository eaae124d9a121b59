"""Official documents: one structured source (`sheet`, `blocks`) becomes PDF (`pdf`) and DOCX (`docx`), and is read back."""
