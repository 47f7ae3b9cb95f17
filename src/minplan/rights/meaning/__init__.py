"""What a step means: what it may lead to, whether it makes sense, who decides, and the decision it may rest on."""
