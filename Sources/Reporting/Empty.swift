// A target needs a source file; this one goes when the first real one arrives.
