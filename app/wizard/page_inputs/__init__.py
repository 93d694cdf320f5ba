"""The fields with which questions are answered, one module per kind of answer."""
