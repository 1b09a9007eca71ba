// What most files need: attributes for the compiler, and the lanes.
global using System.Runtime.CompilerServices;
global using Kernels.Lanes;
