using BoneMets.Rules.Diagnostics;
namespace BoneMets.Rules;
public static class PublicationGaps { public static IReadOnlyList<Diagnostic> Of(LibraryWorkflow workflow) => []; }
