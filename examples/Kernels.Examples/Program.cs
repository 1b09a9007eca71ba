using Examples;

HeartExample.Run();
LissajousExample.Run();
RoseExample.Run();
TrigExample.Run();
