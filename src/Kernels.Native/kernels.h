/* Kernels: pure functions of numbers over arrays, on every SIMD lane of every core.
 *
 * A program is a function given at run time, as a text or as bytes. Any number of threads may use one at once. No function calls back,
 * raises or ends the process: they return a status, and kn_error the text of the calling thread's last failure. */
#ifndef KERNELS_H
#define KERNELS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KN_ABI_VERSION 1

typedef enum {
    KN_DONE = 0,
    KN_INVALID = 1,       /* The arguments are wrong: the text says which. Nothing has been written. */
    KN_OUT_OF_MEMORY = 2,
    KN_INTERRUPTED = 3,   /* The host has an exception pending: kn_host_take. */
    KN_FAILED = 4         /* Anything else: the text says what. */
} kn_status;

typedef enum { KN_DOUBLE = 0, KN_FLOAT = 1, KN_INT32 = 2, KN_INT64 = 3 } kn_format;   /* Integers are formats of inputs only. */

typedef struct {
    void *address;        /* Of the first element. */
    intptr_t stride;      /* From an element to the next, in bytes, of any sign; 0: one number for all (an input). */
    int32_t format;       /* A kn_format. */
} kn_column;

typedef struct kn_program_tag *kn_program;

/* KN_ABI_VERSION of the library: another one than the header's is not to be used. */
int32_t kn_abi_version(void);

/* Bits of the vectors in use: 64 to 512. */
int32_t kn_vector_bits(void);

/* Makes a program of bytes, which are verified: whoever made them, they cannot do harm. */
kn_status kn_program_create(const uint8_t *bytes, intptr_t length, kn_program *program);

/* Makes a program of a text in UTF-8: "x = 16*sin(t)**3; y = 13*cos(t)". rounding: 0 within the declared bounds, 1 correct. */
kn_status kn_program_parse(const char *text, intptr_t length, int32_t rounding, kn_program *program);

/* Nobody may use it then. */
void kn_program_free(kn_program program);

/* The bytes of a program, as many as there is room for; returns the number of all, or -1. */
intptr_t kn_program_bytes(kn_program program, uint8_t *buffer, intptr_t capacity);

/* The program as a text (explains: 0), or what is computed and how (1), with a zero at its end; returns the length of all, or -1. */
intptr_t kn_program_text(kn_program program, int32_t explains, char *buffer, intptr_t capacity);

/* Evaluates count elements: the columns of the inputs, then those of the results. A result may be an input, as the same column, and overlap
 * nothing otherwise. threads: at most; 0: what has been set. */
kn_status kn_program_run(kn_program program, const kn_column *columns, int64_t count, int32_t threads);

/* Evaluates one element. */
kn_status kn_program_invoke(kn_program program, const double *arguments, double *results);

/* Inner loops of NumPy's universal functions, with the program as their data: doubles, floats, 64-bit integers with doubles as results.
 * They add the floating-point status flags of their results, no others. */
void kn_loop_d(char **columns, const intptr_t *count, const intptr_t *strides, kn_program program);
void kn_loop_f(char **columns, const intptr_t *count, const intptr_t *strides, kn_program program);
void kn_loop_l(char **columns, const intptr_t *count, const intptr_t *strides, kn_program program);

/* Where the number of threads stands whose loops have failed; if it is not 0, kn_loop_status tells how the calling thread's have, once. */
const int32_t *kn_loop_failures(void);
kn_status kn_loop_status(void);

/* The number of threads a call may have at most: for all threads' calls, and for those of the calling thread (0: as for all). */
void kn_threads_set(int32_t number);
int32_t kn_threads_get(void);
void kn_threads_set_own(int32_t number);

/* The text of the calling thread's last failure; returns the length of all. */
intptr_t kn_error(char *buffer, intptr_t capacity);

/* Python's PyGILState_Ensure, PyErr_CheckSignals, PyErr_Fetch and PyGILState_Release, so that signals end a call of the main thread; then
 * kn_host_take hands over what has been fetched: type, value, traceback. */
void kn_host_set(int (*acquire)(void), int (*check)(void), void (*fetch)(void **, void **, void **), void (*release)(int));
void kn_host_take(void *exception[3]);

/* Bytes that have been allocated on the managed heap: calls that have been made before allocate none. */
int64_t kn_allocated_bytes(void);

#ifdef __cplusplus
}
#endif

#endif
