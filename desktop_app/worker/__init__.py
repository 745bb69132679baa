"""Child processes for everything heavy: parsing of foreign documents, inference, downloads."""
