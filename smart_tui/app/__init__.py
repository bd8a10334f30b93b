"""The switchboard: owns the store and the current goals."""
