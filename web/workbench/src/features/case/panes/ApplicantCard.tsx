import { identityCheckLabels } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { downloadCaseFile, type CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { PurposeDialog } from '../../../shared/PurposeDialog.tsx';
import { useApplication } from '../case-data.ts';
import { text } from '../text.ts';

/** Whose case it is, who filed it, and for which situation. */
export function ApplicantCard({ view }: { view: CaseView }) {
  const { applicant, agent, filer } = view;
  return (
    <section className="applicant" aria-label={text.applicant.title}>
      <p className="applicant__name"><strong>{applicant.name}</strong><span className="faint small">{text.applicant[applicant.kind]}</span></p>
      <p className="number small muted">{[applicant.documentNumber, applicant.mobile].filter(Boolean).join('　')}</p>
      {filer ? <p className="small"><span className="muted">{text.applicant[filer.kind]}：</span>{filer.name}</p> : null}
      {agent ? <Agent view={view} agent={agent} /> : null}
      <p className="small"><span className="muted">{text.applicant.situation}：</span>{view.situationName}</p>
    </section>
  );
}

/** Who stood at the counter for the applicant, and by what; the numbers in full for a purpose that is recorded. */
function Agent({ view, agent }: { view: CaseView; agent: NonNullable<CaseView['agent']> }) {
  const [purpose, setPurpose] = useState<string>();
  const [asking, setAsking] = useState(false);
  const { letter } = agent;
  return (
    <div className="applicant__agent">
      <p className="small"><span className="muted">{agent.role}：</span>{agent.name}{agent.mandated ? <Tag tone="done">{text.applicant.mandated}</Tag> : null}</p>
      {purpose === undefined
        ? <p className="number small muted">{[agent.documentNumber, agent.mobile].filter(Boolean).join('　')} {view.abilities.readFull ? <button type="button" className="link-button" onClick={() => setAsking(true)}>{text.applicant.reveal}</button> : null}</p>
        : <AgentNumbers caseId={view.id} purpose={purpose} />}
      <p className="small muted">{identityCheckLabels[agent.identifiedBy]}，{letter ? <a href={api.url(downloadCaseFile, { params: { caseId: view.id, fileId: letter.id } })} target="_blank" rel="noreferrer">{text.applicant.letter}</a> : agent.authorityLabel}</p>
      <PurposeDialog open={asking} onClose={() => setAsking(false)} onConfirm={(given) => { setPurpose(given); setAsking(false); }} />
    </div>
  );
}

function AgentNumbers({ caseId, purpose }: { caseId: string; purpose: string }) {
  const { data } = useApplication(caseId, purpose);
  return <p className="number small">{[data?.agent?.documentNumber, data?.agent?.mobile].filter(Boolean).join('　')}</p>;
}
