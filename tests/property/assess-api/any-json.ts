import fc from 'fast-check';
import { factDescriptions } from '../../../lib/assess-api/fact-descriptions.ts';
import { validFacts } from '../deadlines/facts-arbitrary.ts';

const paths = Object.keys(factDescriptions);
const keys = [
  ...new Set(paths.flatMap((path) => path.split('.'))),
  '__proto__',
  'constructor',
  'toString',
  '',
];
const temptingText = fc.constantFrom(
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  '2026-03-08T02:30:00-08:00',
  '2026-06-10T24:00Z',
  'DMHC',
  'commercial',
  'medicare-medi-cal',
  'upheld',
  'experimental',
  '2026-06-10',
  '',
  ' ',
  '\ud800',
  '１２３',
);
const anyLeaf = fc.oneof(fc.jsonValue({ maxDepth: 2 }), temptingText, fc.constantFrom(null, 1e308, -0, true));

/** Objects that look like facts as far as their keys go. */
const lookalike = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(
    anyLeaf,
    fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof(anyLeaf, fc.dictionary(fc.constantFrom(...keys), anyLeaf)),
    ),
  ),
);

/** A case without a flaw, but for one field. */
const almostValid = fc
  .tuple(validFacts, fc.constantFrom(...paths), anyLeaf)
  .map(([facts, path, value]) => replaced(facts, path.split('.'), value));

/** Anything that can be sent to be assessed: much of it nearly right, none of it chosen to be. */
export const anyJson = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue() },
  { weight: 3, arbitrary: lookalike },
  { weight: 4, arbitrary: almostValid },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(almostValid, validFacts, fc.jsonValue({ maxDepth: 1 })), { maxLength: 3 }),
  },
);

function replaced(value: unknown, [key = '', ...rest]: readonly string[], leaf: unknown): unknown {
  const group = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...group, [key]: rest.length === 0 ? leaf : replaced(group[key], rest, leaf) };
}
