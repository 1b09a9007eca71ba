using System.Globalization;
using Examples;

FormulaExample.Run();
ElementaryExample.Run();
DampedExample.Run();
LissajousExample.Run();
FourierExample.Run();
RoseExample.Run();
if (args is [var points])
    LargeExample.Run(int.Parse(points, CultureInfo.InvariantCulture));
