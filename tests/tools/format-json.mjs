// Writes JSON with two spaces, short lists and objects on one line. `expanded` levels always get their own lines.
export function format(value, expanded = 0, width = 118, indent = '') {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const line = oneLine(value);
  if (expanded <= 0 && indent.length + line.length <= width) return line;

  const inner = indent + '  ';
  const child = v => format(v, expanded - 1, width, inner);
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[\n${value.map(v => inner + child(v)).join(',\n')}\n${indent}]`;
  }

  const pairs = Object.entries(value).map(([key, v]) => `${inner}${JSON.stringify(key)}: ${child(v)}`);
  return pairs.length === 0 ? '{}' : `{\n${pairs.join(',\n')}\n${indent}}`;
}

function oneLine(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, v]) => `${JSON.stringify(key)}: ${oneLine(v)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}
