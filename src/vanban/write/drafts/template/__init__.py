"""Templates that an office owns, *mẫu văn bản của cơ quan*: filled with a paper, learnt from a letter."""
