"""Papers made from a dossier: drafts, tracking lists, exchange; every sentence comes from a field or a duty."""
