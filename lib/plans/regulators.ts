import type { Regulator } from '../db/vocabulary.ts';

/**
 * Who says so: the agency on its own page or form, somebody who quotes it, or general knowledge that nobody has
 * checked against the agency yet.
 */
export type Checked = 'agency' | 'quoted' | 'unchecked';

export type ContactPoint = { readonly value: string; readonly source: string; readonly checked: Checked };

export type AgencyContact = {
  /** With its article where a sentence needs one. */
  readonly name: string;
  readonly shortName: string;
  readonly phone: ContactPoint;
  readonly tty?: ContactPoint;
  readonly fax?: ContactPoint;
  /** One line of an envelope each, separated by line breaks. */
  readonly address?: ContactPoint;
  readonly email?: ContactPoint;
  /** Where a person can file online. */
  readonly website?: ContactPoint;
  readonly hours?: ContactPoint;
  readonly note?: string;
};

const DMHC_SOURCE = 'dmhc.ca.gov, File a Complaint; form DMHC 20-224 (Rev. 01/20)';
const CDI_GUIDE = 'insurance.ca.gov, guide to the Independent Medical Review, page 7';
const CDI_QUOTED = 'A published guide to complaints that quotes the department';
const DIRECTORY_QUOTED = 'A published directory that cites dmhc.ca.gov and insurance.ca.gov';

const agency = (value: string, source: string): ContactPoint => ({ value, source, checked: 'agency' });
const quoted = (value: string, source: string): ContactPoint => ({ value, source, checked: 'quoted' });
const unchecked = (value: string): ContactPoint => ({
  value,
  source: 'General knowledge, not yet checked',
  checked: 'unchecked',
});

/** Where an IMR application, or a complaint, goes. */
export const REGULATOR_CONTACTS: Readonly<Record<'DMHC' | 'CDI', AgencyContact>> = {
  DMHC: {
    name: 'Department of Managed Health Care, Help Center',
    shortName: 'DMHC',
    phone: agency('1-888-466-2219', DMHC_SOURCE),
    tty: agency('1-877-688-9891', DMHC_SOURCE),
    fax: agency('916-255-5241', DMHC_SOURCE),
    address: agency(
      'Department of Managed Health Care\nHelp Center\n980 9th Street, Suite 500\nSacramento, CA 95814-2725',
      DMHC_SOURCE,
    ),
    email: quoted('helpline@dmhc.ca.gov', DIRECTORY_QUOTED),
    website: agency('www.HealthHelp.ca.gov', DMHC_SOURCE),
    hours: quoted('Monday to Friday, 8 am to 6 pm', DIRECTORY_QUOTED),
    note: 'The department strongly encourages filing online. Send copies, never originals.',
  },
  CDI: {
    name: 'Department of Insurance, Health Claims Bureau',
    shortName: 'CDI',
    phone: agency('1-800-927-4357', CDI_GUIDE),
    tty: quoted('1-800-482-4833', DIRECTORY_QUOTED),
    fax: quoted('213-897-9641', CDI_QUOTED),
    address: quoted(
      'California Department of Insurance\nHealth Claims Bureau\n300 South Spring Street, South Tower\nLos Angeles, CA 90013',
      CDI_QUOTED,
    ),
    website: agency('www.insurance.ca.gov', CDI_GUIDE),
    note: 'Send copies, never originals.',
  },
};

/** Others who decide or help when the two departments do not. */
export const OTHER_HELP: readonly AgencyContact[] = [
  {
    name: 'State Hearings Division, Department of Social Services',
    shortName: 'State Hearings',
    phone: unchecked('1-800-743-8525'),
    website: agency('www.cdss.ca.gov/hearing-requests', 'cdss.ca.gov, Hearing Requests'),
  },
  {
    name: 'Medi-Cal Managed Care Ombudsman',
    shortName: 'Ombudsman',
    phone: unchecked('1-888-452-8609'),
  },
  {
    name: 'Employee Benefits Security Administration, Department of Labor',
    shortName: 'EBSA',
    phone: quoted('1-866-444-3272', 'A published directory of help with health-plan appeals'),
    note: 'For self-funded employer plans, which no California department regulates.',
  },
  {
    name: 'Health Insurance Counseling and Advocacy Program',
    shortName: 'HICAP',
    phone: unchecked('1-800-434-0222'),
    note: 'For Medicare appeals.',
  },
  {
    name: 'Health Consumer Alliance',
    shortName: 'HCA',
    phone: agency('1-888-804-3536', 'ca.gov, page of the Department of Managed Health Care'),
    note: 'Free local help, paid for by the department.',
  },
];

/** What each regulator means for the client's way out. */
export const REGULATOR_MEANS: Readonly<Record<Regulator, string>> = {
  DMHC: 'Grievance under the Knox-Keene Act, then an IMR with the DMHC.',
  CDI: 'Appeal under the Insurance Code, then an IMR with the CDI.',
  none: 'No California IMR: a State Hearing or a federal review instead.',
  unknown: 'Read the Evidence of Coverage, or apply to the DMHC, which checks the license at intake.',
};

export const CHECKED_WORDS: Readonly<Record<Checked, string>> = {
  agency: 'from the agency itself',
  quoted: 'quoted by others',
  unchecked: 'not yet checked',
};
