import { LinkButton } from '@/components/button.tsx';
import { LateShape } from '@/components/mark.tsx';
import type { Violation } from '@/lib/errors.ts';

/** In place of a form that would be refused as things stand. */
export function PaperBarred({
  violation: { message, rule, remedy },
  back,
}: {
  violation: Violation;
  back: { readonly href: string; readonly label: string };
}) {
  return (
    <div className="wrap rec-form doc-barred">
      <section className="summary" aria-label="Why this cannot be done here">
        <div className="err">
          <LateShape />
          <p>
            <strong>{message}</strong>
          </p>
        </div>
        {rule ? <p>{rule}</p> : null}
        {remedy ? <p>{remedy}</p> : null}
      </section>
      <div className="btns">
        <LinkButton tall href={back.href}>
          {back.label}
        </LinkButton>
      </div>
    </div>
  );
}
