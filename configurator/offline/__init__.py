"""The studio without a network: what the browser's service worker keeps, and of whom."""
