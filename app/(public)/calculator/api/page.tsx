import type { Metadata } from 'next';
import { Brand } from '@/components/brand.tsx';
import { type JsonSchema, openApiDocument } from '@/lib/assess-api/openapi.ts';
import { datedRules, openingRules, type RuleId, ruleOf, standingRules } from '@/lib/deadlines/rules.ts';
import { fieldsOf, schemaNames, schemaOf, typeText } from './schema-view.ts';

export const metadata: Metadata = {
  title: 'Deadline engine over HTTP',
  description: openApiDocument.info.description,
};

const ruleSchemas = ['DatedRuleId', 'RuleId'];

/** The contract in words, from the very document that programs read. */
export default function InterfacePage() {
  const { info, paths } = openApiDocument;
  const { post } = paths['/api/v1/assess'];
  const { requestBody, responses } = post;
  const example = requestBody.content['application/json'].examples.silence;
  const objects = schemaNames.filter((name) => schemaOf(name).properties !== undefined);
  const values = schemaNames.filter((name) => !objects.includes(name) && !ruleSchemas.includes(name));
  return (
    <div className="public">
      <header className="top pub">
        <Brand name="Recourse" href="/calculator" />
        <p className="pub-t">Deadline engine over HTTP</p>
        <div className="tools">
          <a className="pub-in" href="/calculator">
            Calculator
          </a>
        </div>
      </header>
      <main id="main" className="wrap api-doc">
        <h1>{info.title} over HTTP</h1>
        <p className="lead quiet">{info.summary}</p>
        <p>
          {info.description} The same contract for programs is{' '}
          <a className="link" href="/api/v1/openapi.json">
            /api/v1/openapi.json
          </a>{' '}
          (OpenAPI {openApiDocument.openapi}).
        </p>

        <section aria-labelledby="request">
          <h2 id="request">POST /api/v1/assess</h2>
          <p>{post.description}</p>
          <p>{requestBody.description}</p>
          <h3>{example.summary}</h3>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by keyboard */}
          <pre tabIndex={0}>
            {`curl -s $RECOURSE/api/v1/assess -H 'content-type: application/json' -d '${JSON.stringify(example.value, null, 2)}'`}
          </pre>
        </section>

        <section aria-labelledby="answers">
          <h2 id="answers">Answers</h2>
          <table className="api-table">
            <thead>
              <tr>
                <th scope="col">Status</th>
                <th scope="col">When</th>
                <th scope="col">Body</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(responses).map(([status, { description, content }]) => (
                <tr key={status}>
                  <th scope="row">{status}</th>
                  <td>{description}</td>
                  <td>
                    {Object.entries(content as Record<string, { schema: JsonSchema }>).map(
                      ([type, { schema }]) => (
                        <span key={type}>
                          {typeText(schema)} <span className="quiet">as {type}</span>
                        </span>
                      ),
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>

        {objects.map((name) => (
          <section key={name} aria-labelledby={name}>
            <h2 id={name}>{name}</h2>
            <SchemaTable schema={schemaOf(name)} label={name} />
          </section>
        ))}

        <section aria-labelledby="values">
          <h2 id="values">Values</h2>
          <dl className="api-values">
            {values.map((name) => {
              const schema = schemaOf(name);
              return (
                <div key={name}>
                  <dt id={name}>{name}</dt>
                  <dd>
                    {schema.description} <span className="quiet">{schema.pattern ?? typeText(schema)}</span>
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>

        <section aria-labelledby="RuleId">
          <h2 id="RuleId">Rules</h2>
          <p>
            Those with a date of their own (DatedRuleId) are the only ones among an assessment’s deadlines.
          </p>
          <table className="api-table">
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">What it asks or opens</th>
                <th scope="col">Law</th>
                <th scope="col">Dated</th>
              </tr>
            </thead>
            <tbody>
              {ruleIds().map((id) => (
                <tr key={id}>
                  <th scope="row">
                    <code>{id}</code>
                  </th>
                  <td>{ruleOf(id).title}</td>
                  <td>
                    {ruleOf(id)
                      .citations.map(({ law }) => law)
                      .join('; ')}
                  </td>
                  <td>{datedRules.some((rule) => rule.id === id) ? 'yes' : 'no'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </main>
    </div>
  );
}

function ruleIds(): RuleId[] {
  const ids = [...datedRules, ...openingRules, ...standingRules].map(({ id }): RuleId => id);
  return [...new Set(ids)].toSorted();
}

function SchemaTable({ schema, label }: { schema: JsonSchema; label: string }) {
  return (
    <table className="api-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {fieldsOf(schema).map(({ path, type, isRequired, description }) => (
          <tr key={path}>
            <th scope="row">
              <code>{path}</code>
              {isRequired ? null : <span className="quiet"> optional</span>}
            </th>
            <td>{type}</td>
            <td>{description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
