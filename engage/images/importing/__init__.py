"""Reading and checking a set of pictures: files and a CSV that says what they are. Writes nothing."""
