"""What every decision tells its party about being made public: said in one way, and looked for in that way before it is."""

WILL_BE_PUBLIC = "本决定依法应当公开的，将在行政执法公示平台公开。"
