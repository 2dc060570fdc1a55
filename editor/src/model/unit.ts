const names: Readonly<Record<string, string>> = {
  a: 'years', mo: 'months', wk: 'weeks', d: 'days', h: 'hours', min: 'minutes', '1': '', '[degF]': '°F', Cel: '°C', '10*3/uL': '10³/µL', '10*9/L': '10⁹/L',
};

/** A UCUM unit as clinicians write it; annotations such as `{score}` and the unit 1 say nothing and vanish. */
export function unitText(ucum: string | null | undefined): string {
  if (!ucum) return '';
  const known = names[ucum];
  if (known !== undefined) return known;
  const bare = ucum.replaceAll(/\{(\w+)\}/g, (_, word: string) => (word === word.toUpperCase() ? word : ''));
  return bare.replaceAll(/\bu(?=[a-zA-Z])/g, 'µ').replaceAll('/m2', '/m²');
}

export function withUnit(text: string, unit: string | null | undefined): string {
  const name = unitText(unit);
  return name === '' ? text : name === '%' ? `${text} %` : `${text} ${name}`;
}
