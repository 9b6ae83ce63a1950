"""One module a notation, two ways where it has two: find or parse in text, and render."""
