import { type Letter, strong } from '../../mail/letter.ts';
import { type StaffReminder, staffLetter } from './staff-letter.ts';

export type StaffNudge = Omit<StaffReminder, 'rung' | 'recipient'> & {
  readonly rung: string;
  /** Who asks, and who is asked. */
  readonly senderName: string;
  readonly ownerName: string;
  /** Which of the two this copy is for. */
  readonly to: 'owner' | 'sender';
};

/** A reminder that a colleague asked for, with who asks. Its subject tells as little as any reminder's. */
export function staffNudge({ senderName, ownerName, to, ...reminder }: StaffNudge): Letter {
  const isCopy = to === 'sender';
  const letter = staffLetter({
    ...reminder,
    recipient: { name: isCopy ? senderName : ownerName, why: '' },
  });
  return {
    ...letter,
    paragraphs: [
      isCopy
        ? [`You asked `, strong(ownerName), ' to look at this clock today. This is your copy.']
        : [strong(senderName), ' asks you to look at this clock today.'],
      ...letter.paragraphs,
    ],
    footnote: isCopy
      ? `You get this because you nudged ${ownerName}.`
      : `You get this because ${senderName} nudged you. The case keeps that they did.`,
  };
}
