// Helpers that more than one test target uses.
