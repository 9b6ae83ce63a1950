"""Knowledge as data: the files under `data/` can be read and corrected by an officer, each with its source."""
