"""The admin API: over HTTP what `easel accounts` and `easel keys` do on the server's own machine."""
