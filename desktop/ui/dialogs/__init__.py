"""The windows that ask or tell something and go away again."""
