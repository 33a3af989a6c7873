import type { Role } from '../../lib/db/vocabulary.ts';

export const demoOffice = { name: 'Golden Valley Health Advocates', phone: '559-555-0100' } as const;

/** The people of the demo office. Nobody here is real; the addresses can never be. */
export const demoPeople = {
  ines: { name: 'Inés Caldera', role: 'caseworker', email: 'ines@goldenvalley.example' },
  tom: { name: 'Tom Bradshaw', role: 'caseworker', email: 'tom@goldenvalley.example' },
  priya: { name: 'Priya Raman', role: 'caseworker', email: 'priya@goldenvalley.example' },
  joyce: { name: 'Joyce Abara', role: 'supervisor', email: 'joyce@goldenvalley.example' },
  dana: { name: 'Dana Reyes', role: 'administrator', email: 'dana@goldenvalley.example' },
  hana: { name: 'Hana Sato', role: 'reviewer', email: 'hana@goldenvalley.example' },
} as const satisfies Record<string, { name: string; role: Role; email: string }>;

export type PersonKey = keyof typeof demoPeople;
