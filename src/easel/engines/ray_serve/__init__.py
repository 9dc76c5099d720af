"""The engine `diffusers` on a Ray Serve cluster: open weights on more devices than one machine has.

The server's side speaks HTTP and needs no Ray:

    engine.py    RayServeEngine: a job's pictures to the cluster, one request each, and their events back
    wire.py      pictures to be painted and events as frames in the bodies of HTTP

The cluster's side runs in each replica, around an ordinary DiffusersEngine with one device of its own:

    replica.py   the ASGI application that Ray Serve puts before it

`easel/cluster.py` is what Ray Serve deploys. Ray is for execution only: money, jobs and keys stay with the server.
"""
