using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BoneMets.Rules.Store.Database;

/// <summary>What became of the cards of CDS Hooks.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261201000000_Feedback")]
internal sealed class FeedbackMigration : Migration
{
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable("feedback", t => new
        {
            Card = t.Column<string>(),
            Outcome = t.Column<string>(),
            At = t.Column<string>(),
            ReceivedAt = t.Column<string>(),
            Sender = t.Column<string>(),
            Service = t.Column<string>(),
            IsKnown = t.Column<bool>(),
            Kind = t.Column<string>(nullable: true),
            Rule = t.Column<string>(nullable: true),
            Release = t.Column<int>(nullable: true),
            ReasonSystem = t.Column<string>(nullable: true),
            ReasonCode = t.Column<string>(nullable: true),
            ReasonDisplay = t.Column<string>(nullable: true),
            HasComment = t.Column<bool>(),
            Comment = t.Column<string>(nullable: true),
            Suggestions = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_feedback", r => new { r.Card, r.Outcome, r.At }));
        migration.CreateIndex("ix_feedback_service", "feedback", ["Service", "Release", "Rule"]);
    }
}
