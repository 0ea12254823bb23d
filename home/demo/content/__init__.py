"""The words and figures of the demo district, Northdale: plain data, nothing else."""
