/* The heart as written, over the vector functions of the GNU C library: what a compiler makes of a loop that may call them.
   Compiled by compare.py, once for vectors of 4 doubles and, with -mavx512f, once for 8. */
#include <immintrin.h>

#ifdef __AVX512F__
#define WIDTH 8
typedef __m512d doubles;
#define SIN _ZGVeN8v_sin
#define COS _ZGVeN8v_cos
#define LOAD _mm512_loadu_pd
#define STORE _mm512_storeu_pd
#else
#define WIDTH 4
typedef __m256d doubles;
#define SIN _ZGVdN4v_sin
#define COS _ZGVdN4v_cos
#define LOAD _mm256_loadu_pd
#define STORE _mm256_storeu_pd
#endif

doubles SIN(doubles);
doubles COS(doubles);

/* The number of points is a multiple of the width. */
void heart(const double *points, double *x, double *y, long count)
{
    for (long i = 0; i < count; i += WIDTH) {
        doubles t = LOAD(points + i);
        doubles s = SIN(t);
        STORE(x + i, 16 * (s * s * s));
        STORE(y + i, 13 * COS(t) - 5 * COS(2 * t) - 2 * COS(3 * t) - COS(4 * t));
    }
}
