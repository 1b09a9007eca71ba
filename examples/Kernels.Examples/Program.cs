using Examples;

HeartExample.Run();
LissajousExample.Run();
RoseExample.Run();
