"""Colour science: spaces, differences, contrast and words. Lab D65/2° is the truth; sRGB is a cache of it."""
