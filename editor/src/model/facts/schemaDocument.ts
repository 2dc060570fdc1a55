import { itemsOf, member, membersOf, parseDocument, stringOf, textsOf, type Node } from '../documents/json';
import { readOnce } from '../readOnce';
import type { FactSchema } from './schema';

const types = ['object', 'array', 'boolean', 'number', 'integer', 'string'] as const;

const kept = 16;

/** A fact schema from the text of its document, as it stands: what is of another kind reads as absent, the server says what is wrong. */
export const readFactSchema = readOnce((text): FactSchema => read(parseDocument(text).root), kept);

function read(node: Node | null | undefined): FactSchema {
  const text = (key: string) => stringOf(member(node, key)) ?? undefined;
  const number = (key: string) => numberOf(member(node, key));
  const properties = member(node, 'properties');
  const items = member(node, 'items');
  const values = member(node, 'enum');
  const units = member(node, 'x-units');
  return withoutAbsent({
    $id: text('$id'),
    $ref: text('$ref'),
    title: text('title'),
    description: text('description'),
    type: types.find((type) => type === text('type')),
    enum: itemsOf(values).length > 0 ? textsOf(values) : undefined,
    format: text('format'),
    minimum: number('minimum'),
    maximum: number('maximum'),
    properties: properties ? Object.fromEntries(membersOf(properties).map(({ key, value }) => [key, read(value)])) : undefined,
    items: items ? read(items) : undefined,
    'x-label': text('x-label'),
    'x-group': text('x-group'),
    'x-order': number('x-order'),
    'x-unit': text('x-unit'),
    'x-units': units ? Object.fromEntries(membersOf(units).map(({ key }) => [key, true])) : undefined,
  });
}

const numberOf = (node: Node | undefined): number | undefined => (typeof node?.value === 'number' ? node.value : undefined);

const withoutAbsent = (schema: { [K in keyof FactSchema]: FactSchema[K] | undefined }): FactSchema =>
  Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
