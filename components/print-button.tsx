'use client';

import { Printer } from 'lucide-react';
import { Button } from './button.tsx';

export function PrintButton({ label }: { label: string }) {
  return (
    <Button onClick={() => window.print()}>
      <Printer className="i" size={16} aria-hidden="true" />
      {label}
    </Button>
  );
}
