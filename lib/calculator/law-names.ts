const codes: readonly (readonly [short: string, full: string])[] = [
  ['H&S ', 'Health & Safety Code '],
  ['Ins. Code ', 'Insurance Code '],
  ['W&I ', 'Welfare & Institutions Code '],
  ['Gov. Code ', 'Government Code '],
  ['CCP ', 'Code of Civil Procedure '],
];

/** A provision's name written out, for readers who are no lawyers. */
export function fullLawName(law: string): string {
  const code = codes.find(([short]) => law.startsWith(short));
  return code === undefined ? law : `${code[1]}${law.slice(code[0].length)}`;
}
