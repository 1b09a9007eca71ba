global using HeartBody = Kernels.Loops.TableBody<
    Kernels.Functions.Mapped<Kernels.Functions.OnCircle<Kernels.Functions.SineAndCosine>, Kernels.Curves.Heart>, Kernels.Loops.Declared>;
global using SingleHeartBody = Kernels.Loops.TableBody<
    Kernels.Functions.Mapped<Kernels.Functions.SingleOnCircle<Kernels.Functions.SineAndCosine>, Kernels.Curves.Heart>,
    Kernels.Loops.Declared>;
