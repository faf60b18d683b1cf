"""Closes the running process off: no network, no other program, no file but a few folders to read.

It is for the process that draws what people wrote (``apart.py``), before it reads a word of it and before it has a
second thread: what the kernel takes away here cannot be had back.

Sources, read on 2026-11-27: Linux 6.12 ``Documentation/userspace-api/landlock.rst`` and ``seccomp_filter.rst``,
``include/uapi/linux/landlock.h``, ``arch/x86/entry/syscalls/syscall_64.tbl``, ``include/uapi/asm-generic/unistd.h``.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import platform
import resource
import struct
from collections.abc import Iterable
from pathlib import Path

MIB = 1024 * 1024
# Address space: a drawing takes a fifth of it.
MOST_MEMORY = 1024 * MIB
_MOST_FILES = 64

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2
# What a call that is taken away answers with: EPERM, which every program understands.
_REFUSE = 0x00050000 | errno.EPERM
_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_LANDLOCK = {"create": 444, "add": 445, "restrict": 446}
_READ = 1 << 2 | 1 << 3  # LANDLOCK_ACCESS_FS_READ_FILE, READ_DIR
_TCP = 0b11  # LANDLOCK_ACCESS_NET_BIND_TCP, CONNECT_TCP

# Calls that reach another machine, another process, or start a program. The numbers are those of each processor.
_X86_64 = {
    "arch": 0xC000003E,
    "calls": (
        *(41, 42, 43, 44, 46, 49, 50, 53, 288),  # socket connect accept sendto sendmsg bind listen socketpair accept4
        *(57, 58, 59, 322),  # fork vfork execve execveat
        *(62, 101, 310, 311, 434, 438, 424),  # kill ptrace process_vm_* pidfd_open pidfd_getfd pidfd_send_signal
        *(161, 165, 272, 308, 428, 430, 432),  # chroot mount unshare setns open_tree fsopen fsmount
        *(250, 298, 304, 321, 323, 425),  # keyctl perf_event_open open_by_handle_at bpf userfaultfd io_uring_setup
    ),
}
_ARM64 = {
    "arch": 0xC00000B7,
    "calls": (
        *(198, 203, 202, 206, 211, 200, 201, 199, 242),
        *(221, 281),
        *(129, 117, 270, 271, 434, 438, 424),
        *(51, 40, 97, 268, 428, 430, 432),
        *(219, 241, 265, 280, 282, 425),
    ),
}
_PROCESSORS = {"x86_64": _X86_64, "aarch64": _ARM64}


class CannotConfine(OSError):  # noqa: N818 - the house names what cannot be done
    """This kernel cannot take the network away from a process; nothing that people wrote is drawn then."""


def confine(*, readable: Iterable[Path]) -> tuple[str, ...]:
    """Take everything away that drawing does not need, and say by which means. Raises ``CannotConfine``.

    Folders other than ``readable`` are closed where the kernel has Landlock (5.13 and later, unless turned off);
    where it has not, the typesetter's own root is what holds.
    """
    _limit()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise CannotConfine(ctypes.get_errno(), "no_new_privs")
    means = ("landlock",) if _close_folders(libc, readable=readable) else ()
    _close_calls(libc)
    return (*means, "seccomp")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_MOST_FILES, _MOST_FILES))


def allow_seconds(seconds: int) -> None:
    """Let the process take this many seconds more of the processor; then the kernel ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError):  # a machine's own limit is lower: that one holds
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def _close_folders(libc: ctypes.CDLL, *, readable: Iterable[Path]) -> bool:
    version = libc.syscall(_LANDLOCK["create"], None, 0, 1)
    if version < 1:
        return False
    rights = (
        0x1FFF | (1 << 13 if version >= 2 else 0) | (1 << 14 if version >= 3 else 0) | (1 << 15 if version >= 5 else 0)
    )
    handled = struct.pack("QQ", rights, _TCP) if version >= 4 else struct.pack("Q", rights)
    ruleset = libc.syscall(_LANDLOCK["create"], handled, len(handled), 0)
    if ruleset < 0:
        return False
    for folder in readable:
        at = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        libc.syscall(_LANDLOCK["add"], ruleset, 1, struct.pack("=Qi", _READ, at), 0)
        os.close(at)
    is_closed: bool = libc.syscall(_LANDLOCK["restrict"], ruleset, 0) == 0
    os.close(ruleset)
    return is_closed


def _close_calls(libc: ctypes.CDLL) -> None:
    processor = _PROCESSORS.get(platform.machine())
    if processor is None or platform.system() != "Linux":
        raise CannotConfine(errno.ENOSYS, f"{platform.system()} {platform.machine()}")
    program = _filter(**processor)  # type: ignore[arg-type]

    class Filter(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("program", ctypes.c_char_p))

    filled = Filter(len(program) // 8, program)
    if libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(filled), 0, 0) != 0:
        raise CannotConfine(ctypes.get_errno(), "seccomp")


def _filter(*, arch: int, calls: tuple[int, ...]) -> bytes:
    """Return a BPF program: another processor's calls end the process, those of ``calls`` answer EPERM."""

    def line(code: int, yes: int, no: int, value: int) -> bytes:
        return struct.pack("HBBI", code, yes, no, value)

    load, equal, above, answer = 0x20, 0x15, 0x35, 0x06
    # offsetof(struct seccomp_data, arch) is 4, of nr 0; x86-64 has a second numbering from 0x40000000 on.
    lines = [line(load, 0, 0, 4), line(equal, 1, 0, arch), line(answer, 0, 0, _KILL), line(load, 0, 0, 0)]
    lines += [line(above, len(calls) + 1, 0, 0x40000000)]
    lines += [line(equal, len(calls) - at, 0, call) for at, call in enumerate(calls)]
    lines += [line(answer, 0, 0, _ALLOW), line(answer, 0, 0, _REFUSE)]
    return b"".join(lines)
