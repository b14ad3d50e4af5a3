"""The store's terms for those who run it: read as sentences, written in forms, tried, compared, published."""
