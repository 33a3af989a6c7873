import { type JsonSchema, openApiDocument } from '@/lib/assess-api/openapi.ts';

export type FieldView = {
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
};

/** The schemas by name, widened: the document's own type knows each of them by heart. */
const schemas: Readonly<Record<string, JsonSchema>> = openApiDocument.components.schemas;
const prefix = '#/components/schemas/';
const nameOf = (ref: string): string => ref.slice(prefix.length);

export const schemaNames = Object.keys(schemas);

export function schemaOf(name: string): JsonSchema {
  const schema = schemas[name];
  if (schema === undefined) throw new RangeError(`there is no schema "${name}"`);
  return schema;
}

/** Every field of a schema, one line each, its groups before what they hold. */
export function fieldsOf(schema: JsonSchema, path = ''): FieldView[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = path === '' ? key : `${path}.${key}`;
    const own: FieldView = {
      path: name,
      type: typeText(field),
      isRequired: schema.required?.includes(key) ?? false,
      description: field.description ?? '',
    };
    const inner = field.type === 'array' ? field.items : field;
    return [own, ...(inner?.properties ? fieldsOf(inner, field.type === 'array' ? `${name}[]` : name) : [])];
  });
}

/** "date", "one of: DMHC, CDI", "list of Deadline", "RuleId or null". */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeText).join(' or ');
  if (schema.type === 'array')
    return `list of ${schema.items === undefined ? 'anything' : typeText(schema.items)}`;
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.const !== undefined) return schema.const;
  return schema.type ?? 'anything';
}
