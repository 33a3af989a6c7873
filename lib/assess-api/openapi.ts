import { deadlineStatuses, imrAvailabilities, imrFilings, imrRoutes } from '../deadlines/assessment.ts';
import { certainties } from '../deadlines/citations.ts';
import type { Program, Regulator } from '../deadlines/facts.ts';
import { factsShape, type Shape } from '../deadlines/facts-shape.ts';
import { datedRules, deadlineKinds, openingRules, parties, standingRules } from '../deadlines/rules.ts';
import { bodyLimit, mostProblems } from './answer-assessment.ts';
import { factDescriptions } from './fact-descriptions.ts';
import { problemMediaType } from './problem-details.ts';

/** A JSON Schema of the 2020-12 draft, as far as this document needs it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
}

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
const listOf = (items: JsonSchema, description?: string): JsonSchema => ({
  type: 'array',
  items,
  ...(description === undefined ? {} : { description }),
});
const oneOf = (values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });
const text = (description?: string): JsonSchema => ({
  type: 'string',
  ...(description === undefined ? {} : { description }),
});
const described = (schema: JsonSchema, description: string): JsonSchema => ({ ...schema, description });

function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The rule ids that `in` has, each once. */
const idsOf = (rules: readonly { readonly id: string }[]): string[] =>
  [...new Set(rules.map(({ id }) => id))].toSorted();

/** The schema of a field of the facts, from the very shape that reads it. */
function schemaOfShape(shape: Shape, path: string): JsonSchema {
  const description = factDescriptions[path];
  const withWords = (schema: JsonSchema): JsonSchema =>
    description === undefined ? schema : described(schema, description);
  switch (shape.is) {
    case 'date':
      return withWords(ref('CivilDate'));
    case 'instant':
      return withWords(ref('Instant'));
    case 'date-or-instant':
      return withWords({ anyOf: [ref('CivilDate'), ref('Instant')] });
    case 'boolean':
      return withWords({ type: 'boolean' });
    case 'choice':
      return withWords(oneOf(shape.of));
    case 'choices':
      return withWords({ type: 'array', items: oneOf(shape.of), minItems: 1, uniqueItems: true });
    case 'group':
      return withWords({
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.fields).map(([key, field]) => [
            key,
            schemaOfShape(field, path === '' ? key : `${path}.${key}`),
          ]),
        ),
        ...(shape.required.length === 0 ? {} : { required: shape.required }),
        additionalProperties: false,
        ...(conditions[path] === undefined ? {} : { allOf: conditions[path] }),
      });
  }
}

const isProgram = (program: Program): JsonSchema => ({
  type: 'object',
  properties: { program: { const: program } },
  required: ['program'],
});
const withRegulator = (allowed: readonly Regulator[]): JsonSchema => ({
  type: 'object',
  properties: { regulator: { enum: allowed } },
});
const hasField = (field: string): JsonSchema => ({ type: 'object', required: [field] });
const implies = (given: JsonSchema, asks: JsonSchema): JsonSchema => ({ anyOf: [{ not: given }, asks] });

/** What one field forbids or asks of another in its group. The order of dates is said in words: a schema cannot. */
const conditions: Readonly<Record<string, readonly JsonSchema[]>> = {
  coverage: [
    implies(isProgram('medicare-medi-cal'), hasField('serviceCoveredBy')),
    implies(isProgram('self-funded'), withRegulator(['none', 'unknown'])),
    implies(isProgram('medi-cal'), withRegulator(['DMHC', 'none', 'unknown'])),
  ],
  imr: [
    implies(hasField('rejectedOn'), {
      not: { anyOf: [hasField('acceptedOn'), hasField('acceptedAt'), hasField('decision')] },
    }),
  ],
};

