"""Goals as documents: one value, and a function for each format. Nothing here touches the disk or the clock."""
