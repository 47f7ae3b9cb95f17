"""One file per subcommand: its docstring is the help, `arguments(parser)` its options, `run(args)` the deed,
and `WITHOUT_DATA` that it needs no database yet.

A name that Python keeps for itself carries an underscore (`import_.py` is `minplan import`).
"""
