"""The workshop on two screens: what the room reads, what the facilitator needs."""
