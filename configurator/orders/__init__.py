"""Samples of paint: the tray, the order, its way to the customer, and the right to send it back."""
