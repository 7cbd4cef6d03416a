import { useQuery, useQueryClient } from '@tanstack/react-query';
import { pathOfPoint, type PlacedPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { automationModelLabels, getCaseAutomation, runOutcomeLabels, takeOverCase, type CaseAutomation } from '@tongban/server/src/modules/decisioning/contract.ts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { Checks, Explanation } from '../../../shared/decisions/Explanation.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import type { Stage, Tick } from '../review-points.ts';
import { text } from '../text.ts';

const words = text.automation;
const tones: Record<CaseAutomation['outcome'], Tone> = { 'working': 'todo', 'approved': 'done', 'suggested': 'todo', 'to-person': 'warning', 'taken-over': 'neutral' };

export interface Adopted { opinion: string; ticks: Record<string, Tick> }

interface AutomationProps {
  view: CaseView;
  stage: Stage | undefined;
  /** The points of that step; a suggestion speaks of every step's. */
  points: readonly PlacedPoint[];
  onRefresh: () => void;
  onAdopt: (adopted: Adopted) => void;
}

/** The platform's part in the case: what it did or suggests, by which rules, and how to take the case into one's own hands. */
export function Automation({ view, stage, points, onRefresh, onAdopt }: AutomationProps) {
  const { message } = App.useApp();
  const [taking, setTaking] = useState(false);
  const [open, setOpen] = useState(false);
  const found = useQuery({ queryKey: [getCaseAutomation.id, view.id, view.version], placeholderData: (before) => before, queryFn: () => api.call(getCaseAutomation, { params: { caseId: view.id } }) });
  const automation = found.data?.automation;
  if (!automation) return null;
  const { suggestion } = automation;
  const adopt = () => {
    if (!suggestion) return;
    const asked = new Set(points.map(({ materialKey, point }) => pathOfPoint(materialKey, point.key)));
    const ticks = suggestion.points.map(({ materialKey, pointKey, satisfied, because }): [string, Tick] => [pathOfPoint(materialKey, pointKey), { satisfied, ...(satisfied ? {} : { remark: because }) }]).filter(([path]) => asked.has(path));
    onAdopt({ opinion: suggestion.opinion, ticks: Object.fromEntries(ticks) });
    void message.success(words.adopted(ticks.length));
  };
  return (
    <section className="automation-card" aria-label={words.title}>
      <h2 className="side__title">{words.title}<Tag tone={tones[automation.outcome]}>{runOutcomeLabels[automation.outcome]}</Tag></h2>
      <p className="muted small">{automationModelLabels[automation.model]}{automation.ruleVersionNumber === null ? '' : `　${words.rules(automation.ruleVersionNumber)}`}</p>
      {automation.reason ? <p className="small">{automation.reason}</p> : null}
      {suggestion ? <p className="small"><Tag tone={suggestion.favourable ? 'done' : 'warning'}>{suggestion.favourable ? words.favourable : words.doubtful}</Tag> {suggestion.opinion}</p> : null}
      <p className="automation-card__actions">
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen((before) => !before)}>{open ? words.less : words.more}</button>
        {suggestion && stage ? <Button size="small" type="primary" onClick={adopt}>{words.adopt}</Button> : null}
        {automation.abilities.takeOver ? <Button size="small" onClick={() => setTaking(true)}>{words.takeOver}</Button> : null}
      </p>
      {open ? <><Checks checks={automation.checks} /><Explanation explanation={automation.explanation} /></> : null}
      {taking ? <TakeOverDialog view={view} onClose={() => setTaking(false)} onDone={() => { setTaking(false); onRefresh(); }} /> : null}
    </section>
  );
}

function TakeOverDialog({ view, onClose, onDone }: { view: CaseView; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const [reason, setReason, forget] = useTyped(`case.${view.id}.take-over`, '');
  const action = useAction(takeOverCase);
  const missing = useMissing({ 'take-over-reason': reason.trim().length < 5 && sharedText.missing.atLeast(words.reason, 5) });
  const send = () => {
    if (!missing.check()) return;
    void action.run({ params: { caseId: view.id }, body: { version: view.version, reason: reason.trim() } }, () => {
      forget();
      void message.success(words.takenOver);
      void client.invalidateQueries({ queryKey: [getCaseAutomation.id] });
      onDone();
    });
  };
  return (
    <Modal open title={words.takeOver} okText={words.takeOver} confirmLoading={action.busy} width={480} onCancel={onClose} onOk={send}>
      <p className="muted">{words.takeOverLead}</p>
      <ProblemAlert problem={action.problem} onRefresh={onDone} />
      <label className="part__label" htmlFor="take-over-reason">{words.reason}</label>
      <Input.TextArea id="take-over-reason" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
      <Lack text={missing.of('take-over-reason')} />
    </Modal>
  );
}
