using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BoneMets.Rules.Store.Database;

/// <summary>Requests that may be repeated, and what was read from a Bundle beside a recorded decision.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261130000000_Requests")]
internal sealed class RequestsMigration : Migration
{
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<string>("Bundle", "decisions", nullable: true);

        migration.CreateTable("repeatable_requests", t => new
        {
            Actor = t.Column<string>(),
            Key = t.Column<string>(),
            RequestHash = t.Column<string>(),
            DecisionId = t.Column<string>(),
            Release = t.Column<int>(),
            ReleaseStatus = t.Column<string>(),
            AsOf = t.Column<string>(),
            EvaluatedAt = t.Column<string>(),
            DecisionHash = t.Column<string>(),
            Expires = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_repeatable_requests", r => new { r.Actor, r.Key }));

        migration.CreateIndex("ix_repeatable_requests_expires", "repeatable_requests", "Expires");
    }
}
