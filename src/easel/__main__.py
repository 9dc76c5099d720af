"""`python -m easel`."""

from easel.cli import main

main()
