import type { Metadata } from 'next';
import { ownPath, stepTo } from '@/lib/access/own-path.ts';
import { requireState } from '@/lib/access/session.ts';
import { StepPage } from '../step-page.tsx';
import { CodeForm } from './form.tsx';
import { OtherAccount } from './other-account.tsx';

export const metadata: Metadata = { title: 'Second step' };

export default async function SecondFactorPage({ searchParams }: PageProps<'/second-factor'>) {
  const to = ownPath((await searchParams)['to']);
  await requireState(['factor-owed'], to);
  return (
    <StepPage
      title="Second step"
      lead="Your password was right. Type the six digits your authenticator shows for Recourse."
      foot={
        <>
          <p>
            No authenticator at hand?{' '}
            <a className="link" href={stepTo('/second-factor/recovery', to)}>
              Use a recovery code
            </a>
          </p>
          <OtherAccount />
        </>
      }
    >
      <CodeForm to={to} />
    </StepPage>
  );
}
