import type { ReactNode } from 'react';
import { Crumbs } from '@/components/page-head.tsx';
import type { FormCase } from '@/lib/cases/case-form.ts';

/** The head of a page about one of the case's papers. */
export function PaperHead({
  of,
  documentTitle,
  title,
  lead,
  children,
}: {
  of: FormCase;
  /** Where the page is about one document: a task on it, or the document itself. */
  documentTitle?: { readonly href?: string; readonly label: string };
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="wrap page-head doc-head">
      <div>
        <Crumbs
          trail={[
            { href: '/cases', label: 'Cases' },
            { href: `/cases/${of.id}`, label: `${of.clientName} ${of.number}` },
            ...(documentTitle ? [{ href: `/cases/${of.id}/documents`, label: 'Documents' }] : []),
            ...(documentTitle?.href ? [{ href: documentTitle.href, label: documentTitle.label }] : []),
          ]}
        />
        <h1>{title}</h1>
        {lead ? <p className="lead quiet">{lead}</p> : null}
        {children}
      </div>
    </header>
  );
}
