/** Reads each text once: the few that were asked for last are kept, because several views read the same texts at every key. */
export function readOnce<T>(read: (text: string) => T, kept: number): (text: string) => T {
  let recent: readonly { readonly text: string; readonly result: T }[] = [];
  return (text) => {
    const known = recent.find((reading) => reading.text === text);
    if (known && known === recent[0]) return known.result;
    const newest = known ?? { text, result: read(text) };
    recent = [newest, ...recent.filter((reading) => reading !== known)].slice(0, kept);
    return newest.result;
  };
}
