import { z } from 'zod';
import { caseForm, choice, optionalChoice, recordId } from '../input-fields.ts';

/** Two hundred exhibits are more than any application has had. */
const MOST_EXHIBITS = 200;

export const packetInput = () =>
  z.object({
    ...caseForm,
    channel: choice(['fax', 'mail'], 'Choose how the packet goes: by fax or by mail.'),
    regulator: optionalChoice(['DMHC', 'CDI'], 'Choose the department it goes to.'),
    exhibitIds: z
      .union([z.array(recordId), recordId.transform((id) => [id]), z.literal('').transform(() => [])])
      .default([])
      .transform((ids) => [...new Set(ids)])
      .pipe(z.array(z.string()).max(MOST_EXHIBITS, `A packet takes ${MOST_EXHIBITS} exhibits at most.`)),
  });

export type PacketInput = z.infer<ReturnType<typeof packetInput>>;
