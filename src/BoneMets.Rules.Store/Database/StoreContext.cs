using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BoneMets.Rules.Store.Database;

/// <summary>The one model of both databases. Words and times are texts, so that a person reads them and both databases sort them alike.</summary>
internal sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();
    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();
    public DbSet<ReleaseDocumentRow> ReleaseDocuments => Set<ReleaseDocumentRow>();
    public DbSet<ChangeRow> Changes => Set<ChangeRow>();
    public DbSet<ChangeDocumentRow> ChangeDocuments => Set<ChangeDocumentRow>();
    public DbSet<ChangeAuthorRow> ChangeAuthors => Set<ChangeAuthorRow>();
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();
    public DbSet<CommentRow> Comments => Set<CommentRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<AuditHeadRow> AuditHead => Set<AuditHeadRow>();
    public DbSet<RetirementRow> Retirements => Set<RetirementRow>();
    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();
    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();
    public DbSet<RepeatableRow> Repeatable => Set<RepeatableRow>();
    public DbSet<UsedTokenRow> UsedTokens => Set<UsedTokenRow>();
    public DbSet<KeyRateRow> KeyRates => Set<KeyRateRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<UserRow> Users => Set<UserRow>();
    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();
    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();
    public DbSet<CohortRow> Cohorts => Set<CohortRow>();
    public DbSet<CohortPartitionRow> CohortPartitions => Set<CohortPartitionRow>();
    public DbSet<CohortClaimRow> CohortClaims => Set<CohortClaimRow>();
    public DbSet<CohortResultRow> CohortResults => Set<CohortResultRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<TimeText>();
        conventions.Properties<ReleaseKind>().HaveConversion<string>();
        conventions.Properties<ReleaseStatus>().HaveConversion<string>();
        conventions.Properties<ChangeState>().HaveConversion<string>();
        conventions.Properties<CardOutcome>().HaveConversion<string>();
        conventions.Properties<ReviewVerdict>().HaveConversion<string>();
        conventions.Properties<CohortState>().HaveConversion<string>();
        conventions.Properties<CohortFormat>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<DocumentRow>(e => e.ToTable("documents").HasKey(r => r.Id));
        model.Entity<ReleaseRow>(e =>
        {
            e.ToTable("releases").HasKey(r => r.Number);
            e.Property(r => r.Number).ValueGeneratedNever();
        });
        model.Entity<ReleaseDocumentRow>(e =>
        {
            e.ToTable("release_documents").HasKey(r => new { r.Release, r.Name });
            e.HasOne<ReleaseRow>().WithMany().HasForeignKey(r => r.Release);
            e.HasOne<DocumentRow>().WithMany().HasForeignKey(r => r.DocumentId);
        });
        model.Entity<ChangeRow>(e =>
        {
            e.ToTable("changes").HasKey(r => r.Id);
            e.HasOne<ReleaseRow>().WithMany().HasForeignKey(r => r.Base);
        });
        model.Entity<ChangeDocumentRow>(e =>
        {
            e.ToTable("change_documents").HasKey(r => new { r.ChangeId, r.Name });
            e.HasOne<ChangeRow>().WithMany().HasForeignKey(r => r.ChangeId);
            e.HasOne<DocumentRow>().WithMany().HasForeignKey(r => r.DocumentId);
        });
        model.Entity<ChangeAuthorRow>(e =>
        {
            e.ToTable("change_authors").HasKey(r => new { r.ChangeId, r.User });
            e.HasOne<ChangeRow>().WithMany().HasForeignKey(r => r.ChangeId);
        });
        model.Entity<ReviewRow>(e =>
        {
            e.ToTable("reviews").HasKey(r => r.Id);
            e.HasOne<ChangeRow>().WithMany().HasForeignKey(r => r.ChangeId);
        });
        model.Entity<CommentRow>(e =>
        {
            e.ToTable("comments").HasKey(r => r.Id);
            e.HasOne<ChangeRow>().WithMany().HasForeignKey(r => r.ChangeId);
        });
        model.Entity<AuditRow>(e =>
        {
            e.ToTable("audit").HasKey(r => r.Sequence);
            e.Property(r => r.Sequence).ValueGeneratedNever();
        });
        model.Entity<AuditHeadRow>(e =>
        {
            e.ToTable("audit_head").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
        });
        model.Entity<RetirementRow>(e => e.ToTable("retirements").HasKey(r => r.Id));
        model.Entity<DecisionRow>(e =>
        {
            e.ToTable("decisions").HasKey(r => r.Id);
            e.HasOne<ReleaseRow>().WithMany().HasForeignKey(r => r.Release);
        });
        model.Entity<FeedbackRow>(e => e.ToTable("feedback").HasKey(r => new { r.Card, r.Outcome, r.At }));
        model.Entity<RepeatableRow>(e => e.ToTable("repeatable_requests").HasKey(r => new { r.Actor, r.Key }));
        model.Entity<UsedTokenRow>(e => e.ToTable("used_tokens").HasKey(r => r.Hash));
        model.Entity<KeyRateRow>(e => e.ToTable("key_rates").HasKey(r => r.Key));
        model.Entity<ApiKeyRow>(e => e.ToTable("api_keys").HasKey(r => r.Id));
        model.Entity<UserRow>(e => e.ToTable("users").HasKey(r => r.Key));
        model.Entity<InvitationRow>(e => e.ToTable("invitations").HasKey(r => r.Id));
        model.Entity<ProtectionKeyRow>(e => e.ToTable("protection_keys").HasKey(r => r.Name));
        model.Entity<CohortRow>(e =>
        {
            e.ToTable("cohorts").HasKey(r => r.Id);
            e.HasOne<ReleaseRow>().WithMany().HasForeignKey(r => r.Release);
        });
        model.Entity<CohortPartitionRow>(e => e.ToTable("cohort_partitions").HasKey(r => new { r.Cohort, r.Number }));
        model.Entity<CohortClaimRow>(e => e.ToTable("cohort_claims").HasKey(r => new { r.Cohort, r.Number }));
        model.Entity<CohortResultRow>(e => e.ToTable("cohort_results").HasKey(r => new { r.Cohort, r.Number }));
    }

    private sealed class TimeText() : ValueConverter<DateTimeOffset, string>(time => TimeFormat.Write(time), text => TimeFormat.Read(text));
}
