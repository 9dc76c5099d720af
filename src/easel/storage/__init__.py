"""Storage: picture files and the signed URLs that lead to them."""
