"""HTTP: binds every dialect's routes to the pipeline."""
