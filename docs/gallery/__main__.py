"""``python docs/gallery FOLDER`` or ``python -m docs.gallery FOLDER``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from docs.gallery.command import main

if __name__ == "__main__":
    sys.exit(main())
