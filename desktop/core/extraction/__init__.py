"""From a document to its figures and its ledger: pure functions over text, no I/O but word lists."""
