/** A cell that a spreadsheet would run as a formula is written as text. */
const RUNS = /^[=+\-@\t\r\n]/;

/** One line of a CSV file (RFC 4180), every cell quoted, so that nothing in a cell can end it or be run. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cell).join(',')}\r\n`;

function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  return `"${(RUNS.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
