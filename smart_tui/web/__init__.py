"""What a browser reaches: the guests' page of a workshop, and the person's own program."""
