# SPDX-License-Identifier: EUPL-1.2
"""A vault does not lie where others can reach it or a cloud copies it."""

from pathlib import Path

import pytest

from workbench.vault.errors import UnsafePlaceError
from workbench.vault.places import Mount, parse_mount, read_mounts, refuse_unsafe

LOCAL = (Mount("/", "ext4"), Mount("/home", "btrfs"), Mount("/boot/efi", "vfat"))


def why(folder: str, mounts: tuple[Mount, ...] = LOCAL) -> str:
    try:
        refuse_unsafe(Path(folder), mounts)
    except UnsafePlaceError as error:
        return str(error.facts["why"])
    return ""


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "ceph", "davfs"])
def test_network_file_systems_are_refused_by_name(kind):
    mounts = (*LOCAL, Mount("/net", kind))
    assert why("/net/vault", mounts) == kind
    assert why("/net", mounts) == kind
    assert why("/network/vault", mounts) == ""


def test_the_nearest_mount_decides_and_a_later_one_hides_an_earlier():
    mounts = (Mount("/", "nfs4"), Mount("/home", "ext4"), Mount("/home/x", "cifs"))
    assert why("/var/vault", mounts) == "nfs4"
    assert why("/home/vault", mounts) == ""
    assert why("/home/x/vault", mounts) == "cifs"
    assert why("/home/x/vault", (*mounts, Mount("/home/x", "ext4"))) == ""


@pytest.mark.parametrize(
    "folder",
    [
        "/home/a/Dropbox/vault",
        "/home/a/OneDrive - Exempelkommun/vault",
        "/home/a/OneDrive/x/y",
        "/home/a/Google Drive/vault",
        "/home/a/Library/Mobile Documents/vault",
        "/home/a/Library/CloudStorage/x",
        "/home/a/nextcloud/vault",
        "/home/a/Proton Drive/vault",
        "/home/a/Dropbox (Jouren)/vault",
    ],
)
def test_folders_that_a_cloud_copies_are_refused(folder):
    assert why(folder)


@pytest.mark.parametrize(
    "folder", ["/home/a/vault", "/home/a/Dropboxar/x", "/home/a/megafon", "/home/a/my driver"]
)
def test_other_folders_are_not(folder):
    assert why(folder) == ""


def test_a_link_into_an_unsafe_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "safe").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnsafePlaceError):
        refuse_unsafe(tmp_path / "safe" / "vault", LOCAL)


def test_a_network_path_of_windows_is_known_by_its_beginning():
    # What os.path.realpath gives on Windows cannot be had here; the pattern is at least not met.
    assert why("/home/a/\\\\server") == ""


def test_a_line_of_mountinfo_is_read():
    line = (
        "36 35 98:0 /mnt1 /mnt/with\\040space rw,noatime master:1 - fuse.sshfs host:/x rw,errors=c"
    )
    assert parse_mount(line) == Mount("/mnt/with space", "fuse.sshfs")


def test_this_machine_tells_its_mounts_and_the_test_folder_is_local(tmp_path):
    assert any(mount.at == "/" for mount in read_mounts())
    refuse_unsafe(tmp_path)
