namespace BoneMets.Rules;

/// <summary>What became of a rule. <see cref="Undetermined"/> is not false: facts are missing that would decide it. <see cref="Failed"/> is none of the others.</summary>
public enum Verdict { Undetermined, Met, NotMet, Failed }
