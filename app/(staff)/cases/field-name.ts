/** The input names of one noun's fields: bare on its own form, with the noun before them at intake. */
export const fieldNames =
  (prefix: string) =>
  (name: string): string =>
    prefix ? `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
