"""The screens at the table: a code that lets one in, who sits there, and the end of a seat."""
