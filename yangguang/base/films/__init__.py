"""Films, sound and pictures from outside: looked at and rewritten only in limited processes that end with us.

The system's own ffmpeg is called where there is one; nothing of it ships with the product.
"""
