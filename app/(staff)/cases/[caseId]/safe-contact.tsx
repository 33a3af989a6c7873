import {
  Clock,
  Languages,
  type LucideIcon,
  Mail,
  MailX,
  MessageSquare,
  MessageSquareOff,
  Phone,
  ShieldAlert,
  Voicemail,
} from 'lucide-react';
import type { Client } from '@/lib/cases/case-record.ts';
import { type ContactWay, safeContactRules } from '@/lib/clients/safe-contact.ts';

const ICONS: Readonly<Record<ContactWay, { readonly allowed: LucideIcon; readonly forbidden: LucideIcon }>> =
  {
    language: { allowed: Languages, forbidden: Languages },
    hours: { allowed: Phone, forbidden: Clock },
    voicemail: { allowed: Voicemail, forbidden: Voicemail },
    text: { allowed: MessageSquare, forbidden: MessageSquareOff },
    paper: { allowed: Mail, forbidden: MailX },
    email: { allowed: Mail, forbidden: MailX },
    note: { allowed: ShieldAlert, forbidden: ShieldAlert },
  };

/** How the client may be reached; what is forbidden is bold. */
export function SafeContact({ client }: { client: Client }) {
  return safeContactRules(client).map(({ way, text, forbidden }) => {
    const Icon = forbidden ? ICONS[way].forbidden : ICONS[way].allowed;
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
