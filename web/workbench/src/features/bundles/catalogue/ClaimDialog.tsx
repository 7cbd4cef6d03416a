import { claimBundle, type BundleSummary } from '@tongban/server/src/modules/bundles/contract.ts';
import { App, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useSession } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.claim;

/** Makes a department the lead, after it said so expressly: nobody else can claim it then. A claimed one is handed over. */
export function ClaimDialog({ bundle, onClose }: { bundle: BundleSummary; onClose: () => void }) {
  const own = useSession().account.organization;
  const { lead } = bundle;
  const [department, setDepartment] = useState<{ id: string; name: string } | undefined>(lead ? undefined : own ?? undefined);
  const [sure, setSure] = useState(false);
  const same = lead !== null && department?.id === lead.id;
  const claim = useAction(claimBundle);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const send = () => {
    if (!department) return;
    void claim.run({ params: { bundleId: bundle.id }, body: { organizationId: department.id } }, () => {
      void message.success(words.done(department.name));
      refresh();
      onClose();
    });
  };
  return (
    <Modal open title={lead ? words.transferTitle(bundle.name) : words.title(bundle.name)} okText={lead ? words.transfer : words.confirm} cancelText={text.cancel} confirmLoading={claim.busy} okButtonProps={{ disabled: !department || same || !sure }} onOk={send} onCancel={onClose} width={520}>
      <div className="bundle-dialog">
        <ProblemAlert problem={claim.problem} onRefresh={() => { refresh(); onClose(); }} />
        <p className="muted">{lead ? words.transferLead(lead.name) : words.lead}</p>
        {lead && (bundle.state === 'in-review' || bundle.renewal === 'in-review') ? <p>{words.transferReview}</p> : null}
        {bundle.leadDepartmentName ? <p>{words.suggested(bundle.leadDepartmentName)}</p> : null}
        <label htmlFor="claim-department">{lead ? words.transferTo : words.department}</label>
        <OrganizationPicker id="claim-department" value={department?.id} name={department?.name} placeholder={words.pick} onChange={setDepartment} />
        {same ? <p className="bundle-dialog__fault" role="alert">{words.sameLead}</p> : null}
        <Checkbox checked={sure} onChange={({ target }) => setSure(target.checked)}>{lead ? words.transferSure : words.sure}</Checkbox>
      </div>
    </Modal>
  );
}
