"""The ledger: accounts, keys, jobs and money, on one database."""
