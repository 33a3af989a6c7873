import fs from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '../../test-results/faults.txt');

/** Begins a run without the figures of the one before. */
export default function forgetFigures(): void {
  fs.rmSync(file, { force: true });
}

/** Tells the figures of one test, on the terminal and to whoever runs all tests. */
export function tell(line: string): void {
  console.log(line);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.appendFileSync(file, `${line}\n`);
}

/** What the latest run told, line by line. */
export const readFigures = (): readonly string[] =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n') : [];
