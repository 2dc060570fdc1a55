namespace BoneMets.Rules.Server.Hosting;

/// <summary>The server does not start, for a reason that whoever started it can mend. The message is one line, or several for several findings.</summary>
public sealed class ServerRefusedException(string message) : Exception(message);
