"""Who is here: visits without an account, people with one, their roles and limits."""
