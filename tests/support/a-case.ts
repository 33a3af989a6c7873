import { grievanceInput } from '../../lib/grievances/input.ts';
import { logGrievance } from '../../lib/grievances/log-grievance.ts';
import { hearingInput } from '../../lib/hearings/input.ts';
import { recordHearing } from '../../lib/hearings/record-hearing.ts';
import { fileImr } from '../../lib/imr/file-imr.ts';
import { imrAcceptanceInput, imrFilingInput } from '../../lib/imr/input.ts';
import { recordAcceptance } from '../../lib/imr/record-acceptance.ts';
import { planDecisionInput } from '../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../lib/plan-decisions/log-plan-decision.ts';
import { type Line, type TestOffice, valueOf } from './office.ts';

type Step = (office: TestOffice, caseId: string) => Promise<unknown>;
type Basis = 'medical-necessity' | 'experimental' | 'emergency-or-urgent' | 'not-covered' | 'other';

/** A case told as its story; every step is recorded by the real command on the day it happened. */
export class CaseStory {
  readonly #intake: { on: string; line?: Line } & Record<string, unknown>;
  readonly #steps: readonly Step[];

  constructor(intake: { on: string; line?: Line } & Record<string, unknown>, steps: readonly Step[] = []) {
    this.#intake = intake;
    this.#steps = steps;
  }

  denied(on: string, ...bases: Basis[]): CaseStory {
    return new CaseStory({ ...this.#intake, on, denialLetterOn: on, denialBases: bases }, this.#steps);
  }

  withGrievance(receivedOn: string, more: Record<string, unknown> = {}): CaseStory {
    return this.after(async (office, caseId) =>
      valueOf(
        await office.run(logGrievance, grievanceInput, { caseId, receivedOn, ...more }, { on: receivedOn }),
      ),
    );
  }

  expedited(receivedOn: string): CaseStory {
    return this.withGrievance(receivedOn, { expedited: 'on', certifiedBy: 'Dr. Amrit Sethi' });
  }

  answered(letterOn: string, outcome: 'upheld' | 'overturned' | 'partly-overturned' = 'upheld'): CaseStory {
    return this.after(async (office, caseId) =>
      valueOf(
        await office.run(logPlanDecision, planDecisionInput, { caseId, outcome, letterOn }, { on: letterOn }),
      ),
    );
  }

  hearing(dates: { requestedOn?: string; heldOn?: string }): CaseStory {
    const on = dates.heldOn ?? dates.requestedOn ?? '';
    return this.after(async (office, caseId) =>
      valueOf(await office.run(recordHearing, hearingInput, { caseId, ...dates }, { on })),
    );
  }

  filed(appliedOn: string, regulator: 'DMHC' | 'CDI' = 'DMHC'): CaseStory {
    return this.after(async (office, caseId) =>
      valueOf(
        await office.run(fileImr, imrFilingInput, filing(caseId, appliedOn, { regulator }), {
          on: appliedOn,
        }),
      ),
    );
  }

  rejected(rejectedOn: string): CaseStory {
    return this.after(async (office, caseId) =>
      valueOf(
        await office.run(
          recordAcceptance,
          imrAcceptanceInput,
          { caseId, screening: 'rejected', screenedOn: rejectedOn, rejectionReason: 'A coverage dispute.' },
          { on: rejectedOn },
        ),
      ),
    );
  }

  /** Records the story and answers the case's id. */
  async in(office: TestOffice): Promise<string> {
    const caseId = await office.openCase(this.#intake);
    for (const step of this.#steps) await step(office, caseId);
    return caseId;
  }

  private after(step: Step): CaseStory {
    return new CaseStory(this.#intake, [...this.#steps, step]);
  }
}

export const aCase = (line: Line = 'dmhc', openedOn = '2026-01-05') => new CaseStory({ on: openedOn, line });

/** What a complete IMR filing form sends. */
export const filing = (caseId: string, appliedOn: string, more: Record<string, unknown> = {}) => ({
  caseId,
  regulator: 'DMHC',
  channel: 'online',
  destination: 'www.HealthHelp.ca.gov',
  confirmationNumber: 'C-5519037',
  appliedOn,
  ...more,
});
