"""The only room that imports Qt, cut by what a user does."""
