/** A shell command that repeats a request; single quotes keep the body as it is. */
export function curlCommand(url: string, body: string): string {
  const quoted = `'${body.replaceAll("'", String.raw`'\''`)}'`;
  return [`curl -sS -X POST '${url}'`, `  -H 'Content-Type: application/json'`, `  -d ${quoted}`].join(' \\\n');
}
