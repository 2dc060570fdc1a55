import type { JSONPath } from './json';

export type MetadataKind = 'line' | 'text' | 'date' | 'yes' | 'list';

export interface MetadataField {
  /** Below `Metadata`. */
  readonly path: JSONPath;
  readonly label: string;
  readonly help?: string;
  readonly kind: MetadataKind;
}

export interface MetadataGroup {
  readonly title: string;
  readonly fields: readonly MetadataField[];
}

/** What a workflow can say about itself (docs/metadata.md), in the order in which a reader wants to know it. What a publication needs, the server says. */
export const metadataGroups: readonly MetadataGroup[] = [
  {
    title: 'For what and for whom',
    fields: [
      { path: ['Purpose'], label: 'Purpose', help: 'What the workflow is for.', kind: 'text' },
      { path: ['IntendedUse'], label: 'Intended use', help: 'How its decisions are to be used.', kind: 'text' },
      { path: ['IntendedUsers'], label: 'Intended users', kind: 'text' },
      { path: ['IntendedPopulation'], label: 'Intended patients', kind: 'text' },
      { path: ['OutOfScope'], label: 'Out of scope', help: 'For whom and for what it is not meant.', kind: 'text' },
      { path: ['Remarks'], label: 'Remarks', help: 'Interpretations that a reader has to know.', kind: 'text' },
    ],
  },
  {
    title: 'Origin and review',
    fields: [
      { path: ['Developer', 'Name'], label: 'Developed by', help: 'A person or an organisation.', kind: 'line' },
      { path: ['Developer', 'Contact'], label: 'Contact', kind: 'line' },
      { path: ['Funding'], label: 'Funding', help: 'Who paid for it, or that nobody did.', kind: 'line' },
      { path: ['LastReviewDate'], label: 'Last reviewed', kind: 'date' },
      { path: ['ReviewDue'], label: 'Review due', help: 'The last day on which the content counts as reviewed.', kind: 'date' },
      { path: ['ApprovalDate'], label: 'Approved', kind: 'date' },
      { path: ['Version'], label: 'Version', help: 'The authors’ own count; releases are numbered by the server.', kind: 'line' },
      { path: ['Experimental'], label: 'Experimental', help: 'Only for trying out, not for use with patients.', kind: 'yes' },
      { path: ['CdsHooks', 'Hooks'], label: 'Asked by CDS Hooks at', help: 'patient-view, order-select, order-sign, encounter-start; none: it is no service.', kind: 'list' },
      { path: ['CdsHooks', 'Required'], label: 'Not answered without', help: 'Types of FHIR resources, such as Condition.', kind: 'list' },
      { path: ['CdsHooks', 'RelevantWhen'], label: 'Concerns', help: 'A condition; for patients of whom the record does not say that it holds, what is open is told in one short card.', kind: 'line' },
      { path: ['CdsHooks', 'RelevantWords'], label: 'Words that keep it from being short', help: 'Such as carcinoma, in any text of the record.', kind: 'list' },
    ],
  },
  {
    title: 'Use of attributes of the patient',
    fields: [
      { path: ['UseOf', 'Sex'], label: 'Sex', help: 'How it is used, or “not used”.', kind: 'text' },
      { path: ['UseOf', 'DateOfBirth'], label: 'Date of birth, age', kind: 'text' },
      { path: ['UseOf', 'Race'], label: 'Race', kind: 'line' },
      { path: ['UseOf', 'Ethnicity'], label: 'Ethnicity', kind: 'line' },
      { path: ['UseOf', 'Language'], label: 'Language', kind: 'line' },
      { path: ['UseOf', 'SexualOrientation'], label: 'Sexual orientation', kind: 'line' },
      { path: ['UseOf', 'GenderIdentity'], label: 'Gender identity', kind: 'line' },
      { path: ['UseOf', 'SocialDeterminants'], label: 'Social determinants of health', kind: 'line' },
      { path: ['UseOf', 'HealthStatus'], label: 'Health status', kind: 'line' },
    ],
  },
  {
    title: 'People and rights',
    fields: [
      { path: ['Authors'], label: 'Authors', kind: 'list' },
      { path: ['Editors'], label: 'Editors', kind: 'list' },
      { path: ['Reviewers'], label: 'Reviewers', kind: 'list' },
      { path: ['Endorsers'], label: 'Endorsed by', kind: 'list' },
      { path: ['Jurisdiction'], label: 'Jurisdiction', help: 'Where it is meant to be used.', kind: 'list' },
      { path: ['Topics'], label: 'Topics', kind: 'list' },
      { path: ['EffectivePeriod', 'Start'], label: 'In effect from', kind: 'date' },
      { path: ['EffectivePeriod', 'End'], label: 'In effect until', kind: 'date' },
      { path: ['Copyright'], label: 'Copyright', kind: 'text' },
    ],
  },
];

export const metadataOrder = [
  'Purpose', 'IntendedUse', 'IntendedUsers', 'IntendedPopulation', 'OutOfScope', 'Developer', 'Funding', 'ApprovalDate', 'LastReviewDate', 'ReviewDue', 'EffectivePeriod', 'UseOf', 'Version',
  'Experimental', 'Jurisdiction', 'Topics', 'Authors', 'Editors', 'Reviewers', 'Endorsers', 'Copyright', 'Remarks', 'CdsHooks',
] as const;
