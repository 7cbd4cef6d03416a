import { claimEntries, type Slot } from '@tongban/server/src/modules/directory/claim.contract.ts';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useSession } from '../../../shared/session/session.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { useOutcome } from './Outcome.tsx';

const words = text.claims;

interface ClaimDialogProps { kind: 'claim' | 'not-applicable'; slots: readonly Slot[]; onClose: () => void; onDone: () => void }

/** Claims the chosen entries in the name of one department, or says that they do not apply there. */
export function ClaimDialog({ kind, slots, onClose, onDone }: ClaimDialogProps) {
  const own = useSession().account.organization;
  const named = new Map(slots.flatMap(({ department }) => (department && !department.closed ? [[department.id, department.name] as const] : [])));
  const [only] = named.size === 1 ? named : [];
  const [organization, setOrganization] = useState<{ id: string; name: string } | undefined>(only ? { id: only[0], name: only[1] } : own ?? undefined);
  const [reason, setReason, forget] = useTyped('directory.not-applicable', '');
  const { run, busy, problem } = useAction(claimEntries);
  const refresh = useRefresh();
  const tell = useOutcome();
  const claims = kind === 'claim';
  const missing = useMissing({
    'claim-department': !organization && sharedText.missing.choose(words.department),
    'claim-reason': !claims && reason.trim().length < 2 && sharedText.missing.write(words.reason),
  });
  const send = () => {
    if (!missing.check() || !organization) return;
    const rows = slots.map(({ entry }) => (claims ? { entryId: entry.id, kind: 'create' as const } : { entryId: entry.id, kind: 'not-applicable' as const, reason: reason.trim() }));
    void run({ body: { organizationId: organization.id, rows } }, ({ results }) => {
      forget();
      tell(results, slots.map(({ entry }) => entry.name), words.claimed);
      refresh();
      onDone();
    });
  };
  return (
    <Modal
      open
      title={claims ? words.claimTitle(slots.length) : words.notApplicableTitle(slots.length)}
      onCancel={onClose}
      okText={claims ? words.claim : text.confirm}
      cancelText={text.cancel}
      confirmLoading={busy}
      onOk={send}
      width={520}
    >
      <ProblemAlert problem={problem} />
      <div className="entry-form">
        {claims ? <p className="directory__note">{words.claimLead}</p> : null}
        <div>
          <label htmlFor="claim-department">{words.department}</label>
          <OrganizationPicker id="claim-department" value={organization?.id} name={organization?.name} onChange={setOrganization} />
          <Lack text={missing.of('claim-department')} />
        </div>
        {claims ? null : (
          <div>
            <label htmlFor="claim-reason">{words.reason}</label>
            <Input.TextArea id="claim-reason" rows={3} maxLength={500} placeholder={words.reasonHint} value={reason} onChange={(event) => setReason(event.target.value)} />
            <Lack text={missing.of('claim-reason')} />
          </div>
        )}
      </div>
    </Modal>
  );
}
