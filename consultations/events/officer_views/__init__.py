"""What officers see and do about events, in the admin."""
