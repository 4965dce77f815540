# SPDX-License-Identifier: EUPL-1.2
"""A large bundle is sealed and opened within 32 MiB of extra memory."""

import subprocess
import sys
from pathlib import Path

MOST_GROWTH_KIB = 32 * 1024

SCRIPT = """
import hashlib, io, resource, sys
from pathlib import Path
from tests.vectors.sb1 import world
from tests.vectors.sb1.world import SHELTER, CountedIds, FixedClock, keys
from workbench.bundles import seal
from workbench.bundles.open import open_bundle
from workbench.bundles.records import encode_record
from workbench.bundles.requests import ObjectToSeal
from workbench.bundles.targets import Folder

SIZE = 60 * 2**20

class Zeros(io.RawIOBase):
    left = SIZE
    def read(self, size=-1):
        taken = min(size, self.left)
        self.left -= taken
        return bytes(taken)

class CountingStaging(world.MemoryStaging):
    sizes = {}
    def write(self, object_id, chunk):
        self.sizes[object_id] = self.sizes.get(object_id, 0) + len(chunk)
        if object_id == 1:
            super().write(object_id, chunk)

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

digest = hashlib.sha256()
for _ in range(SIZE // 2**20):
    digest.update(bytes(2**20))
record = encode_record(world.record(rendered=digest.hexdigest()))
render = ObjectToSeal("render", "application/pdf", "a.pdf", Zeros)
folder = Path(sys.argv[1])

def way(objects, name):
    request = world.request(objects=objects)
    made = seal.seal(request, keys(SHELTER), Folder(folder), FixedClock(), CountedIds(name))
    with made.path.open("rb") as file:
        open_bundle(file, world.receiver(), FixedClock(), CountingStaging)

way(world.objects(), "small")
before = peak()
way((world.objects(record)[0], render), "large")
assert CountingStaging.sizes[2] >= SIZE
print(peak() - before)
"""


def test_sixty_mebibytes_take_no_more_memory_than_a_letter(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert int(done.stdout) < MOST_GROWTH_KIB
