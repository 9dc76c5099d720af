"""The painter: a text-to-scene engine. No neural network: it reads the prompt, plans a scene and paints it."""
