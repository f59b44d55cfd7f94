/*
 * Stands between a program and its disk (LD_PRELOAD). Of everything that changes a file below SHIM_ROOT it can write down
 * what was done, in the order in which it was done, and it can let the k-th of those calls fail.
 *
 *   SHIM_ROOT     absolute path; calls on anything else pass through untouched
 *   SHIM_ACK      absolute path of the file that the program writes its acknowledgements to (optional)
 *   SHIM_LOG      file that the record of calls is written to (optional)
 *   SHIM_CONTROL  24 bytes that both sides have mapped: struct control below (optional)
 *
 * A record: u32 length of all that follows, u8 kind, u64 inode, u64 offset or size, u32 length of a, a, b to the end.
 * One lock is held over each call and its record, so the order of the record is the order of the disk.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 1, WRITE, RESIZE, SYNC, SYNC_FOLDER, RENAME, UNLINK, MKDIR, RMDIR, LINK, ACK };

struct control {
  uint64_t calls;   /* how many calls have been counted since the other side set this to 0 */
  uint64_t fail_at; /* which of them fails, from 1; 0 for none */
  int32_t error;    /* its errno */
  int32_t sticky;   /* 1: every later call that needs room fails too, as on a disk that stays full */
};

#define MOST_FDS 65536
static char watched[MOST_FDS]; /* 1: below the root; 2: the file of acknowledgements */
static char root[4096], ack[4096];
static size_t root_length;
static int log_fd = -1;
static struct control *control;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

__attribute__((constructor)) static void start(void) {
  const char *text = getenv("SHIM_ROOT");
  if (!text) return;
  snprintf(root, sizeof root, "%s", text);
  root_length = strlen(root);
  if ((text = getenv("SHIM_ACK"))) snprintf(ack, sizeof ack, "%s", text);
  if ((text = getenv("SHIM_LOG")))
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if ((text = getenv("SHIM_CONTROL"))) {
    int fd = (int)syscall(SYS_openat, AT_FDCWD, text, O_RDWR | O_CLOEXEC, 0600);
    void *at = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (at == MAP_FAILED) abort();
    control = at;
    syscall(SYS_close, fd);
  }
}

static int below(const char *path) {
  return root_length && path && !strncmp(path, root, root_length) &&
         (path[root_length] == '/' || path[root_length] == 0);
}
static int is_watched(int fd) { return fd >= 0 && fd < MOST_FDS && watched[fd]; }

static void put_all(const struct iovec *parts, int count) {
  for (int at = 0; at < count; at++)
    for (size_t done = 0; done < parts[at].iov_len;) {
      long n = syscall(SYS_write, log_fd, (char *)parts[at].iov_base + done, parts[at].iov_len - done);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) abort(); /* a record with holes would prove nothing */
      done += (size_t)n;
    }
}

static void record(uint8_t kind, uint64_t inode, uint64_t number, const void *a, size_t a_length, const void *b, size_t b_length) {
  if (log_fd < 0) return;
  int before = errno;
  unsigned char head[25];
  uint32_t length = (uint32_t)(21 + a_length + b_length), a32 = (uint32_t)a_length;
  memcpy(head, &length, 4);
  head[4] = kind;
  memcpy(head + 5, &inode, 8);
  memcpy(head + 13, &number, 8);
  memcpy(head + 21, &a32, 4);
  struct iovec parts[] = {{head, 25}, {(void *)a, a_length}, {(void *)b, b_length}};
  put_all(parts, 3);
  errno = before;
}
static void record_path(uint8_t kind, uint64_t inode, const char *a, const char *b) {
  record(kind, inode, 0, a, strlen(a), b ? b : "", b ? strlen(b) : 0);
}

/* True when this call is to fail; errno is set then. `needs_room`: it fails on a full disk. */
static int fails(int needs_room) {
  if (!control) return 0;
  control->calls += 1;
  if (!control->fail_at || control->calls < control->fail_at) return 0;
  if (control->calls > control->fail_at && !(control->sticky && needs_room)) return 0;
  if ((control->error == ENOSPC || control->error == EDQUOT) && !needs_room) return 0;
  errno = control->error;
  return 1;
}

