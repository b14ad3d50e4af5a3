"""What a manager brings to the desk from a file: it waits, is looked through as a dry run, and is taken in as shown.

One frame for products, their 3D models and fan decks; each of these tells only what its files hold and do.
"""
