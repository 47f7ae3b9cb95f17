"""One file per subcommand: its docstring is the help, `arguments(parser)` its options, `run(args)` the deed.

A name that Python keeps for itself carries an underscore (`import_.py` is `minplan import`).
"""
