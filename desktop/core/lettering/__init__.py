"""Vietnamese in the encodings that came before Unicode: recognised, and read as if it were typed today."""
