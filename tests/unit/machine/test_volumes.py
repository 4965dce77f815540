# SPDX-License-Identifier: EUPL-1.2
"""What the kernel tells of disks and swap, read from trees of files as it lays them out."""

import sys
from pathlib import Path

import pytest

from workbench.machine.swapping import swap_of
from workbench.machine.volumes import System, cover_of_folder

HEAD = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


class Kernel:
    """A /proc and a /sys on disk, with the devices that a test puts in."""

    def __init__(self, root: Path) -> None:
        self.system = System(root / "proc", root / "sys")
        self._devices = root / "sys" / "devices"
        self._numbers = 0
        for folder in ("proc/self", "sys/dev/block", "sys/class/block"):
            (root / folder).mkdir(parents=True)
        self._mounts: list[str] = []

    def device(self, name: str, *on: str, crypt: str = "", dm_name: str = "", of: str = "") -> str:
        """A block device lying on others; `of` makes it a partition of a disk. Its number."""
        self._numbers += 1
        number = f"253:{self._numbers}"
        folder = (self._real(of) if of else self._devices) / name
        (folder / "slaves").mkdir(parents=True)
        (folder / "dev").write_text(number + "\n")
        if of:
            (folder / "partition").write_text("1\n")
            (folder / "slaves").rmdir()
        if crypt or dm_name:
            (folder / "dm").mkdir()
            (folder / "dm" / "uuid").write_text(crypt + "\n")
            (folder / "dm" / "name").write_text(dm_name + "\n")
        for below in on:
            (folder / "slaves" / below).symlink_to(self._real(below))
        (self.system.sys / "dev" / "block" / number).symlink_to(folder)
        (self.system.sys / "class" / "block" / name).symlink_to(folder)
        return number

    def mount(self, number: str, at: str, kind: str = "ext4", source: str = "/dev/x") -> None:
        self._mounts.append(f"31 1 {number} / {at} rw,relatime shared:1 - {kind} {source} rw")
        text = "\n".join(self._mounts) + "\n"
        (self.system.proc / "self" / "mountinfo").write_text(text)

    def swap(self, *lines: str) -> None:
        text = HEAD + "".join(line + "\n" for line in lines)
        (self.system.proc / "swaps").write_text(text)

    def cover(self, folder: str = "/srv/vault") -> str:
        return cover_of_folder(Path(folder), self.system)

    def _real(self, name: str) -> Path:
        return (self.system.sys / "class" / "block" / name).resolve()


@pytest.fixture
def kernel(tmp_path: Path) -> Kernel:
    return Kernel(tmp_path)


def test_a_plain_partition_is_plain(kernel):
    kernel.device("sda")
    kernel.mount(kernel.device("sda2", of="sda"), "/")
    assert kernel.cover() == "plain"


def test_a_luks_volume_is_encrypted(kernel):
    kernel.device("sda2")
    kernel.mount(kernel.device("dm-0", "sda2", crypt="CRYPT-LUKS2-4f1c-luks"), "/")
    assert kernel.cover() == "encrypted"


def test_lvm_on_luks_is_encrypted(kernel):
    kernel.device("sda2")
    kernel.device("dm-0", "sda2", crypt="CRYPT-LUKS2-4f1c-luks")
    kernel.mount(kernel.device("dm-1", "dm-0", crypt="LVM-abc"), "/")
    assert kernel.cover() == "encrypted"


def test_lvm_over_one_encrypted_and_one_plain_disk_is_plain(kernel):
    kernel.device("sda2")
    kernel.device("sdb1")
    kernel.device("dm-0", "sda2", crypt="CRYPT-LUKS2-4f1c-luks")
    kernel.mount(kernel.device("dm-1", "dm-0", "sdb1", crypt="LVM-abc"), "/")
    assert kernel.cover() == "plain"


def test_a_partition_of_an_array_of_encrypted_disks_is_encrypted(kernel):
    for disk, volume in (("sda", "dm-0"), ("sdb", "dm-1")):
        kernel.device(disk)
        kernel.device(volume, disk, crypt="CRYPT-LUKS2-x")
    kernel.device("md0", "dm-0", "dm-1")
    kernel.mount(kernel.device("md0p1", of="md0"), "/")
    assert kernel.cover() == "encrypted"


def test_the_nearest_mount_counts_and_of_two_at_one_place_the_later(kernel):
    kernel.device("sda2")
    secret = kernel.device("dm-0", "sda2", crypt="CRYPT-LUKS2-x")
    kernel.mount(kernel.device("sdb"), "/")
    kernel.mount(secret, "/srv")
    assert (kernel.cover(), kernel.cover("/opt/vault")) == ("encrypted", "plain")
    kernel.mount(kernel.device("sdc"), "/srv")
    assert kernel.cover() == "plain"


