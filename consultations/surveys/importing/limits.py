"""How large a file may be. Whatever is larger is refused before it fills the memory."""

LARGEST_FILE = 20 * 1024 * 1024
# What an XLSX file says that it holds when it is unpacked; Python's zipfile reads no more than that.
LARGEST_UNPACKED = 80 * 1024 * 1024
MOST_PARTS = 1_000
# SQLite lets others wait 20 seconds while all rows are written in one transaction.
MOST_ROWS = 10_000
MOST_COLUMNS = 300
MOST_CELLS = 2_000_000
# In an Excel file one long text can stand in every cell and be there only once.
MOST_CHARACTERS = 100_000_000
