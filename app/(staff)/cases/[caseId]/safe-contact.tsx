import {
  AtSign,
  Languages,
  type LucideIcon,
  Mail,
  MailX,
  MessageSquare,
  Phone,
  ShieldAlert,
  Voicemail,
} from 'lucide-react';
import type { Client } from '@/lib/cases/case-record.ts';
import { type ContactWay, safeContactRules } from '@/lib/clients/safe-contact.ts';

const ICONS: Readonly<Record<ContactWay, LucideIcon>> = {
  language: Languages,
  hours: Phone,
  voicemail: Voicemail,
  text: MessageSquare,
  paper: Mail,
  email: AtSign,
  never: MailX,
  note: ShieldAlert,
};

/** How the client may be reached; what is forbidden is bold. */
export function SafeContact({ client }: { client: Client }) {
  return safeContactRules(client).map(({ way, text, forbidden }) => {
    const Icon = ICONS[way];
    return (
      <li key={way}>
        <Icon className="i" size={16} aria-hidden="true" />
        <span>
          {text}
          {forbidden ? <b>{forbidden}</b> : null}
        </span>
      </li>
    );
  });
}
