import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm, type DateValue, dateValuesOf, leadOf } from '../cases/case-form.ts';
import type { Denial } from '../cases/case-record.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import type { Basis } from '../db/vocabulary.ts';

export type DenialValues = {
  readonly letterOn: DateValue;
  readonly receivedOn: DateValue;
  readonly servicesEndOn: DateValue;
  readonly service: string;
  readonly bases: readonly Basis[];
  readonly contractProvision: string;
  readonly serviceReceived: boolean;
  /** Only Medi-Cal lets services go on while a cut is disputed. */
  readonly asksWhenServicesEnd: boolean;
};

export async function readDenialForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<DenialValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { denial, line } = source.record;
  return {
    case: source.case,
    lead: leadOf(source),
    barred: barredWhenClosed(source.record),
    isCorrection: denial !== null && isRecorded(denial),
    values: {
      ...dateValuesOf(denial, ['letterOn', 'receivedOn', 'servicesEndOn']),
      service: denial?.service ?? '',
      bases: denial?.bases ?? [],
      contractProvision: denial?.contractProvision ?? '',
      serviceReceived: denial?.serviceReceived ?? false,
      asksWhenServicesEnd:
        line?.program === 'medi-cal' ||
        line?.program === 'medicare-medi-cal' ||
        Boolean(denial?.servicesEndOn),
    },
  };
}

/** Intake stores a denial of which nothing may be known yet. */
const isRecorded = (denial: Denial): boolean =>
  [denial.letterOn, denial.receivedOn, denial.servicesEndOn].some((date) => date !== null) ||
  denial.service !== '' ||
  denial.contractProvision !== '' ||
  denial.bases.length > 0 ||
  denial.serviceReceived;
