import { retireBundle, type BundleSummary } from '@tongban/server/src/modules/bundles/contract.ts';
import { App, Input, Modal } from 'antd';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';

const words = text.retire;

/** Takes a bundle off the portal, with the reason. */
export function RetireDialog({ bundle, onClose }: { bundle: Pick<BundleSummary, 'id' | 'name' | 'renewal' | 'versionNumber'>; onClose: () => void }) {
  const [reason, setReason, forget] = useTyped(`bundle.${bundle.id}.retire`, '');
  const retire = useAction(retireBundle);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const missing = useMissing({ 'retire-reason': reason.trim() === '' && sharedText.missing.write(words.reason) });
  const send = () => {
    if (!missing.check()) return;
    void retire.run({ params: { bundleId: bundle.id }, body: { reason: reason.trim() } }, () => {
      forget();
      void message.success(words.done);
      refresh();
      onClose();
    });
  };
  return (
    <Modal open title={words.title(bundle.name)} okText={words.confirm} cancelText={text.cancel} confirmLoading={retire.busy} okButtonProps={{ danger: true }} onOk={send} onCancel={onClose} width={480}>
      <div className="bundle-dialog">
        <ProblemAlert problem={retire.problem} onRefresh={() => { refresh(); onClose(); }} />
        <p className="muted">{words.lead}</p>
        {bundle.renewal === null ? null : <p>{words.renewal(bundle.versionNumber ?? 0)}</p>}
        <label htmlFor="retire-reason">{words.reason}</label>
        <Input.TextArea id="retire-reason" rows={3} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        <Lack text={missing.of('retire-reason')} />
      </div>
    </Modal>
  );
}
