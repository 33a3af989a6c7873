import type { Program, Regulator } from '../db/vocabulary.ts';

type DirectoryLine = {
  readonly name: string;
  readonly program: Program;
  readonly regulator: Regulator;
  readonly knoxKeene: boolean;
  readonly source: string;
};
export type DirectoryPlan = {
  readonly name: string;
  readonly note?: string;
  readonly lines: readonly DirectoryLine[];
};

const GENERAL = 'General knowledge, not yet checked. Confirm it in the Evidence of Coverage or on the card.';
const CDI_GUIDE =
  'insurance.ca.gov, guide for health care providers, page 4: HMOs and the Knox-Keene PPOs of Blue Cross of California and Blue Shield of California are not under the Department of Insurance.';
const HMO = `${CDI_GUIDE} Confirm the company in the Evidence of Coverage.`;
const MEMBER_TEXT =
  'The plan’s own member information, which offers an IMR with the DMHC. Confirm it in the Evidence of Coverage.';
const COUNTY_ORGANIZED =
  'disabilityrightsca.org and healthlaw.org on county-organized health systems, about 2017. Licenses change: ask the plan or the DMHC.';

const line = (
  name: string,
  program: Program,
  regulator: Regulator,
  source = GENERAL,
  knoxKeene = regulator === 'DMHC',
): DirectoryLine => ({ name, program, regulator, knoxKeene, source });

const hmo = (company: string, source = HMO) => line(`HMO (${company})`, 'commercial', 'DMHC', source);
const policy = (company: string) => line(`PPO policy (${company})`, 'commercial', 'CDI');
const mediCal = (company?: string, source = GENERAL) =>
  line(company ? `Medi-Cal (${company})` : 'Medi-Cal', 'medi-cal', 'DMHC', source);
const medicare = (name = 'Medicare Advantage') => line(name, 'medicare', 'none');
const administered = (by: string) =>
  line(`Self-funded employer plan, administered by ${by}`, 'self-funded', 'none');
const countyOrganized = (name: string, source = COUNTY_ORGANIZED): DirectoryPlan => ({
  name,
  note: 'A county-organized health system: without a Knox-Keene license for Medi-Cal there is no IMR, and a State Hearing is the way.',
  lines: [line('Medi-Cal, county-organized', 'medi-cal', 'none', source)],
});

/**
 * The larger California plans with their lines. Nothing here carries a date of verification: an office adds its own
 * when it has read the Evidence of Coverage, and until then every line says that it was not verified.
 */
export const CALIFORNIA_PLANS: readonly DirectoryPlan[] = [
  {
    name: 'Kaiser Permanente',
    lines: [
      hmo('Kaiser Foundation Health Plan, Inc.'),
      policy('Kaiser Permanente Insurance Company'),
      mediCal('Kaiser Foundation Health Plan, Inc.'),
      medicare('Senior Advantage (Medicare)'),
      administered('Kaiser Permanente'),
    ],
  },
  {
    name: 'Anthem Blue Cross',
    note: 'The company named on the card decides: Blue Cross of California is with the DMHC, Anthem Blue Cross Life and Health with the Department of Insurance.',
    lines: [
      line('HMO and Knox-Keene PPO (Blue Cross of California)', 'commercial', 'DMHC', CDI_GUIDE),
      policy('Anthem Blue Cross Life and Health Insurance Company'),
      mediCal('Blue Cross of California Partnership Plan'),
      medicare(),
      administered('Anthem Blue Cross'),
    ],
  },
  {
    name: 'Blue Shield of California',
    note: 'The company named on the card decides: California Physicians’ Service is with the DMHC, Blue Shield Life & Health with the Department of Insurance.',
    lines: [
      line('HMO and Knox-Keene PPO (California Physicians’ Service)', 'commercial', 'DMHC', CDI_GUIDE),
      policy('Blue Shield of California Life & Health Insurance Company'),
      mediCal('Blue Shield of California Promise Health Plan'),
      medicare(),
      administered('Blue Shield of California'),
    ],
  },
  {
    name: 'Health Net',
    lines: [
      hmo('Health Net of California, Inc.'),
      policy('Health Net Life Insurance Company'),
      mediCal('Health Net Community Solutions'),
      medicare(),
    ],
  },
  {
    name: 'Molina Healthcare',
    lines: [mediCal(), hmo('Molina Healthcare of California'), medicare()],
  },
  {
    name: 'L.A. Care Health Plan',
    lines: [
      mediCal(undefined, MEMBER_TEXT),
      hmo('L.A. Care Covered'),
      line('Medicare and Medi-Cal together', 'medicare-medi-cal', 'DMHC'),
    ],
  },
  {
    name: 'IEHP (Inland Empire Health Plan)',
    lines: [
      mediCal(undefined, MEMBER_TEXT),
      hmo('IEHP Covered'),
      line('DualChoice', 'medicare-medi-cal', 'DMHC', MEMBER_TEXT),
    ],
  },
  countyOrganized('CalOptima Health'),
  countyOrganized('CenCal Health'),
  countyOrganized('Central California Alliance for Health'),
  countyOrganized('Gold Coast Health Plan'),
  countyOrganized('Partnership HealthPlan of California', GENERAL),
  {
    name: 'Health Plan of San Mateo',
    note: 'A county-organized health system that is licensed under the Knox-Keene Act, so an IMR is possible.',
    lines: [mediCal()],
  },
  {
    name: 'Aetna',
    lines: [
      hmo('Aetna Health of California Inc.'),
      policy('Aetna Life Insurance Company'),
      medicare(),
      administered('Aetna'),
    ],
  },
  {
    name: 'Cigna Healthcare',
    lines: [
      hmo('Cigna HealthCare of California, Inc.'),
      policy('Cigna Health and Life Insurance Company'),
      administered('Cigna Healthcare'),
    ],
  },
  {
    name: 'UnitedHealthcare',
    lines: [
      hmo('UHC of California'),
      line('Knox-Keene PPO (UnitedHealthcare Benefits Plan of California)', 'commercial', 'DMHC'),
      policy('UnitedHealthcare Insurance Company'),
      medicare(),
      administered('UnitedHealthcare'),
    ],
  },
  { name: 'Sharp Health Plan', lines: [hmo('Sharp Health Plan'), medicare()] },
  { name: 'Western Health Advantage', lines: [hmo('Western Health Advantage')] },
  { name: 'Community Health Group', lines: [mediCal()] },
  { name: 'SCAN Health Plan', lines: [medicare()] },
  {
    name: 'Employer’s own plan',
    note: 'The card says “administered by”. Federal law applies: an internal appeal, then an external review.',
    lines: [line('Self-funded, administered by another company', 'self-funded', 'none')],
  },
  {
    name: 'Medi-Cal without a plan',
    note: 'Fee-for-service and Medi-Cal Rx: the denial goes to a State Hearing.',
    lines: [line('Fee-for-service', 'medi-cal', 'none')],
  },
];
