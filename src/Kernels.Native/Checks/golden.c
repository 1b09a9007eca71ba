/* Prints the golden hashes of two texts, evaluated through the C interface of a library: those of Kernels.Smoke/GoldenHash.cs, which every
 * processor must give. Usage: golden LIBRARY HEART CHOICE; the exit code is 0 if the hashes are the two that are named. */
#include <dlfcn.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../kernels.h"

enum { COUNT = 20003 };

static const char heart[] = "x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)";
static const char choice[] = "where(t < 0.5 or t > 2, floor(t) - copysign(2.5, t), min(t, 1.5)*sqrt(abs(t)))";

static double t[COUNT], x[COUNT], y[COUNT];

static uint64_t next(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
}

static void fill_arguments(void) {
    const double special[] = {0.0, -0.0, NAN, INFINITY, -INFINITY, 4.9406564584124654e-324, 1.7976931348623157e308, 1048576};
    uint64_t state = 1;
    for (int i = 0; i < COUNT; i++) {
        uint64_t z = next(&state);
        double integer = (double)((int64_t)z >> 11);
        switch (i % 4) {
        case 0: memcpy(&t[i], &z, sizeof z); break;
        case 1: t[i] = integer * (100.0 / 0x1p52); break;
        case 2: t[i] = integer * ((i % 8 == 2 ? 1e6 : 4e6) / 0x1p52); break;
        default: t[i] = i % 100 == 3 ? special[i / 100 % 8] : integer * (8.0 / 0x1p52);
        }
    }
}

static uint64_t with(uint64_t hash, const double *results) {
    for (int i = 0; i < COUNT; i++) {
        uint64_t bits;
        memcpy(&bits, &results[i], sizeof bits);
        for (int shift = 0; shift < 64; shift += 8)
            hash = (hash ^ (bits >> shift & 0xFF)) * 0x100000001B3;
    }
    return hash;
}

static void *find(void *library, const char *name) {
    void *function = dlsym(library, name);
    if (!function) {
        fprintf(stderr, "%s\n", dlerror());
        exit(2);
    }
    return function;
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: golden LIBRARY HEART CHOICE\n");
        return 2;
    }
    void *library = dlopen(arguments[1], RTLD_NOW | RTLD_NODELETE);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        return 2;
    }
    int32_t (*version)(void) = find(library, "kn_abi_version");
    kn_status (*parse)(const char *, intptr_t, int32_t, kn_program *) = find(library, "kn_program_parse");
    kn_status (*run)(kn_program, const kn_column *, int64_t, int32_t) = find(library, "kn_program_run");
    intptr_t (*error)(char *, intptr_t) = find(library, "kn_error");
    fill_arguments();
    kn_column columns[] = {{t, sizeof *t, KN_DOUBLE}, {x, sizeof *x, KN_DOUBLE}, {y, sizeof *y, KN_DOUBLE}};
    kn_program programs[2];
    const char *texts[] = {heart, choice};
    uint64_t hashes[2];
    for (int i = 0; i < 2; i++) {
        if (version() != KN_ABI_VERSION || parse(texts[i], strlen(texts[i]), 1, &programs[i]) || run(programs[i], columns, COUNT, 0)) {
            char text[1000];
            error(text, sizeof text);
            fprintf(stderr, "%s\n", text);
            return 2;
        }
        hashes[i] = with(0xCBF29CE484222325, x);
        hashes[i] = i ? hashes[i] : with(hashes[i], y);
    }
    printf("%016" PRIX64 " %016" PRIX64 "\n", hashes[0], hashes[1]);
    return hashes[0] == strtoull(arguments[2], NULL, 16) && hashes[1] == strtoull(arguments[3], NULL, 16) ? 0 : 1;
}
