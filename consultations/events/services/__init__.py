"""What changes bookings: one module for each thing that people do."""
