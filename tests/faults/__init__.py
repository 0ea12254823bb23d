"""Things that break on purpose: what people sent must still be there, once."""
