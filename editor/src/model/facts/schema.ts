/** The part of JSON Schema 2020-12 that fact schemas use, with the `x-` members of this platform. */
export interface FactSchema {
  $id?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'boolean' | 'number' | 'integer' | 'string';
  enum?: readonly string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  properties?: Readonly<Record<string, FactSchema>>;
  items?: FactSchema;
  'x-label'?: string;
  'x-group'?: string;
  'x-order'?: number;
  'x-unit'?: string;
  /** Other accepted units; how they convert is the server's business. */
  'x-units'?: Readonly<Record<string, unknown>>;
}

/** The schema name behind a `$ref`: `/api/v1/facts/lesion` and `lesion.schema.json` both name `lesion`. */
export function referenceName(ref: string): string {
  return (ref.split('#')[0] ?? '').split('/').pop()?.replace(/\.schema\.json$|\.json$/, '') ?? ref;
}

/** Names of all schemas that this one refers to. */
export function referencedSchemas(schema: FactSchema): string[] {
  const own = schema.$ref ? [referenceName(schema.$ref)] : [];
  const items = schema.items ? referencedSchemas(schema.items) : [];
  return [...own, ...items, ...Object.values(schema.properties ?? {}).flatMap(referencedSchemas)];
}
