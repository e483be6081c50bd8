"""The first floor: what you can point at, such as a body, a group or a payment."""
