"""`python -m speedcli` is `speed`."""

import sys

from speedcli.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
