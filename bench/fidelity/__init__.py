"""How faithful the painter is to the words, measured on finished pixels, in the manner of GenEval and T2I-CompBench."""
