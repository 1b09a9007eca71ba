/* Loops around a vector library's functions, which are found by name in the library that this is linked with; one shared library for each
 * library and width. Compiled by bench/Kernels.Yardsticks with WIDTH (512 or 256), and SLEEF where that is the library.
 * f and g are the functions:
 *   map       first = f(x)
 *   map2      first = f(x, y)
 *   pair      (first, second) = f(x), a struct of two
 *   both      first = f(x), second = g(x)
 *   heart_pair, heart_both    x and y of the heart by sine and cosine likewise
 *   gaussian  first = f(-x x)
 * Remainders go through a padded vector. */
#include <immintrin.h>
#include <stddef.h>
#include <string.h>

#ifdef SLEEF
#include <sleef.h>
#else
#include <gnu/libc-version.h>
#endif

/* Which library was compiled by which compiler. */
#define AS_WRITTEN(X) #X
#define TEXT(X) AS_WRITTEN(X)

#ifdef SLEEF
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
#define OF_DOUBLES(NAME) _mm512_##NAME##_pd
#define OF_SINGLES(NAME) _mm512_##NAME##_ps
typedef __m512d V64;
typedef __m512 V32;
#else
#define OF_DOUBLES(NAME) _mm256_##NAME##_pd
#define OF_SINGLES(NAME) _mm256_##NAME##_ps
typedef __m256d V64;
typedef __m256 V32;
#endif

/* One loop. BODY makes a, and b if there are two outputs, of t, and u if there are two inputs; both numbers are constants. */
#define LOOP(NAME, T, V, OF, INPUTS, OUTPUTS, BODY)                                                    \
    void NAME(const void *f, const void *g, const T *x, const T *y, T *first, T *second, size_t n)     \
    {                                                                                                  \
        (void)g, (void)y, (void)second;                                                                \
        enum { LANES = sizeof(V) / sizeof(T) };                                                        \
        V t, u = OF(setzero)(), a, b = u;                                                              \
        size_t i = 0;                                                                                  \
        for (; i + LANES <= n; i += LANES) {                                                           \
            t = OF(loadu)(x + i);                                                                      \
            if (INPUTS == 2)                                                                           \
                u = OF(loadu)(y + i);                                                                  \
            { BODY; }                                                                                  \
            OF(storeu)(first + i, a);                                                                  \
            if (OUTPUTS == 2)                                                                          \
                OF(storeu)(second + i, b);                                                             \
        }                                                                                              \
        if (i < n) {                                                                                   \
            T in[LANES] = {0}, out[LANES];                                                             \
            size_t rest = (n - i) * sizeof(T);                                                         \
            memcpy(in, x + i, rest);                                                                   \
            t = OF(loadu)(in);                                                                         \
            if (INPUTS == 2) {                                                                         \
                memcpy(in, y + i, rest);                                                               \
                u = OF(loadu)(in);                                                                     \
            }                                                                                          \
            { BODY; }                                                                                  \
            OF(storeu)(out, a);                                                                        \
            memcpy(first + i, out, rest);                                                              \
            if (OUTPUTS == 2) {                                                                        \
                OF(storeu)(out, b);                                                                    \
                memcpy(second + i, out, rest);                                                         \
            }                                                                                          \
        }                                                                                              \
    }

#define MAP(V) a = ((V (*)(V))f)(t)
#define MAP2(V) a = ((V (*)(V, V))f)(t, u)
#define BOTH(V) MAP(V); b = ((V (*)(V))g)(t)
#define PAIR(V)                         \
    typedef struct { V x, y; } Pair;    \
    Pair pair = ((Pair (*)(V))f)(t);    \
    a = pair.x;                         \
    b = pair.y

/* x = 16 s^3, y = 4 + c(19 + c(-2 + c(-8 - 8c))) */
#define HEART(V, OF)                                       \
    V s = a, c = b, p = OF(set1)(-8);                      \
    p = OF(fmadd)(p, c, OF(set1)(-8));                     \
    p = OF(fmadd)(p, c, OF(set1)(-2));                     \
    p = OF(fmadd)(p, c, OF(set1)(19));                     \
    b = OF(fmadd)(p, c, OF(set1)(4));                      \
    a = OF(mul)(OF(mul)(OF(set1)(16), s), OF(mul)(s, s))

#define LOOPS(PRECISION, T, V, OF)                                              \
    LOOP(map_##PRECISION, T, V, OF, 1, 1, MAP(V))                               \
    LOOP(map2_##PRECISION, T, V, OF, 2, 1, MAP2(V))                             \
    LOOP(pair_##PRECISION, T, V, OF, 1, 2, PAIR(V))                             \
    LOOP(both_##PRECISION, T, V, OF, 1, 2, BOTH(V))                             \
    LOOP(heart_pair_##PRECISION, T, V, OF, 1, 2, PAIR(V); HEART(V, OF))         \
    LOOP(heart_both_##PRECISION, T, V, OF, 1, 2, BOTH(V); HEART(V, OF))         \
    LOOP(gaussian_##PRECISION, T, V, OF, 1, 1, t = OF(sub)(OF(setzero)(), OF(mul)(t, t)); MAP(V))

LOOPS(double, double, V64, OF_DOUBLES)
LOOPS(single, float, V32, OF_SINGLES)
