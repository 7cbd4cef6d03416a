import { useQuery } from '@tanstack/react-query';
import { Card, Notice } from '@tongban/ui';
import { Link, useParams, useSearchParams } from 'react-router';
import { evaluateBundle, getBundleGuide } from '@tongban/server/src/modules/bundles/contract.ts';
import { createBundleDraft } from '@tongban/server/src/modules/intake/contract.ts';
import { api } from '../../shared/api.ts';
import { readAnswers, writeAnswers } from '../../shared/items/answers.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import type { Account } from '../../shared/session/session.ts';
import { OwnDrafts } from './StartPage.tsx';
import { text } from './text.ts';
import { WhomFor } from './WhomFor.tsx';
import './apply.css';

const t = text.bundle;

function Loaded({ bundleId, account }: { bundleId: string; account: Account }) {
  const [params] = useSearchParams();
  const answers = readAnswers(params.get('answers'));
  const guide = useQuery({ queryKey: [getBundleGuide.id, bundleId], queryFn: () => api.call(getBundleGuide, { params: { bundleId } }), meta: { public: true } });
  const outcome = useQuery({ queryKey: [evaluateBundle.id, bundleId, answers], queryFn: () => api.call(evaluateBundle, { params: { bundleId }, body: { answers } }), meta: { public: true } });
  if (!guide.data) return <div className="page"><Answer query={guide}>{() => null}</Answer></div>;
  const { name, audience } = guide.data;
  return (
    <Page title={t.start} windowTitle={`${t.start}：${name}`} lead={<p>{name}</p>} trail={[{ to: links.bundles(), label: t.title }, { to: links.bundle(bundleId), label: name }]} narrow>
      <Answer query={outcome}>
        {(found) => (found.nextQuestion !== null
          ? <Notice actions={<ButtonLink variant="primary" to={links.bundle(bundleId, writeAnswers(found.answers))}>{text.start.toGuidance}</ButtonLink>}><p>{t.notReady}</p></Notice>
          : (
            <WhomFor
              ownAllowed={audience === 'person'} choices={account.session.actingChoices.filter((choice) => choice.kind === audience)} account={account}
              begin={(idempotencyKey) => api.call(createBundleDraft, { params: { bundleId }, body: { guidance: found.answers } }, { idempotencyKey })}
            >
              <OwnDrafts bundleId={bundleId} />
              <Card title={t.answers} aside={<Link to={links.bundle(bundleId, '')}>{t.change}</Link>}>
                <ol className="apply-bundle">{found.items.map((item) => <li key={item.key}><b>{item.name}</b><span className="muted">{item.departmentName}</span></li>)}</ol>
              </Card>
            </WhomFor>
          ))}
      </Answer>
    </Page>
  );
}

/** Between the questions of a bundle and its form: who applies, drafts already begun. */
export function BundleStartPage() {
  const { bundleId = '' } = useParams();
  return <RequireAccount>{(account) => <Loaded bundleId={bundleId} account={account} />}</RequireAccount>;
}
