using System.Net;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Store;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>Three servers begin at the same time on an empty database.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class FirstAdministrator(PostgreSqlServer database) : FaultStory
{
    [Fact]
    public async Task Servers_that_begin_at_once_have_one_first_release_one_key_for_cookies_and_one_first_administrator_by_the_link_of_any()
    {
        var store = new BoneMets.Rules.Store.StoreOptions { PostgreSql = await database.NewDatabaseAsync() };
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StoreServer.StartAsync(store, Library)));
        try
        {
            Assert.Equal((1L, 1L), (await ThreeServers.CountAsync(store, "SELECT count(*) FROM releases"), await ThreeServers.CountAsync(store, "SELECT count(*) FROM protection_keys")));

            // Each link at another server than the one that printed it, and the last one at two at once.
            (int At, int Link, string Name)[] tries = [(1, 0, "root"), (2, 1, "boss"), (0, 2, "chief"), (1, 2, "captain")];
            using var all = new Everyone(tries.Select(t => new Person(servers[t.At].Address, t.Name)));
            var answers = await Task.WhenAll(tries.Select((t, i) => all.People[i].SendAsync(HttpMethod.Post, "/api/v1/session/invitation", Person.Json(new { secret = servers[t.Link].Secret, password = Person.Password, name = t.Name }))));
            var winner = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.OK);
            Assert.InRange(winner, 0, tries.Length - 1);
            for (var i = 0; i < tries.Length; i++)
            {
                using var answer = answers[i];
                if (i != winner) await Person.ProblemAsync(answer, HttpStatusCode.NotFound, "not-in-store");
            }

            // The cookie that one of them gave is good at all, and so is the password.
            foreach (var server in servers)
            {
                using var root = all.People[winner].At(server.Address);
                Assert.Equal(tries[winner].Name, Assert.Single((await root.GetAsync("/api/v1/users")).AsArray())!["name"]!.GetValue<string>());
                using var again = new Person(server.Address, tries[winner].Name);
                await again.SignInAsync();
            }
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    private sealed class Everyone(IEnumerable<Person> people) : IDisposable
    {
        public IReadOnlyList<Person> People { get; } = [.. people];

        public void Dispose()
        {
            foreach (var person in People) person.Dispose();
        }
    }
}
