'use client';

import { useState } from 'react';

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

type Theme = (typeof THEMES)[number]['value'];

const ONE_YEAR_S = 31_536_000;

function apply(theme: Theme) {
  document.cookie = `theme=${theme}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Light, dark or as the system has it; kept in the cookie `theme` on this device. */
export function ThemeSwitch({ saved }: { saved?: string }) {
  const [theme, setTheme] = useState<Theme>(saved === 'light' || saved === 'dark' ? saved : 'system');
  const choose = (next: Theme) => {
    setTheme(next);
    apply(next);
  };
  return (
    <fieldset>
      <legend className="vh">Theme</legend>
      <div className="seg">
        {THEMES.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={() => choose(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
