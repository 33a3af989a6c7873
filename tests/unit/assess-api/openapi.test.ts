import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factDescriptions } from '../../../lib/assess-api/fact-descriptions.ts';
import { openApiDocument } from '../../../lib/assess-api/openapi.ts';
import { assessJson } from '../../../lib/deadlines/assess-json.ts';
import { factsShape, type Shape } from '../../../lib/deadlines/facts-shape.ts';
import { listCheck, schemaCheck } from '../../support/openapi-schemas.ts';

interface Golden {
  readonly id: string;
  readonly facts: unknown;
}

const golden = parsed('golden.json');
const invalid = parsed('golden-invalid.json');
const isFacts = schemaCheck('Facts');
const isAssessment = schemaCheck('Assessment');
const isProblemList = listCheck('Problem');

describe('the OpenAPI document', () => {
  it('is a 3.1 document whose every reference leads somewhere', () => {
    expect(openApiDocument.openapi).toMatch(/^3\.1\.\d+$/);
    const text = JSON.stringify(openApiDocument);
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]));
    const defined = Object.keys(openApiDocument.components.schemas);
    expect([...referred].filter((name) => !defined.includes(name ?? ''))).toEqual([]);
    expect(JSON.parse(text)).toEqual(openApiDocument);
  });

  it('says of every field what it means, and of no other', () => {
    expect(pathsOf(factsShape, '').toSorted()).toEqual(Object.keys(factDescriptions).toSorted());
  });

  it.each(golden)('accepts the facts of $id and describes their assessment', ({ facts }) => {
    isFacts(facts);
    expect(isFacts.errors).toBeNull();
    const assessed = assessJson(facts);
    if (!assessed.ok) throw new Error('golden facts have no flaw');
    isAssessment(assessed.body);
    expect(isAssessment.errors).toBeNull();
  });

  it.each(invalid)('describes the problems of $id', ({ facts }) => {
    const assessed = assessJson(facts);
    if (assessed.ok) throw new Error('these facts are flawed');
    isProblemList(assessed.problems);
    expect(isProblemList.errors).toBeNull();
  });

  it.each([
    ['an unknown key', { note: 'x' }],
    ['a missing program', { coverage: { regulator: 'DMHC' } }],
    ['a payer that is missing', { coverage: { program: 'medicare-medi-cal', regulator: 'DMHC' } }],
    ['a regulator that cannot be', { coverage: { program: 'self-funded', regulator: 'DMHC' } }],
    ['another one', { coverage: { program: 'medi-cal', regulator: 'CDI' } }],
    ['a day that does not exist', { grievance: { filedOn: '2026-02-30' } }],
    ['an hour without its offset', { grievance: { receivedAt: '2026-03-06T16:00:00' } }],
    ['a basis twice', { denial: { basis: ['other', 'other'] } }],
    ['no basis', { denial: { basis: [] } }],
    ['an answer without its date', { grievance: { decision: { outcome: 'upheld' } } }],
    ['a rejection that was accepted', { imr: { rejectedOn: '2026-02-01', acceptedOn: '2026-02-01' } }],
    ['null', { denial: null }],
  ])('refuses, as the engine does, %s', (_, flaw) => {
    const facts = { asOf: '2026-06-10', coverage: { program: 'commercial', regulator: 'DMHC' }, ...flaw };
    expect(isFacts(facts)).toBe(false);
    expect(assessJson(facts).ok).toBe(false);
  });

  it('gives an example that works', () => {
    const { schema, examples } =
      openApiDocument.paths['/api/v1/assess'].post.requestBody.content['application/json'];
    expect(schema.anyOf).toHaveLength(2);
    expect(isFacts(examples.silence.value)).toBe(true);
    expect(assessJson(examples.silence.value)).toMatchObject({
      ok: true,
      body: { imr: { openedBy: 'ca.imr.open.silence' } },
    });
  });
});

function pathsOf(shape: Shape, path: string): string[] {
  if (shape.is !== 'group') return [path];
  const own = path === '' ? [] : [path];
  return [
    ...own,
    ...Object.entries(shape.fields).flatMap(([key, field]) =>
      pathsOf(field, path === '' ? key : `${path}.${key}`),
    ),
  ];
}

function parsed(file: string): readonly Golden[] {
  const text = readFileSync(new URL(`../../golden/${file}`, import.meta.url), 'utf8');
  return JSON.parse(text) as readonly Golden[];
}
