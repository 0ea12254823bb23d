"""What changes responses: one module for each thing that people do."""
