"""Papers as Word files, in the forms of the State and of the Party."""
