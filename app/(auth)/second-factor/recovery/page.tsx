import type { Metadata } from 'next';
import { ownPath, stepTo } from '@/lib/access/own-path.ts';
import { requireState } from '@/lib/access/session.ts';
import { StepPage } from '../../step-page.tsx';
import { OtherAccount } from '../other-account.tsx';
import { RecoveryForm } from './form.tsx';

export const metadata: Metadata = { title: 'Recovery code' };

export default async function RecoveryPage({ searchParams }: PageProps<'/second-factor/recovery'>) {
  const to = ownPath((await searchParams)['to']);
  await requireState(['factor-owed'], to);
  return (
    <StepPage
      title="Recovery code"
      lead="Type one of the codes you kept when you set up your authenticator. Each opens once."
      foot={
        <>
          <p>
            <a className="link" href={stepTo('/second-factor', to)}>
              Use the authenticator after all
            </a>
          </p>
          <p className="quiet">
            Neither at hand? An administrator of your office can take the authenticator off your account.
          </p>
          <OtherAccount />
        </>
      }
    >
      <RecoveryForm to={to} />
    </StepPage>
  );
}
