using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BoneMets.Rules.Store.Database;

/// <summary>Cohort runs: their input in partitions, who works on which, and one result for each.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261202000000_Cohorts")]
internal sealed class CohortsMigration : Migration
{
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable("cohorts", t => new
        {
            Id = t.Column<string>(),
            Name = t.Column<string>(),
            Workflow = t.Column<string>(),
            Release = t.Column<int>(),
            AsOf = t.Column<string>(),
            Explain = t.Column<string>(),
            State = t.Column<string>(),
            Version = t.Column<int>(),
            CreatedBy = t.Column<string>(),
            CreatedAt = t.Column<string>(),
            StartedAt = t.Column<string>(nullable: true),
            EndedAt = t.Column<string>(nullable: true),
            Reason = t.Column<string>(nullable: true),
            Upload = t.Column<string>(nullable: true),
            Format = t.Column<string>(nullable: true),
            Separator = t.Column<string>(nullable: true),
            Columns = t.Column<string>(nullable: true),
            File = t.Column<string>(nullable: true),
            Bytes = t.Column<long>(),
            Hash = t.Column<string>(nullable: true),
            Patients = t.Column<long>(),
            Partitions = t.Column<int>(),
            Mapping = t.Column<string>(nullable: true),
            Expires = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_cohorts", r => r.Id);
            t.ForeignKey("fk_cohorts_release", r => r.Release, "releases", "Number");
        });

        migration.CreateTable("cohort_partitions", t => new
        {
            Cohort = t.Column<string>(),
            Number = t.Column<int>(),
            FirstLine = t.Column<long>(),
            Patients = t.Column<int>(),
            Offset = t.Column<long>(),
            Bytes = t.Column<int>(),
            Hash = t.Column<string>(),
            Content = t.Column<byte[]>(nullable: true),
        }, constraints: t => t.PrimaryKey("pk_cohort_partitions", r => new { r.Cohort, r.Number }));

        migration.CreateTable("cohort_claims", t => new
        {
            Cohort = t.Column<string>(),
            Number = t.Column<int>(),
            Attempts = t.Column<int>(),
            Node = t.Column<string>(),
            At = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_cohort_claims", r => new { r.Cohort, r.Number }));

        migration.CreateTable("cohort_results", t => new
        {
            Cohort = t.Column<string>(),
            Number = t.Column<int>(),
            Lines = t.Column<byte[]>(),
            Tally = t.Column<byte[]>(),
            Undetermined = t.Column<byte[]>(),
            Bytes = t.Column<long>(),
            Hash = t.Column<string>(),
            Patients = t.Column<int>(),
            Refused = t.Column<int>(),
            Attempts = t.Column<int>(),
            Node = t.Column<string>(),
            At = t.Column<string>(),
            Milliseconds = t.Column<long>(),
        }, constraints: t => t.PrimaryKey("pk_cohort_results", r => new { r.Cohort, r.Number }));

        migration.CreateIndex("ix_cohorts_state", "cohorts", "State");
        migration.CreateIndex("ix_cohorts_expires", "cohorts", "Expires");
    }
}
