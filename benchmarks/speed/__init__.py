"""How long a reader waits, beside raw llama.cpp and others on the same weights; see ``docs/performance.md``."""
