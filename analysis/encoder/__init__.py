"""Small encoders of our own: how they are written as graphs, checked and loaded."""
