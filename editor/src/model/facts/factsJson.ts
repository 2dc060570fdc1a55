import type { Draft, Entries, Entry } from './draft';
import type { Field, InputForm } from './form';
import { readNumber } from './number';
import type { FactPath } from './path';

export interface WrittenFacts {
  /** The `facts` object as JSON text, numbers digit by digit as typed. */
  readonly json: string;
  /** Entries that could not be sent because they cannot be read. */
  readonly unreadable: readonly { readonly path: FactPath; readonly message: string }[];
}

/** Writes the entered facts; unknown ones are absent. */
export function writeFacts(form: readonly InputForm[], draft: Draft): WrittenFacts {
  const unreadable: { path: FactPath; message: string }[] = [];

  const writeObject = (fields: readonly Field[], entries: Entries, path: FactPath): string => {
    const members = fields.flatMap((field) => {
      const entry = entries[field.name];
      const text = entry && writeEntry(field, entry, [...path, field.name]);
      return text ? [`${JSON.stringify(field.name)}:${text}`] : [];
    });
    return `{${members.join(',')}}`;
  };

  const writeEntry = (field: Field, entry: Entry, path: FactPath): string | null => {
    switch (entry.kind) {
      case 'boolean':
        return String(entry.value);
      case 'number':
        return writeNumber(field, entry, path);
      case 'list':
        if (field.kind !== 'list') return null;
        return `[${entry.items.map((item, i) => writeObject(field.fields, item.values, [...path, i])).join(',')}]`;
      case 'object': {
        const text = field.kind === 'object' ? writeObject(field.fields, entry.values, path) : '{}';
        return text === '{}' ? null : text;
      }
      default:
        return entry.value === '' ? null : JSON.stringify(entry.value);
    }
  };

  const writeNumber = (field: Field, entry: Extract<Entry, { kind: 'number' }>, path: FactPath): string | null => {
    const reading = readNumber(entry.text);
    if (reading.kind === 'unreadable') unreadable.push({ path, message: reading.message });
    if (reading.kind !== 'number') return null;
    const canonical = entry.unit === null || (field.kind === 'number' && entry.unit === field.unit);
    return canonical ? reading.json : `{"value":${reading.json},"unit":${JSON.stringify(entry.unit)}}`;
  };

  const inputs = form.flatMap(({ input, fields }) => {
    const text = writeObject(fields, draft[input] ?? {}, [input]);
    return text === '{}' ? [] : [`${JSON.stringify(input)}:${text}`];
  });
  return { json: `{${inputs.join(',')}}`, unreadable };
}

/** How much of the way to a decision it shall tell. */
export type Explain = 'none' | 'full';

/** The body of an execute request. */
export function writeRequest(factsJson: string, asOf: string | null, explain: Explain = 'full'): string {
  const date = asOf === null ? '' : `"asOf":${JSON.stringify(asOf)},`;
  return `{"facts":${factsJson},${date}"explain":"${explain}"}`;
}

/** What is asked about facts without a decision being wanted: what to find out next, or with the name of a rule what would change it. */
export function writeQuestion(factsJson: string, asOf: string | null, rule?: string): string {
  const date = asOf === null ? '' : `,"asOf":${JSON.stringify(asOf)}`;
  return `{"facts":${factsJson}${date}${rule === undefined ? '' : `,"rule":${JSON.stringify(rule)}`}}`;
}

/** The same JSON text, indented for reading; it never parses a number. */
export function indentJson(json: string): string {
  let depth = 0;
  const newline = () => `\n${'  '.repeat(depth)}`;
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|\{\}|\[\]|[{}[\],:]/g, (token) => {
    switch (token) {
      case '{':
      case '[':
        depth += 1;
        return token + newline();
      case '}':
      case ']':
        depth -= 1;
        return newline() + token;
      case ',':
        return token + newline();
      case ':':
        return ': ';
      default:
        return token;
    }
  });
}
