using System.Globalization;
using Examples;

HeartExample.Run();
LissajousExample.Run();
FourierExample.Run();
RoseExample.Run();
TrigExample.Run();
if (args is [var points])
    LargeExample.Run(int.Parse(points, CultureInfo.InvariantCulture));
