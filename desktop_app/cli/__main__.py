"""``python -m desktop_app.cli``: the command line without the window."""

import sys

from desktop_app.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