const assessmentSchemas: Readonly<Record<string, JsonSchema>> = {
  CivilDate: described(
    { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    'A civil date in California, from 1990-01-01 on.',
  ),
  Instant: described(
    {
      type: 'string',
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$',
    },
    'ISO 8601 with an offset; a fraction of a second is dropped. It implies the date it falls on in America/Los_Angeles.',
  ),
  ComputedDate: described(
    { type: 'string', pattern: '^(\\d{4}|\\+\\d{6})-\\d{2}-\\d{2}$' },
    'A civil date in California. A period that ends after the year 9999 has six digits and a sign.',
  ),
  ComputedInstant: described(
    {
      type: 'string',
      pattern: '^(\\d{4}|\\+\\d{6})-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}-0[78]:00$',
    },
    'In Pacific time, whole seconds.',
  ),
  Facts: schemaOfShape(factsShape, ''),
  Assessment: object({
    deadlines: listOf(ref('Deadline'), 'One per rule whose trigger is known, ordered by dueOn, then rule.'),
    imr: ref('ImrStanding'),
    nextSteps: listOf(ref('NextStep'), 'What to do now, most urgent first.'),
  }),
  Deadline: object(
    {
      rule: ref('DatedRuleId'),
      owedBy: ref('Party'),
      kind: described(
        oneOf(deadlineKinds),
        'limit: the client must act by then; duty: somebody else must; information: the date of another reading of the law.',
      ),
      dueOn: described(
        ref('ComputedDate'),
        'The headline: never moved over weekends or holidays, save where the moved date is the law.',
      ),
      dueAt: described(ref('ComputedInstant'), 'Only for rules counted in hours.'),
      rolledOn: described(
        ref('ComputedDate'),
        'Information only: the next working day, where dueOn is none.',
      ),
      latestOn: described(ref('ComputedDate'), 'Information only: how far the period may be extended.'),
      status: described(oneOf(deadlineStatuses), 'Due through the end of the day: overdue the day after.'),
      explanation: object({
        trigger: object({
          event: text('The fact that started the clock, as its path in the facts.'),
          on: described(ref('ComputedDate'), 'The day the clock started; that day is not counted.'),
          text: text(),
        }),
        steps: listOf(text(), 'Each step of the arithmetic.'),
        citations: listOf(ref('Citation')),
      }),
    },
    ['dueAt', 'rolledOn', 'latestOn'],
  ),
  ImrStanding: object({
    availability: oneOf(imrAvailabilities),
    availableFrom: described(
      orNull(ref('ComputedDate')),
      'The day the client may first apply; may lie ahead.',
    ),
    openedBy: orNull(ref('RuleId')),
    fileBy: described(orNull(ref('ComputedDate')), "The earliest of the client's IMR limits."),
    fileByRule: orNull(ref('DatedRuleId')),
    otherReadings: listOf(
      object({ rule: ref('DatedRuleId'), fileBy: ref('ComputedDate') }),
      'The later dates that other readings of the law give.',
    ),
    filing: orNull(oneOf(imrFilings)),
    route: described(orNull(oneOf(imrRoutes)), 'Null where nothing is in dispute.'),
    reasons: listOf(
      object({ rule: orNull(ref('RuleId')), text: text(), citations: listOf(ref('Citation')) }),
      'Why it is or is not available.',
    ),
  }),
  NextStep: object({ who: ref('Party'), text: text(), rule: orNull(ref('RuleId')) }),
  Citation: object({
    law: text('As a lawyer would write it, such as “H&S 1368.01(a)”.'),
    paraphrase: text('What it says, in our own words.'),
    url: { type: 'string', format: 'uri' },
    certainty: described(
      oneOf(certainties),
      'Read in the primary text, read in a source that quotes it, or not checked yet.',
    ),
    checkedOn: described(
      ref('CivilDate'),
      'The day the paraphrase was last compared with the best text at hand.',
    ),
  }),
  Party: oneOf(parties),
  DatedRuleId: oneOf(idsOf(datedRules)),
  RuleId: oneOf(idsOf([...datedRules, ...openingRules, ...standingRules])),
  Problem: object({
    path: text('Dotted; list positions are numbers; empty where the whole input is wrong.'),
    message: text('What is wrong and what to do.'),
  }),
  ProblemDetails: object({
    type: { type: 'string', const: 'about:blank' },
    title: text(),
    status: { type: 'integer' },
    detail: text('What is wrong and what to do.'),
  }),
};

const orders =
  'Beyond what a schema can say: nothing but denial.servicesEndOn lies after asOf or before 1990; nothing comes before what it follows from; an instant falls on the day given beside it. Facts that the program has no use for are checked and then ignored.';

const exampleFacts = {
  asOf: '2026-06-15',
  coverage: { program: 'commercial', regulator: 'DMHC' },
  denial: { letterDate: '2026-04-14', basis: ['medical-necessity'] },
  grievance: { receivedOn: '2026-05-01' },
};

const refused = (description: string, headers: object = {}) => ({
  description,
  ...(Object.keys(headers).length === 0 ? {} : { headers }),
  content: { [problemMediaType]: { schema: ref('ProblemDetails') } },
});

const oneOrMore = (name: string) => ({ anyOf: [ref(name), listOf(ref(name))] });

/** The contract of the public interface, made of the same lists, shapes and rules that answer it. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Recourse deadline engine',
    version: '1.0.0',
    summary: "The deadlines of a California health-plan dispute, from the case's facts.",
    description:
      'General information about the law, not legal advice. Needs no sign-in. Nothing that is sent is stored or logged; only the number of cases is counted.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: {
    '/api/v1/assess': {
      post: {
        operationId: 'assess',
        summary: 'Assess one case, or a list of cases',
        description: `Send one case’s facts, or a list of them; the answer has the same form and order. ${orders}`,
        requestBody: {
          required: true,
          description: `At most ${bodyLimit / 1024 / 1024} MiB, UTF-8, not compressed.`,
          content: {
            'application/json': {
              schema: oneOrMore('Facts'),
              examples: { silence: { summary: 'A plan that has not answered', value: exampleFacts } },
            },
          },
        },
        responses: {
          200: {
            description: 'The assessment, or a list of them.',
            content: { 'application/json': { schema: oneOrMore('Assessment') } },
          },
          400: refused('The body ended before it was complete.'),
          405: refused('Another method than POST.', {
            Allow: { schema: text(), description: 'What can be done here.' },
          }),
          413: refused('The body is too large.'),
          415: refused('The body is not plain JSON in UTF-8.'),
          422: {
            description: `The facts are flawed: every flaw under its path, at most ${mostProblems.toLocaleString('en-US')}. One flawed case refuses the whole list, and each path then begins with the case’s position.`,
            content: { [problemMediaType]: { schema: listOf(ref('Problem')) } },
          },
          429: refused('Too many requests came from this address.', {
            'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' },
          }),
        },
      },
    },
  },
  components: { schemas: assessmentSchemas },
} as const;
