"""Stands in for bizcase, and kills it in the middle of its work: once, for whichever task comes first.

    BIZCASE_REAL=... BIZCASE_DIED=FOLDER dies.py ARGUMENTS...
"""

import os
import signal
import subprocess
import sys

worker = [os.environ["BIZCASE_REAL"]] + sys.argv[1:]
try:
    os.mkdir(os.environ["BIZCASE_DIED"])
except FileExistsError:
    os.execv(worker[0], worker)

child = subprocess.Popen(worker, stdout=subprocess.PIPE)
for _ in range(20):
    sys.stdout.buffer.write(child.stdout.readline())
sys.stdout.flush()
child.kill()
child.wait()
os.kill(os.getpid(), signal.SIGKILL)
