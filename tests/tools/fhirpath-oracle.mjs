// What HL7's fhirpath.js finds along the paths of FHIR mappings: the oracle of FhirPathOracleTests. Takes a JSON list of
// {resource, paths} on standard input and answers a list of {path: found values, as JSON texts} in the same order. No model of
// FHIR is given, so names are those of the JSON (`valueQuantity`), as in the mappings.
import fhirpath from 'fhirpath';

let input = '';
process.stdin.setEncoding('utf8');
for await (const piece of process.stdin) input += piece;

const compiled = new Map();
const compile = path => {
  if (!compiled.has(path)) compiled.set(path, fhirpath.compile(path));
  return compiled.get(path);
};
const answers = JSON.parse(input).map(({ resource, paths }) => Object.fromEntries(paths.map(path => [path, compile(path)(resource).map(value => JSON.stringify(value))])));
process.stdout.write(JSON.stringify(answers));
