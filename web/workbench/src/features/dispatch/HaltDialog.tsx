import { haltDispatchRuleSet, resumeDispatchRuleSet, type DispatchRuleSet } from '@tongban/server/src/modules/dispatch/contract.ts';
import { App, Input, Modal } from 'antd';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as shared } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';
import { useRefresh } from './use-refresh.ts';

const words = text.rules;

/** Stops a dispatch rule set for a reason, or lets it count again. */
export function HaltDialog({ ruleSet, onClose }: { ruleSet: DispatchRuleSet; onClose: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason, forget] = useTyped(`dispatch.halt.${ruleSet.ruleSetId}`, '');
  const [halt, resume] = [useAction(haltDispatchRuleSet), useAction(resumeDispatchRuleSet)];
  const refresh = useRefresh();
  const stops = ruleSet.halted === null;
  const missing = useMissing({ 'dispatch-reason': stops && reason.trim().length < 2 && shared.missing.atLeast(text.reason, 2) });
  const params = { ruleSetId: ruleSet.ruleSetId };
  const done = () => {
    forget();
    void message.success(stops ? words.haltDone : words.resumeDone);
    refresh();
    onClose();
  };
  const send = () => {
    if (!missing.check()) return;
    void (stops ? halt.run({ params, body: { reason: reason.trim() } }, done) : resume.run({ params }, done));
  };
  return (
    <Modal
      open title={stops ? words.haltTitle : words.resumeTitle} okText={stops ? words.halt : words.resume} okButtonProps={{ danger: stops }} cancelText={text.cancel} confirmLoading={halt.busy || resume.busy}
      onOk={send} onCancel={onClose} width={480}
    >
      <p className="list__strong">{ruleSet.name}</p>
      <p className="muted dispatch-lead">{stops ? words.haltLead : words.resumeLead}</p>
      <ProblemAlert problem={halt.problem ?? resume.problem} onRefresh={() => { refresh(); onClose(); }} />
      {stops ? (
        <div className="dispatch-field">
          <label htmlFor="dispatch-reason">{text.reason}</label>
          <Input.TextArea id="dispatch-reason" rows={3} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} autoFocus />
          {missing.of('dispatch-reason') ? <Lack text={missing.of('dispatch-reason')} /> : <p className="faint small">{text.reasonRule}</p>}
        </div>
      ) : null}
    </Modal>
  );
}
