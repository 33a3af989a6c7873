import { LateShape } from './mark.tsx';

/** What is wrong, the rule, and what to do; the value stays in the field. */
export function FieldError({
  id,
  error,
}: {
  id: string;
  error: { message: string; rule?: string; remedy?: string };
}) {
  return (
    <div className="err" id={id}>
      <LateShape />
      <p>
        <strong>{error.message}</strong>
        {error.rule ? ` ${error.rule}` : null}
        {error.remedy ? ` ${error.remedy}` : null}
      </p>
    </div>
  );
}
