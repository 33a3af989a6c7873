import { Crumbs } from '@/components/page-head.tsx';

/** The way back to the case, with its number. */
export function CaseCrumbs({
  of,
  under,
}: {
  of: { readonly id: string; readonly number: string; readonly clientName: string };
  /** The page of the case that this one belongs to. */
  under?: { readonly href: string; readonly label: string };
}) {
  return (
    <Crumbs
      trail={[
        { href: '/cases', label: 'Cases' },
        { href: `/cases/${of.id}`, label: of.clientName },
        ...(under ? [under] : []),
      ]}
    >
      <span className="tab">{of.number}</span>
    </Crumbs>
  );
}
