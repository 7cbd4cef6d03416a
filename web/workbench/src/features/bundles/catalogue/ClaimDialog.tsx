import { claimBundle, type BundleSummary } from '@tongban/server/src/modules/bundles/contract.ts';
import { App, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useSession } from '../../../shared/session/session.ts';
import { text as sharedText } from '../../../shared/text.ts';
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
  const missing = useMissing({
    'claim-department': !department ? sharedText.missing.choose(words.department) : same && words.sameLead,
    'claim-sure': !sure && words.needSure,
  });
  const send = () => {
    if (!missing.check() || !department) return;
    void claim.run({ params: { bundleId: bundle.id }, body: { organizationId: department.id } }, () => {
      void message.success(words.done(department.name));
      refresh();
      onClose();
    });
  };
  return (
    <Modal open title={lead ? words.transferTitle(bundle.name) : words.title(bundle.name)} okText={lead ? words.transfer : words.confirm} cancelText={text.cancel} confirmLoading={claim.busy} onOk={send} onCancel={onClose} width={520}>
      <div className="bundle-dialog">
        <ProblemAlert problem={claim.problem} onRefresh={() => { refresh(); onClose(); }} />
        <p className="muted">{lead ? words.transferLead(lead.name) : words.lead}</p>
        {lead && (bundle.state === 'in-review' || bundle.renewal === 'in-review') ? <p>{words.transferReview}</p> : null}
        {bundle.leadDepartmentName ? <p>{words.suggested(bundle.leadDepartmentName)}</p> : null}
        <label htmlFor="claim-department">{lead ? words.transferTo : words.department}</label>
        <OrganizationPicker id="claim-department" value={department?.id} name={department?.name} placeholder={words.pick} onChange={setDepartment} />
        <Lack text={same ? words.sameLead : missing.of('claim-department')} />
        <Checkbox id="claim-sure" checked={sure} onChange={({ target }) => setSure(target.checked)}>{lead ? words.transferSure : words.sure}</Checkbox>
        <Lack text={missing.of('claim-sure')} />
      </div>
    </Modal>
  );
}
