"""Versioned lists a body adopts (清单): drafted, reviewed, adopted, in force from a day, superseded; read by date.

Keeps D02, D04, L05.
"""
