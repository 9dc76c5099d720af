"""The nouns, the ports and the error tree. Standard library only; imports nothing else of Easel."""
