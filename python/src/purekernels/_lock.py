"""One lock for what a process does once: tracing, making programs, loading the library."""

import os
import threading

lock = threading.RLock()

# No process forks while another thread is at that: its child would find it half done, and locks taken for ever, those of modules too that
# are imported when they are first needed.
os.register_at_fork(before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release)
