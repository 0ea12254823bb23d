"""Answers from a spreadsheet: reading the file, guessing its columns, checking its rows. Writes nothing."""
