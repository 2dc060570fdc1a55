using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Recording;
using BoneMets.Rules.Server.Releases;
using BoneMets.Rules.Server.Telemetry;

namespace BoneMets.Rules.Server.Execution;

/// <summary>What <see cref="ExecuteRoute"/> needs: all live as long as the server, so that they are looked up once instead of by every request.</summary>
internal sealed record ExecuteServices(LibraryHost Host, ReleaseEngines Releases, RepeatedRequests Repeats, DecisionRecorder Recorder, ServerMeter Meter);
