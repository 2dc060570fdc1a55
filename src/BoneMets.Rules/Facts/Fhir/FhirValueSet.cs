using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Facts.Fhir;

/// <summary>
/// Codes that several mappings may name, or that are too many to stand in one: a document of the library, <c>valuesets/{name}.json</c>, in the
/// shape of FHIR's ValueSet with its codes written out.
/// </summary>
/// <param name="Name">The file's name, which mappings use.</param>
/// <param name="Url">What the world calls it.</param>
/// <param name="Version">Of its content.</param>
/// <param name="Title">For readers.</param>
/// <param name="Codes">None is a prefix, none has a meaning for a fact.</param>
/// <param name="Node">The whole document: its hash is part of the hash of what reads the set.</param>
public sealed record FhirValueSet(string Name, string Url, string Version, string Title, IReadOnlyList<FhirCode> Codes, JsonTextNode Node);
