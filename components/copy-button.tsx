import { Check, Copy } from 'lucide-react';
import { CopyAct } from './copy-act.tsx';

/** Copies `text` and says so; small, it is an icon whose name is `label`. */
export function CopyButton(props: { text: string; label: string; primary?: boolean; small?: boolean }) {
  const size = props.small ? 14 : 16;
  return (
    <CopyAct
      {...props}
      rest={<Copy className="i" size={size} aria-hidden="true" />}
      done={<Check className="i" size={size} aria-hidden="true" />}
    />
  );
}
