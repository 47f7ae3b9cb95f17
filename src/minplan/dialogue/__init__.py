"""The dialogue: question and answer on a plan or on one of its steps."""
