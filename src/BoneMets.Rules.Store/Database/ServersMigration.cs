using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BoneMets.Rules.Store.Database;

/// <summary>What servers of one store have to count together: tokens that are good for one request, and how often keys may ask.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261205000000_Servers")]
internal sealed class ServersMigration : Migration
{
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable("used_tokens", t => new { Hash = t.Column<string>(), Expires = t.Column<string>() }, constraints: t => t.PrimaryKey("pk_used_tokens", r => r.Hash));
        migration.CreateIndex("ix_used_tokens_expires", "used_tokens", "Expires");

        migration.CreateTable("key_rates", t => new { Key = t.Column<string>(), Left = t.Column<double>(), Granted = t.Column<double>(), At = t.Column<double>() },
            constraints: t => t.PrimaryKey("pk_key_rates", r => r.Key));
        // After a crash of the database everybody begins anew, and no disk has to be waited for.
        if (migration.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL") migration.Sql("ALTER TABLE key_rates SET UNLOGGED");
    }
}
