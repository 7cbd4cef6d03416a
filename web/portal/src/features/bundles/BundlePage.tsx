import { useQuery } from '@tanstack/react-query';
import { Button, Card, Notice } from '@tongban/ui';
import { ListChecks, Printer } from 'lucide-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { getBundleGuide } from '@tongban/server/src/modules/bundles/contract.ts';
import { api } from '../../shared/api.ts';
import { readAnswers } from '../../shared/items/answers.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import type { BundleGuide } from './bundle-guide.ts';
import { BundleWalk } from './BundleWalk.tsx';
import { Telephones } from './Telephones.tsx';
import { text } from './text.ts';
import './bundles.css';

/** A bundle: what it is, then its questions one by one, then everything that follows from the answers; all in the address. */
export function BundlePage() {
  const { bundleId = '' } = useParams();
  const [params] = useSearchParams();
  const guide = useQuery({ queryKey: [getBundleGuide.id, bundleId], queryFn: () => api.call(getBundleGuide, { params: { bundleId } }), meta: { public: true } });
  if (!guide.data) return <div className="page"><Answer query={guide} lines={10}>{() => null}</Answer></div>;
  const answers = params.get('answers');
  const walking = answers !== null || guide.data.questions.length === 0;
  return walking ? <BundleWalk guide={guide.data} answers={readAnswers(answers)} /> : <Start guide={guide.data} />;
}

function Start({ guide }: { guide: BundleGuide }) {
  return (
    <Page
      title={guide.name} trail={[{ to: links.bundles(), label: text.title }]}
      lead={<>{guide.summary && <p>{guide.summary}</p>}{guide.leadDepartmentName && <p className="muted">{text.lead_(guide.leadDepartmentName)}</p>}</>}
    >
      <div className="stack">
        <Card>
          <p className="bundle-invite">{text.questions(guide.questions.length)}</p>
          <div className="tb-button-row tb-no-print">
            <ButtonLink variant="primary" size="large" to={links.bundle(guide.id, '')} icon={<ListChecks size={20} aria-hidden="true" />}>{text.start}</ButtonLink>
            <Button variant="quiet" icon={<Printer size={20} aria-hidden="true" />} onClick={() => window.print()}>{text.print}</Button>
          </div>
        </Card>
        {guide.notes.length > 0 && <Notice title={text.notes}><ul>{guide.notes.map((note) => <li key={note}>{note}</li>)}</ul></Notice>}
        <Card title={text.items}>
          <p className="muted">{text.itemsHint}</p>
          <ul className="bundle-items">
            {guide.items.map((item) => <li key={item.itemId}><Link to={links.item(item.itemId)}>{item.name}</Link><span className="muted">{item.departmentName}</span></li>)}
          </ul>
        </Card>
        <Telephones guide={guide} />
      </div>
    </Page>
  );
}
