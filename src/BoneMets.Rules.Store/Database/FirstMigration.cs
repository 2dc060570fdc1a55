using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BoneMets.Rules.Store.Database;

[DbContext(typeof(StoreContext))]
[Migration("20261125000000_First")]
internal sealed class FirstMigration : Migration
{
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable("documents", t => new
        {
            Id = t.Column<string>(),
            ContentHash = t.Column<string>(),
            Content = t.Column<byte[]>(),
        }, constraints: t => t.PrimaryKey("pk_documents", r => r.Id));

        migration.CreateTable("releases", t => new
        {
            Number = t.Column<int>(),
            ManifestHash = t.Column<string>(),
            Kind = t.Column<string>(),
            Status = t.Column<string>(),
            PublishedAt = t.Column<string>(),
            PublishedBy = t.Column<string>(),
            Note = t.Column<string>(),
            ChangeId = t.Column<long>(nullable: true),
            Restores = t.Column<int>(nullable: true),
            ApprovedBy = t.Column<string>(nullable: true),
            ApprovedAt = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_releases", r => r.Number));

        migration.CreateTable("release_documents", t => new
        {
            Release = t.Column<int>(),
            Name = t.Column<string>(),
            DocumentId = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_release_documents", r => new { r.Release, r.Name });
            t.ForeignKey("fk_release_documents_release", r => r.Release, "releases", "Number");
            t.ForeignKey("fk_release_documents_document", r => r.DocumentId, "documents", "Id");
        });

        migration.CreateTable("changes", t => new
        {
            Id = Generated(t),
            Title = t.Column<string>(),
            Description = t.Column<string>(),
            State = t.Column<string>(),
            Base = t.Column<int>(),
            CreatedBy = t.Column<string>(),
            CreatedAt = t.Column<string>(),
            UpdatedAt = t.Column<string>(),
            SubmittedBy = t.Column<string>(nullable: true),
            EvidenceHash = t.Column<string>(nullable: true),
            Evidence = t.Column<string>(nullable: true),
            EvidenceAgainst = t.Column<int>(nullable: true),
            EvidenceUnstated = t.Column<int>(nullable: true),
            ApprovedHash = t.Column<string>(nullable: true),
            PublishedAs = t.Column<int>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_changes", r => r.Id);
            t.ForeignKey("fk_changes_base", r => r.Base, "releases", "Number");
        });

        migration.CreateTable("change_documents", t => new
        {
            ChangeId = t.Column<long>(),
            Name = t.Column<string>(),
            DocumentId = t.Column<string>(nullable: true),
            EditedBy = t.Column<string>(),
            EditedAt = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_change_documents", r => new { r.ChangeId, r.Name });
            t.ForeignKey("fk_change_documents_change", r => r.ChangeId, "changes", "Id");
            t.ForeignKey("fk_change_documents_document", r => r.DocumentId, "documents", "Id");
        });

        migration.CreateTable("change_authors", t => new { ChangeId = t.Column<long>(), User = t.Column<string>() }, constraints: t =>
        {
            t.PrimaryKey("pk_change_authors", r => new { r.ChangeId, r.User });
            t.ForeignKey("fk_change_authors_change", r => r.ChangeId, "changes", "Id");
        });

        migration.CreateTable("reviews", t => new
        {
            Id = Generated(t),
            ChangeId = t.Column<long>(),
            ContentHash = t.Column<string>(),
            Reviewer = t.Column<string>(),
            Verdict = t.Column<string>(),
            Comment = t.Column<string>(),
            At = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_reviews", r => r.Id);
            t.ForeignKey("fk_reviews_change", r => r.ChangeId, "changes", "Id");
        });

        migration.CreateTable("comments", t => new
        {
            Id = Generated(t),
            ChangeId = t.Column<long>(),
            Document = t.Column<string>(),
            Place = t.Column<string>(),
            Text = t.Column<string>(),
            By = t.Column<string>(),
            At = t.Column<string>(),
            ResolvedBy = t.Column<string>(nullable: true),
            ResolvedAt = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_comments", r => r.Id);
            t.ForeignKey("fk_comments_change", r => r.ChangeId, "changes", "Id");
        });

        migration.CreateTable("audit", t => new
        {
            Sequence = t.Column<long>(),
            At = t.Column<string>(),
            Actor = t.Column<string>(),
            Action = t.Column<string>(),
            Subject = t.Column<string>(),
            Details = t.Column<string>(),
            PreviousHash = t.Column<string>(),
            Hash = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_audit", r => r.Sequence));

        migration.CreateTable("audit_head", t => new { Id = t.Column<int>(), Sequence = t.Column<long>(), Hash = t.Column<string>() },
            constraints: t => t.PrimaryKey("pk_audit_head", r => r.Id));

        migration.CreateTable("retirements", t => new
        {
            Id = Generated(t),
            Workflow = t.Column<string>(),
            Rule = t.Column<string>(nullable: true),
            Reason = t.Column<string>(),
            By = t.Column<string>(),
            At = t.Column<string>(),
            LiftedBy = t.Column<string>(nullable: true),
            LiftedAt = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_retirements", r => r.Id));

        migration.CreateTable("decisions", t => new
        {
            Id = t.Column<string>(),
            Release = t.Column<int>(),
            Workflow = t.Column<string>(),
            Hash = t.Column<string>(),
            EngineVersion = t.Column<string>(),
            AsOf = t.Column<string>(),
            Explain = t.Column<string>(),
            Facts = t.Column<string>(nullable: true),
            FactsHash = t.Column<string>(),
            Decision = t.Column<byte[]>(),
            DecisionHash = t.Column<string>(),
            At = t.Column<string>(),
            Key = t.Column<string>(nullable: true),
            Expires = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_decisions", r => r.Id);
            t.ForeignKey("fk_decisions_release", r => r.Release, "releases", "Number");
        });

        migration.CreateTable("api_keys", t => new
        {
            Id = t.Column<string>(),
            Name = t.Column<string>(),
            Hash = t.Column<string>(),
            Workflows = t.Column<string>(),
            MayExecute = t.Column<bool>(),
            MayDraft = t.Column<bool>(),
            RecordsDecisions = t.Column<bool>(),
            CreatedBy = t.Column<string>(),
            CreatedAt = t.Column<string>(),
            Expires = t.Column<string>(),
            LastUsed = t.Column<string>(nullable: true),
            RevokedBy = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_api_keys", r => r.Id));

        migration.CreateTable("users", t => new
        {
            Key = t.Column<string>(),
            Name = t.Column<string>(),
            DisplayName = t.Column<string>(),
            PasswordHash = t.Column<string>(nullable: true),
            SecurityStamp = t.Column<string>(),
            Roles = t.Column<string>(),
            FailedSignIns = t.Column<int>(),
            LockedUntil = t.Column<string>(nullable: true),
            IsDisabled = t.Column<bool>(),
            CreatedBy = t.Column<string>(),
            CreatedAt = t.Column<string>(),
            LastSignIn = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_users", r => r.Key));

        migration.CreateTable("invitations", t => new
        {
            Id = t.Column<string>(),
            User = t.Column<string>(nullable: true),
            CreatedBy = t.Column<string>(),
            CreatedAt = t.Column<string>(),
            Expires = t.Column<string>(),
            UsedAt = t.Column<string>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_invitations", r => r.Id));

        migration.CreateTable("protection_keys", t => new { Name = t.Column<string>(), Xml = t.Column<string>() },
            constraints: t => t.PrimaryKey("pk_protection_keys", r => r.Name));

        migration.CreateIndex("ix_audit_subject", "audit", ["Subject", "Sequence"]);
        migration.CreateIndex("ix_decisions_workflow", "decisions", ["Workflow", "At"]);
        migration.CreateIndex("ix_decisions_expires", "decisions", "Expires");
        migration.CreateIndex("ix_changes_state", "changes", "State");
        migration.CreateIndex("ix_reviews_change", "reviews", "ChangeId");
        migration.CreateIndex("ix_comments_change", "comments", "ChangeId");
    }

    /// <summary>A key that the database counts up. Each provider reads its own annotation.</summary>
    private static Microsoft.EntityFrameworkCore.Migrations.Operations.Builders.OperationBuilder<Microsoft.EntityFrameworkCore.Migrations.Operations.AddColumnOperation> Generated(
        Microsoft.EntityFrameworkCore.Migrations.Operations.Builders.ColumnsBuilder columns) =>
        columns.Column<long>()
            .Annotation("Sqlite:Autoincrement", true)
            .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
