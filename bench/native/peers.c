/* Loops around a vector library's functions, one shared library for each library and width. Compiled by bench/Kernels.Yardsticks with
 * WIDTH (512 or 256) and the names of the library's functions:
 *   SIN64 COS64 SIN32 COS32     one vector in, one vector out
 *   SINCOS64 SINCOS32           one vector in, a struct of two (x: sine, y: cosine) out; without them both are called
 * Remainders go through a padded vector. */
#include <immintrin.h>
#include <stddef.h>
#include <string.h>

#ifdef SINCOS64
#include <sleef.h>
#else
#include <gnu/libc-version.h>
#endif

/* Which library was compiled by which compiler. */
#define AS_WRITTEN(X) #X
#define TEXT(X) AS_WRITTEN(X)

#ifdef SINCOS64
const char *library_version(void)
{
    return "SLEEF " TEXT(SLEEF_VERSION_MAJOR) "." TEXT(SLEEF_VERSION_MINOR) "." TEXT(SLEEF_VERSION_PATCHLEVEL);
}
#else
const char *library_version(void) 
{
    static char text[32] = "glibc ";
    return strcmp(text, "glibc ") ? text : strncat(text, gnu_get_libc_version(), sizeof text - sizeof "glibc ");
}
#endif

#ifdef __clang__
const char *compiler_version(void) { return __VERSION__; }
#else
const char *compiler_version(void) { return "GCC " __VERSION__; }
#endif

#if WIDTH == 512
typedef __m512d V64;
typedef __m512 V32;
#define LOAD64 _mm512_loadu_pd
#define STORE64 _mm512_storeu_pd
#define LOAD32 _mm512_loadu_ps
#define STORE32 _mm512_storeu_ps
#define FMA64 _mm512_fmadd_pd
#define MUL64 _mm512_mul_pd
#define SET64 _mm512_set1_pd
#define FMA32 _mm512_fmadd_ps
#define MUL32 _mm512_mul_ps
#define SET32 _mm512_set1_ps
#else
typedef __m256d V64;
typedef __m256 V32;
#define LOAD64 _mm256_loadu_pd
#define STORE64 _mm256_storeu_pd
#define LOAD32 _mm256_loadu_ps
#define STORE32 _mm256_storeu_ps
#define FMA64 _mm256_fmadd_pd
#define MUL64 _mm256_mul_pd
#define SET64 _mm256_set1_pd
#define FMA32 _mm256_fmadd_ps
#define MUL32 _mm256_mul_ps
#define SET32 _mm256_set1_ps
#endif

#ifndef SINCOS64
extern V64 SIN64(V64);
extern V64 COS64(V64);
extern V32 SIN32(V32);
extern V32 COS32(V32);
#endif

static inline void both64(V64 t, V64 *s, V64 *c)
{
#ifdef SINCOS64
    __auto_type r = SINCOS64(t);
    *s = r.x;
    *c = r.y;
#else
    *s = SIN64(t);
    *c = COS64(t);
#endif
}

static inline void both32(V32 t, V32 *s, V32 *c)
{
#ifdef SINCOS32
    __auto_type r = SINCOS32(t);
    *s = r.x;
    *c = r.y;
#else
    *s = SIN32(t);
    *c = COS32(t);
#endif
}

static inline void sin64(V64 t, V64 *x, V64 *y) { *x = SIN64(t); *y = *x; }
static inline void cos64(V64 t, V64 *x, V64 *y) { *x = COS64(t); *y = *x; }
static inline void sin32(V32 t, V32 *x, V32 *y) { *x = SIN32(t); *y = *x; }
static inline void cos32(V32 t, V32 *x, V32 *y) { *x = COS32(t); *y = *x; }

/* x = 16 s^3, y = 4 + c(19 + c(-2 + c(-8 - 8c))) */
static inline void curve64(V64 t, V64 *x, V64 *y)
{
    V64 s, c;
    both64(t, &s, &c);
    V64 p = FMA64(SET64(-8), c, SET64(-8));
    p = FMA64(p, c, SET64(-2));
    p = FMA64(p, c, SET64(19));
    *y = FMA64(p, c, SET64(4));
    *x = MUL64(MUL64(SET64(16), s), MUL64(s, s));
}

static inline void curve32(V32 t, V32 *x, V32 *y)
{
    V32 s, c;
    both32(t, &s, &c);
    V32 p = FMA32(SET32(-8), c, SET32(-8));
    p = FMA32(p, c, SET32(-2));
    p = FMA32(p, c, SET32(19));
    *y = FMA32(p, c, SET32(4));
    *x = MUL32(MUL32(SET32(16), s), MUL32(s, s));
}

/* One loop for each function and precision; OUTPUTS is a constant, so the second store vanishes where there is one output. */
#define LOOP(NAME, T, V, LOAD, STORE, FUNCTION, OUTPUTS)                                  \
    void NAME(const T *t, T *x, T *y, size_t n)                                           \
    {                                                                                     \
        enum { LANES = sizeof(V) / sizeof(T) };                                           \
        size_t i = 0;                                                                     \
        V a, b;                                                                           \
        for (; i + LANES <= n; i += LANES) {                                              \
            FUNCTION(LOAD(t + i), &a, &b);                                                \
            STORE(x + i, a);                                                              \
            if (OUTPUTS == 2)                                                             \
                STORE(y + i, b);                                                          \
        }                                                                                 \
        if (i < n) {                                                                      \
            T in[LANES] = {0}, out[LANES];                                                \
            memcpy(in, t + i, (n - i) * sizeof(T));                                       \
            FUNCTION(LOAD(in), &a, &b);                                                   \
            STORE(out, a);                                                                \
            memcpy(x + i, out, (n - i) * sizeof(T));                                      \
            if (OUTPUTS == 2) {                                                           \
                STORE(out, b);                                                            \
                memcpy(y + i, out, (n - i) * sizeof(T));                                  \
            }                                                                             \
        }                                                                                 \
    }

LOOP(sin_double, double, V64, LOAD64, STORE64, sin64, 1)
LOOP(cos_double, double, V64, LOAD64, STORE64, cos64, 1)
LOOP(sincos_double, double, V64, LOAD64, STORE64, both64, 2)
LOOP(heart_double, double, V64, LOAD64, STORE64, curve64, 2)
LOOP(sin_single, float, V32, LOAD32, STORE32, sin32, 1)
LOOP(cos_single, float, V32, LOAD32, STORE32, cos32, 1)
LOOP(sincos_single, float, V32, LOAD32, STORE32, both32, 2)
LOOP(heart_single, float, V32, LOAD32, STORE32, curve32, 2)