def test_a_mount_point_with_a_blank_in_its_name_is_found(kernel):
    kernel.mount(kernel.device("sdb"), "/")
    kernel.mount(kernel.device("dm-0", crypt="CRYPT-PLAIN-x"), "/srv/our\\040vault")
    assert kernel.cover("/srv/our vault") == "encrypted"


def test_a_file_system_with_a_number_of_its_own_is_found_by_the_name_of_its_device(kernel):
    kernel.device("dm-3", crypt="CRYPT-LUKS2-x", dm_name="luks-home")
    kernel.mount("0:45", "/", "btrfs", "/dev/dm-3")
    assert kernel.cover() == "encrypted"
    kernel.mount("0:46", "/srv", "btrfs", "/dev/mapper/luks-home")
    assert kernel.cover() == "encrypted"


def test_a_folder_that_encrypts_itself_is_encrypted(kernel):
    kernel.mount("0:50", "/srv", "fuse.gocryptfs", "/srv/.cipher")
    assert kernel.cover() == "encrypted"


def test_a_file_mounted_as_a_disk_is_as_the_disk_it_lies_on(kernel):
    kernel.mount(kernel.device("dm-0", crypt="CRYPT-LUKS2-x"), "/")
    number = kernel.device("loop0")
    backing = kernel.system.sys / "class" / "block" / "loop0" / "loop"
    backing.mkdir()
    (backing / "backing_file").write_text("/images/disk.img\n")
    kernel.mount(number, "/srv")
    assert kernel.cover() == "encrypted"


@pytest.mark.parametrize("kind", ["zfs", "tmpfs", "nfs4"])
def test_what_the_kernel_does_not_tell_is_unknown(kernel, kind):
    kernel.mount("0:77", "/", kind, "pool/home")
    assert kernel.cover() == "unknown"


def test_without_a_kernel_that_tells_nothing_is_claimed(tmp_path):
    nothing = System(tmp_path / "no", tmp_path / "none")
    assert cover_of_folder(tmp_path, nothing) == "unknown"
    assert swap_of(nothing) == "unknown"


def test_volumes_that_lie_on_each_other_in_a_ring_are_not_followed_for_ever(kernel):
    kernel.device("dm-0", crypt="LVM-a")
    number = kernel.device("dm-1", "dm-0", crypt="LVM-b")
    folder = (kernel.system.sys / "class" / "block" / "dm-0").resolve()
    (folder / "slaves" / "dm-1").symlink_to(kernel.system.sys / "class" / "block" / "dm-1")
    kernel.mount(number, "/")
    assert kernel.cover() == "unknown"


def test_no_swap_is_no_swap(kernel):
    kernel.swap()
    assert swap_of(kernel.system) == "none"


def test_swap_on_a_plain_partition_is_plain_and_on_an_encrypted_one_protected(kernel):
    kernel.device("sda3")
    kernel.device("dm-2", "sda3", crypt="CRYPT-PLAIN-cryptswap", dm_name="cryptswap")
    kernel.swap("/dev/dm-2                               partition\t8388604\t0\t-2")
    assert swap_of(kernel.system) == "protected"
    kernel.swap("/dev/mapper/cryptswap partition 8388604 0 -2", "/dev/sda3 partition 1 0 -3")
    assert swap_of(kernel.system) == "plain"


def test_compressed_memory_is_no_disk_unless_it_writes_to_one(kernel):
    kernel.device("sda3")
    kernel.device("zram0")
    kernel.swap("/dev/zram0 partition 4194300 0 100")
    assert swap_of(kernel.system) == "protected"
    behind = kernel.system.sys / "class" / "block" / "zram0" / "backing_dev"
    behind.write_text("none\n")
    assert swap_of(kernel.system) == "protected"
    behind.write_text("/dev/sda3\n")
    assert swap_of(kernel.system) == "plain"


def test_a_swap_file_is_as_the_volume_it_lies_on(kernel):
    kernel.mount(kernel.device("sda1"), "/")
    kernel.swap("/swapfile file 2097148 0 -2")
    assert swap_of(kernel.system) == "plain"
    kernel.mount(kernel.device("dm-9", crypt="CRYPT-LUKS2-x"), "/var/swap\\040here")
    kernel.swap("/var/swap\\040here/file file 2097148 0 -2")
    assert swap_of(kernel.system) == "protected"


def test_a_swap_device_that_is_not_there_is_unknown(kernel):
    kernel.swap("/dev/sdz9 partition 1 0 -2")
    assert swap_of(kernel.system) == "unknown"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own files")
def test_this_machine_is_read_without_failing(tmp_path):
    assert cover_of_folder(tmp_path, System()) in ("encrypted", "plain", "unknown")
    assert swap_of(System()) in ("none", "protected", "plain", "unknown")
