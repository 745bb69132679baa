"""The full twin of the window for the terminal and for other programs; never imports Qt."""
