import { humanize } from '../words';
import { referenceName, type FactSchema } from './schema';

interface FieldBase {
  /** Property name in the fact object. */
  readonly name: string;
  readonly label: string;
  readonly help: string | null;
  readonly group: string;
}

export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly integer: boolean;
  /** Canonical UCUM unit; null for a plain number. */
  readonly unit: string | null;
  /** All accepted units, the canonical one first. */
  readonly units: readonly string[];
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface ListField extends FieldBase {
  readonly kind: 'list';
  /** What one element is called, e.g. "lesion". */
  readonly itemName: string;
  readonly fields: readonly Field[];
}

export interface ObjectField extends FieldBase {
  readonly kind: 'object';
  readonly fields: readonly Field[];
}

export interface PlainField extends FieldBase {
  readonly kind: 'boolean' | 'date' | 'text' | 'unsupported';
}

export type Field = NumberField | ChoiceField | ListField | ObjectField | PlainField;
export type FieldKind = Field['kind'];

export interface InputForm {
  /** Input name: the first step of every path of its fields. */
  readonly input: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

export type Schemas = Readonly<Record<string, FactSchema>>;

/** The form that a workflow's inputs ask for, in the order its schemas give. */
export function buildForm(inputs: readonly { name: string; schema: string }[], schemas: Schemas): InputForm[] {
  return inputs.map(({ name, schema }) => {
    const root = schemas[schema];
    return {
      input: name,
      title: root?.title ?? humanize(name),
      fields: root ? fieldsOf(root, schemas, [schema]) : [],
    };
  });
}

function fieldsOf(schema: FactSchema, schemas: Schemas, open: readonly string[]): Field[] {
  const properties = Object.entries(schema.properties ?? {});
  const order = ([, property]: [string, FactSchema]) => property['x-order'] ?? Number.MAX_SAFE_INTEGER;
  return properties
    .sort((a, b) => order(a) - order(b))
    .map(([name, property]) => fieldOf(name, property, schemas, open));
}

function fieldOf(name: string, written: FactSchema, schemas: Schemas, open: readonly string[]): Field {
  const { schema, trail } = resolve(written, schemas, open);
  const base: FieldBase = {
    name,
    label: written['x-label'] ?? schema['x-label'] ?? humanize(name),
    help: written.description ?? schema.description ?? null,
    group: written['x-group'] ?? schema['x-group'] ?? 'Other facts',
  };

  if (schema.enum)
    return { ...base, kind: 'choice', options: schema.enum.map((value) => ({ value, label: humanize(value) })) };

  switch (schema.type) {
    case 'boolean':
      return { ...base, kind: 'boolean' };
    case 'number':
    case 'integer':
      return numberField(base, schema);
    case 'string':
      return { ...base, kind: schema.format === 'date' ? 'date' : 'text' };
    case 'array':
      return listField(base, schema.items ?? {}, schemas, trail);
    case 'object':
      return { ...base, kind: 'object', fields: fieldsOf(schema, schemas, trail) };
    default:
      return { ...base, kind: 'unsupported' };
  }
}

function numberField(base: FieldBase, schema: FactSchema): NumberField {
  const unit = schema['x-unit'] ?? null;
  return {
    ...base,
    kind: 'number',
    integer: schema.type === 'integer',
    unit,
    units: unit === null ? [] : [unit, ...Object.keys(schema['x-units'] ?? {}).filter((other) => other !== unit)],
    minimum: schema.minimum ?? null,
    maximum: schema.maximum ?? null,
  };
}

function listField(base: FieldBase, items: FactSchema, schemas: Schemas, open: readonly string[]): Field {
  const { schema, trail } = resolve(items, schemas, open);
  if (schema.type !== 'object' && !schema.properties) return { ...base, kind: 'unsupported' };
  const itemName = items.$ref ? referenceName(items.$ref) : 'entry';
  return { ...base, kind: 'list', itemName: humanize(itemName).toLowerCase(), fields: fieldsOf(schema, schemas, trail) };
}

/** Follows references; one that leads back to a schema being read ends there, so that a form is always finite. */
function resolve(schema: FactSchema, schemas: Schemas, open: readonly string[]): { schema: FactSchema; trail: readonly string[] } {
  if (!schema.$ref) return { schema, trail: open };
  const name = referenceName(schema.$ref);
  const target = schemas[name];
  return !target || open.includes(name) ? { schema: {}, trail: open } : { schema: target, trail: [...open, name] };
}
