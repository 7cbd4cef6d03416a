import type { Problem } from '@tongban/contract-kit';
import { Input, Modal } from 'antd';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';

interface ReasonDialogProps {
  /** Under which what is typed is kept. */
  id: string;
  title: string;
  lead: string;
  label: string;
  rule: string;
  ok: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | undefined;
  onSend: (reason: string, forget: () => void) => void;
  onClose: () => void;
  onRefresh: () => void;
}

/** Asks why before something that others will read about. */
export function ReasonDialog({ id, title, lead, label, rule, ok, danger = false, busy, problem, onSend, onClose, onRefresh }: ReasonDialogProps) {
  const [reason, setReason, forget] = useTyped(`automation.${id}`, '');
  const missing = useMissing({ 'automation-reason': reason.trim().length < 5 && sharedText.missing.atLeast(label, 5) });
  return (
    <Modal open title={title} okText={ok} okButtonProps={{ danger }} confirmLoading={busy} width={520} onCancel={onClose} onOk={() => { if (missing.check()) onSend(reason.trim(), forget); }}>
      <p className="muted">{lead}</p>
      <ProblemAlert problem={problem} onRefresh={onRefresh} />
      <div className="automation-field">
        <label htmlFor="automation-reason">{label}</label>
        <Input.TextArea id="automation-reason" rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
        {missing.of('automation-reason') ? <Lack text={missing.of('automation-reason')} /> : <p className="faint small">{rule}</p>}
      </div>
    </Modal>
  );
}
