import type { ComponentProps } from 'react';

type Look = {
  /** One a view. */
  primary?: boolean;
  tall?: boolean;
  bare?: boolean;
};

function classOf({ primary, tall, bare }: Look, extra?: string) {
  return ['btn', tall && 'tall', primary && 'go', bare && 'bare', extra].filter(Boolean).join(' ');
}

export function Button({
  primary,
  tall,
  bare,
  className,
  type = 'button',
  ...rest
}: Look & ComponentProps<'button'>) {
  return <button type={type} className={classOf({ primary, tall, bare }, className)} {...rest} />;
}

export function LinkButton({
  primary,
  tall,
  bare,
  className,
  children,
  ...rest
}: Look & ComponentProps<'a'>) {
  return (
    <a className={classOf({ primary, tall, bare }, className)} {...rest}>
      {children}
    </a>
  );
}
