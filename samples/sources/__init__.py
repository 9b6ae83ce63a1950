"""Sources of the samples: sheets, and what a reader labels in them, side by side."""