static uint64_t inode_of(int fd, struct stat *status) {
  int before = errno;
  uint64_t inode = fstat(fd, status) == 0 ? status->st_ino : 0;
  errno = before;
  return inode;
}

static const char *full_path(int folder, const char *path, char *room) {
  if (!root_length || !path || path[0] == '/') return path;
  char link_name[64];
  if (folder == AT_FDCWD) {
    if (!getcwd(room, 4096)) return path;
  } else {
    snprintf(link_name, sizeof link_name, "/proc/self/fd/%d", folder);
    ssize_t n = readlink(link_name, room, 4095);
    if (n < 0) return path;
    room[n] = 0;
  }
  size_t used = strlen(room);
  snprintf(room + used, 8192 - used, "/%s", path);
  return room;
}

static int open_watched(int folder, const char *path, int flags, mode_t mode) {
  char room[8192];
  const char *full = full_path(folder, path, room);
  int is_ack = ack[0] && full && !strcmp(full, ack);
  if (!below(full) || is_ack) {
    int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
    if (fd >= 0 && fd < MOST_FDS) watched[fd] = is_ack ? 2 : 0;
    return fd;
  }
  pthread_mutex_lock(&lock);
  int is_new = (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, full, F_OK) != 0, fd = -1;
  if (!(is_new || (flags & O_TRUNC)) || !fails(1)) fd = (int)syscall(SYS_openat, folder, path, flags, mode);
  if (fd >= 0) {
    struct stat status;
    uint64_t inode = inode_of(fd, &status);
    if (fd < MOST_FDS) watched[fd] = 1;
    if (is_new) record_path(CREATE, inode, full, NULL);
    else if (flags & O_TRUNC) record(RESIZE, inode, 0, "", 0, "", 0);
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE_OF(flags) mode_t mode = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE_OF(flags) return open_watched(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_watched(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_watched(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE_OF(flags) return open_watched(folder, path, flags, mode); }

int close(int fd) {
  if (is_watched(fd)) watched[fd] = 0;
  return REAL(close)(fd);
}

/* Writes `count` parts at `offset`, or where the file stands for -1. */
static ssize_t write_watched(int fd, const struct iovec *parts, int count, off_t offset) {
  if (watched[fd] == 2) {
    pthread_mutex_lock(&lock);
    ssize_t n = (ssize_t)syscall(SYS_writev, fd, parts, count);
    if (n > 0) record(ACK, 0, 0, parts[0].iov_base, parts[0].iov_len, "", 0);
    pthread_mutex_unlock(&lock);
    return n;
  }
  pthread_mutex_lock(&lock);
  struct stat status;
  uint64_t inode = inode_of(fd, &status);
  off_t at = offset;
  if (offset < 0) {
    int before = errno;
    at = (syscall(SYS_fcntl, fd, F_GETFL) & O_APPEND) ? status.st_size : (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
    errno = before;
  }
  ssize_t n = -1;
  if (!fails(1))
    n = offset < 0 ? (ssize_t)syscall(SYS_writev, fd, parts, count)
                   : (ssize_t)syscall(SYS_pwritev, fd, parts, count, (long)offset, 0L);
  ssize_t left = n;
  for (int part = 0; part < count && left > 0; part++) {
    size_t length = parts[part].iov_len < (size_t)left ? parts[part].iov_len : (size_t)left;
    record(WRITE, inode, (uint64_t)at, "", 0, parts[part].iov_base, length);
    at += (off_t)length;
    left -= (ssize_t)length;
  }
  pthread_mutex_unlock(&lock);
  return n;
}
ssize_t write(int fd, const void *bytes, size_t length) {
  struct iovec part = {(void *)bytes, length};
  return is_watched(fd) ? write_watched(fd, &part, 1, -1) : REAL(write)(fd, bytes, length);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return is_watched(fd) ? write_watched(fd, parts, count, -1) : REAL(writev)(fd, parts, count);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  struct iovec part = {(void *)bytes, length};
  return is_watched(fd) ? write_watched(fd, &part, 1, offset) : REAL(pwrite64)(fd, bytes, length, offset);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  return is_watched(fd) ? write_watched(fd, parts, count, offset) : REAL(pwritev)(fd, parts, count, offset);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return pwritev(fd, parts, count, offset); }

static int sync_watched(int fd, long call) {
  if (!is_watched(fd)) return (int)syscall(call, fd);
  pthread_mutex_lock(&lock);
  struct stat status;
  uint64_t inode = inode_of(fd, &status);
  /* The real call is left out: what a power cut would leave is worked out from the record. */
  int result = fails(1) ? -1 : 0;
  if (result == 0) record(S_ISDIR(status.st_mode) ? SYNC_FOLDER : SYNC, inode, 0, "", 0, "", 0);
  pthread_mutex_unlock(&lock);
  return result;
}
int fsync(int fd) { return sync_watched(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_watched(fd, SYS_fdatasync); }

int ftruncate64(int fd, off64_t size) {
  if (!is_watched(fd)) return REAL(ftruncate64)(fd, size);
  pthread_mutex_lock(&lock);
  struct stat status;
  uint64_t inode = inode_of(fd, &status);
  int result = fails(0) ? -1 : (int)syscall(SYS_ftruncate, fd, size);
  if (result == 0) record(RESIZE, inode, (uint64_t)size, "", 0, "", 0);
  pthread_mutex_unlock(&lock);
  return result;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

/* A call on names: `kind` is recorded where it succeeds. */
#define ON_NAMES(kind, a, b, needs_room, call)                                  \
  pthread_mutex_lock(&lock);                                                    \
  struct stat status;                                                           \
  int before = errno;                                                           \
  uint64_t inode = lstat(a, &status) == 0 ? status.st_ino : 0;                  \
  errno = before;                                                               \
  int result = fails(needs_room) ? -1 : (int)(call);                            \
  if (result == 0 && (kind) == MKDIR && lstat(a, &status) == 0) inode = status.st_ino; \
  if (result == 0) record_path(kind, inode, a, b);                              \
  pthread_mutex_unlock(&lock);                                                  \
  return result;

int rename(const char *from, const char *to) {
  if (!below(from)) return REAL(rename)(from, to);
  ON_NAMES(RENAME, from, to, 1, syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0))
}
int link(const char *from, const char *to) {
  if (!below(to)) return REAL(link)(from, to);
  ON_NAMES(LINK, from, to, 1, syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0))
}
int mkdir(const char *path, mode_t mode) {
  if (!below(path)) return REAL(mkdir)(path, mode);
  ON_NAMES(MKDIR, path, NULL, 1, syscall(SYS_mkdirat, AT_FDCWD, path, mode))
}
int rmdir(const char *path) {
  if (!below(path)) return REAL(rmdir)(path);
  ON_NAMES(RMDIR, path, NULL, 0, syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR))
}
int unlink(const char *path) {
  if (!below(path)) return REAL(unlink)(path);
  ON_NAMES(UNLINK, path, NULL, 0, syscall(SYS_unlinkat, AT_FDCWD, path, 0))
}
int unlinkat(int folder, const char *path, int flags) {
  char room[8192];
  const char *full = full_path(folder, path, room);
  if (!below(full)) return (int)syscall(SYS_unlinkat, folder, path, flags);
  return flags & AT_REMOVEDIR ? rmdir(full) : unlink(full);
}
int remove(const char *path) {
  struct stat status;
  if (!below(path)) return REAL(remove)(path);
  return lstat(path, &status) == 0 && S_ISDIR(status.st_mode) ? rmdir(path) : unlink(path);
}

/* Copies inside the kernel would not be seen: refused, so that the program copies through write(). */
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
  if (!is_watched(to)) return REAL(sendfile64)(to, from, offset, length);
  errno = EINVAL;
  return -1;
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { return sendfile64(to, from, offset, length); }
#define FICLONE_CALL 0x40049409UL
int ioctl(int fd, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  if (is_watched(fd) && request == FICLONE_CALL) {
    errno = EOPNOTSUPP;
    return -1;
  }
  return REAL(ioctl)(fd, request, argument);
}
long syscall(long number, ...) {
  static long (*next)(long, ...);
  if (!next) next = (long (*)(long, ...))real("syscall");
  va_list rest;
  va_start(rest, number);
  long a[6];
  for (int at = 0; at < 6; at++) a[at] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && is_watched((int)a[2])) {
    errno = ENOSYS;
    return -1;
  }
  return next(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
