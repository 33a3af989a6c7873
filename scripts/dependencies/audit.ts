import { z } from 'zod';

const finding = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
});
const reportShape = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), finding])) })),
});
const failureShape = z.object({
  statusCode: z.number().optional(),
  message: z.string().optional(),
  error: z.object({ code: z.string().nullish(), summary: z.string().nullish() }).optional(),
});
const acceptedShape = z.array(
  z.strictObject({
    advisory: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/),
    package: z.string().min(1),
    reason: z.string().min(20),
    acceptedOn: z.iso.date(),
  }),
);

const GRAVE = new Set(['high', 'critical']);
/** A reason is looked at again after this many days. */
const HOLDS_DAYS = 180;
const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;

export type AuditResult = { readonly problems: string[]; readonly remarks: string[] };

/**
 * Judges what `npm audit --json` printed. An advisory of high or critical severity is a problem unless it is accepted
 * with a reason that is not too old; a registry that makes no audits is only remarked on.
 */
export function judgeAudit(printed: string, accepted: unknown, today: Date): AuditResult {
  const list = acceptedShape.safeParse(accepted);
  if (!list.success)
    return {
      problems: [
        'The list of accepted advisories needs advisory, package, reason (20 letters) and acceptedOn.',
      ],
      remarks: [],
    };
  const json = parseJson(printed);
  const report = reportShape.safeParse(json);
  if (!report.success) return { problems: [], remarks: [`No audit was made: ${whyNot(json)}`] };

  const isStanding = ({ acceptedOn }: { acceptedOn: string }) =>
    today.getTime() - new Date(acceptedOn).getTime() <= HOLDS_DAYS * DAY_IN_MILLISECONDS;
  const grave = findingsIn(report.data).filter(({ severity }) => GRAVE.has(severity));
  const problems = grave.flatMap(({ id, name, severity, title }) => {
    const entry = list.data.find((each) => each.advisory === id && each.package === name);
    if (!entry) return [`${name}: ${title} (${severity}, ${id}).`];
    return isStanding(entry)
      ? []
      : [`${name}: ${id} was accepted more than ${HOLDS_DAYS} days ago: look at its reason again.`];
  });
  const gone = list.data.filter(({ advisory }) => !grave.some(({ id }) => id === advisory));
  return {
    problems,
    remarks: gone.map((entry) => `${entry.advisory} (${entry.package}) is accepted and no longer reported.`),
  };
}

type Finding = z.infer<typeof finding> & { readonly id: string };

function findingsIn({ vulnerabilities }: z.infer<typeof reportShape>): Finding[] {
  const found = new Map<string, Finding>();
  for (const { via } of Object.values(vulnerabilities))
    for (const each of via)
      if (typeof each !== 'string') {
        const id = each.url.split('/').at(-1) ?? each.url;
        found.set(`${each.name} ${id}`, { ...each, id });
      }
  return [...found.values()];
}

function whyNot(json: unknown): string {
  const { statusCode, error } = failureShape.safeParse(json).data ?? {};
  if (statusCode !== undefined) return `the registry answers audits with ${statusCode}.`;
  if (error?.code) return `the registry could not be asked (${error.code}).`;
  return 'the registry could not be asked.';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
