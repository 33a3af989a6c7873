import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAssessment } from '../../../lib/assess-api/answer-assessment.ts';
import { createAssessedCount } from '../../../lib/assess-api/assessed-count.ts';
import { assessJsonText } from '../../../lib/deadlines/assess-json.ts';
import { createLogger } from '../../../lib/log.ts';
import { listCheck, schemaCheck } from '../../support/openapi-schemas.ts';
import { anyJson } from './any-json.ts';

const isFacts = schemaCheck('Facts');
const isAssessment = schemaCheck('Assessment');
const isAssessmentList = listCheck('Assessment');
const isProblemList = listCheck('Problem');

describe('ten thousand arbitrary values', () => {
  it('are each assessed or refused with a well-formed list of problems, over HTTP', async () => {
    const shared = {
      allowance: { spend: () => Promise.resolve(null) },
      count: createAssessedCount(createLogger('assess', 'silent'), 60_000),
      addressOf: () => 'here',
    };
    await fc.assert(
      fc.asyncProperty(anyJson, async (json) => {
        const request = new Request('http://localhost/api/v1/assess', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(json),
        });
        const response = await answerAssessment(request, shared);
        const body: unknown = await response.json();
        if (response.status === 200) {
          const isWellFormed = Array.isArray(json) ? isAssessmentList(body) : isAssessment(body);
          expect([isWellFormed, isAssessment.errors, isAssessmentList.errors]).toContain(true);
        } else {
          expect(response.status).toBe(422);
          expect([isProblemList(body), (body as unknown[]).length > 0]).toEqual([true, true]);
        }
        // What the published schema refuses, the engine refuses.
        if (!Array.isArray(json) && !isFacts(json)) expect(response.status).toBe(422);
      }),
      { numRuns: 10_000 },
    );
  });

  it('and any text at all is read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const assessed = assessJsonText(text);
        expect(assessed.ok || isProblemList(assessed.problems)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
