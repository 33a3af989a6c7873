import { type ReactNode, useId } from 'react';

/** An SVG that is read as one picture: by its label, or by its title and description. */
export function Drawing({
  className,
  width,
  height,
  label,
  title,
  description,
  children,
}: {
  className: string;
  width: number;
  height: number;
  children: ReactNode;
} & (
  | { label: string; title?: undefined; description?: undefined }
  | { label?: undefined; title: string; description: string }
)) {
  const id = useId();
  const described = title === undefined ? undefined : `${id}-t ${id}-d`;
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img element cannot hold a drawing made in the page
      role="img"
      aria-label={label}
      aria-labelledby={described}
    >
      {title === undefined ? null : (
        <>
          <title id={`${id}-t`}>{title}</title>
          <desc id={`${id}-d`}>{description}</desc>
        </>
      )}
      {children}
    </svg>
  );
}
