"""Work that nobody waits for: jobs at their times, in a process of its own (``manage.py run_worker``)."""
