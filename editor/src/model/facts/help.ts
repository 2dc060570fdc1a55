const brief = 140;

/** A long description is its first sentence, and the rest for who asks for it. */
export function splitHelp(help: string): { first: string; rest: string | null } {
  const end = help.length > brief ? help.search(/[.;] (?=\S)/) : -1;
  return end < 0 ? { first: help, rest: null } : { first: help.slice(0, end + 1), rest: help.slice(end + 2) };
}
