"""What comes of a meeting: what each expects, what was agreed, who has said yes to it, and how it ends."""
