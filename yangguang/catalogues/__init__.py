"""Versioned lists a body adopts (清单): drafted, reviewed, adopted, in force from a day, superseded; read by date.

Keeps D02, D04 and L05. Owns editions, their rows and the rules that read them: which tier, which range, whether a
decision is major. Leaves what a proposal became in a case to `cases`, and what the public sees to `disclosure`.
"""
