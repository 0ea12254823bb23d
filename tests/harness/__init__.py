"""What tests stand on: the demo as a real server, a browser, a small HTTP client."""
