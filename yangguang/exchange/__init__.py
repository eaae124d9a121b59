"""What goes up from the bodies of a platform to the upper one, and what comes back (归集和上级平台对接, D22).

What is public is collected, checked and handed over in numbered, signed batches; receipts are reconciled row by row. How it
gets to the upper platform is the business of the exchange front-end (前置机), which picks files up from a folder.
"""
