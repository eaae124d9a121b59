"""Commands of the ground floor, one module each.

A module has NAME, HELP (Chinese, then English), add_arguments(parser) and run(arguments) -> exit code. A context keeps its
commands in its own `commands` drawer and names them in yangguang/__main__.py.
"""
