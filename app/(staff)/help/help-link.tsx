import { CircleHelp } from 'lucide-react';
import { requireAccess } from '@/lib/access/session.ts';
import type { HelpTopic } from '@/lib/help/grounds.ts';
import { wordsIn } from '@/lib/words/words.ts';

/** A question mark beside what it explains. */
export async function HelpLink({ topic }: { topic: HelpTopic }) {
  const { actor } = await requireAccess();
  const { help } = wordsIn(actor.language);
  const label = help.about(help.topics[topic].title);
  return (
    <a className="help-link" href={`/help/${topic}`} title={label} aria-label={label}>
      <CircleHelp className="i" size={18} aria-hidden="true" />
    </a>
  );
}
