"""Which tests exist only in the size of the safety plan."""

import os

# Their small versions are tests/events/test_races.py and test_managing.py.
collect_ignore = [] if os.environ.get("ENGAGE_FAULTS") == "full" else ["test_booking_crowds.py"]
