namespace BoneMets.Rules.Diagnostics;

public enum Severity { Error, Warning, Info }
