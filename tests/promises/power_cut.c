/* What is left after a power cut: loaded with LD_PRELOAD, it copies a database file to the folder
   POWER_CUT_KEEPS whenever the program has had it forced to the disk, and forgets it when it is deleted.
   Whatever was written and not forced is not in that folder, as it might not be on a disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The place of this file's copy, or 0 where it is no file of a database. */
static int place(const char *path, char *copy) {
    const char *folder = getenv("POWER_CUT_KEEPS"), *name = strrchr(path, '/');
    if (!folder || !strstr(path, ".db") || strstr(path, "-shm")) return 0;
    return snprintf(copy, PATH_MAX, "%s/%s", folder, name ? name + 1 : path) < PATH_MAX;
}

static void keep(int descriptor) {
    char link[64], path[PATH_MAX], copy[PATH_MAX], fresh[PATH_MAX + 8], block[1 << 16];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return;
    path[size] = 0;
    if (!place(path, copy)) return;
    snprintf(fresh, sizeof fresh, "%s.fresh", copy); /* whole or not there, should it be killed now */
    int from = open(path, O_RDONLY), to = open(fresh, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    while ((size = read(from, block, sizeof block)) > 0)
        if (write(to, block, size) != size) abort();
    close(from);
    close(to);
    if (rename(fresh, copy)) abort();
}

int fsync(int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    int result = real(descriptor);
    if (!result) keep(descriptor);
    return result;
}

int fdatasync(int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    int result = real(descriptor);
    if (!result) keep(descriptor);
    return result;
}

int unlink(const char *path) {
    int (*real)(const char *) = (int (*)(const char *))dlsym(RTLD_NEXT, "unlink");
    char copy[PATH_MAX];
    if (place(path, copy)) real(copy);
    return real(path);
}
