"""The officers' screens: responses, answers to read, tagging, figures and downloads."""
