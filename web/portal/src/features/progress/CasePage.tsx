import { useQuery } from '@tanstack/react-query';
import { Badge, Button } from '@tongban/ui';
import { MessageSquareWarning, Printer, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { caseStatusLabels, getCase, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { api } from '../../shared/api.ts';
import { toneOfCase } from '../../shared/cases/case-tone.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { NotMine } from '../../shared/session/NotMine.tsx';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import { AutomationNotice } from './AutomationNotice.tsx';
import { CaseBundle } from './CaseBundle.tsx';
import { CaseMessages } from './CaseMessages.tsx';
import { CaseApplicationCard, CaseInfo, CaseMaterials, CaseNotices, CaseSpecials, CaseTimeline } from './CaseParts.tsx';
import { ClockCard } from './ClockCard.tsx';
import { GivenRating } from './GivenRating.tsx';
import { ParcelCard } from './ParcelCard.tsx';
import { SelfBuiltCard } from './SelfBuiltCard.tsx';
import { text } from './text.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import './progress.css';

const trail = [{ to: links.space(), label: text.case.space }, { to: links.space('cases'), label: text.case.mine }];

function Case({ one }: { one: CaseView }) {
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <Page
      title={one.itemName} windowTitle={`${one.itemName} ${one.number}`}
      trail={trail}
      lead={(
        <p className="case-head">
          <Badge tone={toneOfCase(one)}>{caseStatusLabels[one.status]}</Badge>
          <span>{text.case.number(one.number)}</span>
        </p>
      )}
      aside={(
        <div className="tb-button-row tb-no-print">
          <ButtonLink variant="quiet" icon={<MessageSquareWarning size={20} aria-hidden="true" />} to={links.reportStuckMatter({ caseNumber: one.number })}>{text.case.stuck}</ButtonLink>
          <Button variant="quiet" icon={<Printer size={20} aria-hidden="true" />} onClick={() => window.print()}>{text.case.print}</Button>
          {one.abilities.withdraw && <Button variant="danger" icon={<Undo2 size={18} aria-hidden="true" />} onClick={() => setWithdrawing(true)}>{text.withdraw.action}</Button>}
        </div>
      )}
    >
      <div className="stack">
        <CaseBundle caseId={one.id} />
        <CaseMessages one={one} />
        <GivenRating one={one} />
        <AutomationNotice one={one} />
        <SelfBuiltCard one={one} />
        <div className="columns case-columns">
          <div className="stack">
            <CaseTimeline one={one} />
            <CaseSpecials one={one} />
            <CaseMaterials one={one} />
            <CaseApplicationCard one={one} />
          </div>
          <div className="stack">
            <ClockCard one={one} />
            <ParcelCard one={one} />
            <CaseNotices one={one} />
            <CaseInfo one={one} />
          </div>
        </div>
      </div>
      <WithdrawDialog one={one} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </Page>
  );
}

function LoadedCase({ caseId }: { caseId: string }) {
  const found = useQuery({ queryKey: ['cases.get-case', caseId], queryFn: () => api.call(getCase, { params: { caseId } }), staleTime: 5_000 });
  if (found.data) return <Case one={found.data} />;
  const answer = <Answer query={found} lines={10} missing={<NotMine error={found.error} />}>{() => null}</Answer>;
  return found.isError ? <Page title={text.case.page} trail={trail}>{answer}</Page> : <div className="page">{answer}</div>;
}

/** Everything about one case for its applicant: what to do now, the clock, what happened, the documents. */
export function CasePage() {
  const { caseId = '' } = useParams();
  return <RequireAccount>{() => <LoadedCase caseId={caseId} />}</RequireAccount>;
}
