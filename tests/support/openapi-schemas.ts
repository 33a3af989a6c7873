import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { openApiDocument } from '../../lib/assess-api/openapi.ts';
import { parseLocalDate } from '../../lib/calendar/local-date.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
ajv.addFormat('date', (text) => parseLocalDate(text) !== null);
ajv.addFormat('uri', (text) => URL.canParse(text));
// The vocabulary of an OpenAPI document around its schemas.
for (const keyword of ['openapi', 'info', 'servers', 'paths', 'components']) ajv.addKeyword(keyword);
ajv.addSchema({ $id: 'https://recourse.example/openapi.json', ...openApiDocument });

/** A check against one of the published schemas, as a stranger's validator would make it. */
export function schemaCheck(name: string): ValidateFunction {
  return ajv.compile({ $ref: `https://recourse.example/openapi.json#/components/schemas/${name}` });
}

export const listCheck = (name: string): ValidateFunction =>
  ajv.compile({
    type: 'array',
    items: { $ref: `https://recourse.example/openapi.json#/components/schemas/${name}` },
  });
